import { dirname, relative, resolve } from 'node:path';
import { withSlashes } from '../files/display-path.js';
import { repositoryAbove } from '../files/find-repository.js';
import type { Reader } from '../files/reader.js';
import type { World } from './context.js';

/**
 * A reader whose displayed paths start at the top of the repository instead of the working directory. Without a
 * repository the top is the parent of the data folder.
 */
export function fromTop({ workingDirectory }: World, reader: Reader): Reader {
  const folder = resolve(workingDirectory, reader.display(''));
  const top = repositoryAbove(folder) ?? dirname(folder);
  return {
    list: () => reader.list(),
    read: (path) => reader.read(path),
    display: (path) => withSlashes(relative(top, resolve(workingDirectory, reader.display(path)))),
  };
}
