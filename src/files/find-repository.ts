import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The top of the git repository that contains a folder, or null; found without running git. */
export function repositoryAbove(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    // A folder of a repository, a file of a worktree or a submodule.
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}
