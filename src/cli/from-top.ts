import { dirname, relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { withSlashes } from '../files/display-path.js';
import { repositoryAbove } from '../files/find-repository.js';
import type { World } from './context.js';
import type { Opened } from './open-ledger.js';

/**
 * Findings with their files as the repository knows them: from its top, wherever the command was run. Without a
 * repository the folder that holds the data folder is the top.
 */
export function fromTop({ workingDirectory }: World, { reader }: Opened, all: readonly Diagnostic[]): Diagnostic[] {
  const folder = resolve(workingDirectory, reader.display(''));
  const top = repositoryAbove(folder) ?? dirname(folder);
  const path = (file: string): string => withSlashes(relative(top, resolve(workingDirectory, file)));
  return all.map((diagnostic) => ({
    ...diagnostic,
    file: path(diagnostic.file),
    related: diagnostic.related.map((each) => ({ ...each, file: path(each.file) })),
  }));
}
