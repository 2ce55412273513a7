import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The file that makes a folder a ledger. */
export const WORKSPACE_FILE = 'workspace.yaml';

/** Whether a folder holds a ledger. */
export function isDataFolder(folder: string): boolean {
  try {
    return statSync(join(folder, WORKSPACE_FILE)).isFile();
  } catch {
    return false;
  }
}

/** The nearest `data/workspace.yaml` from a folder upwards: its `data` folder, or null. */
export function findDataFolder(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isDataFolder(join(folder, 'data'))) return join(folder, 'data');
    if (dirname(folder) === folder) return null;
  }
}

/** The ledger's data folder a path lies in, or null. */
export function dataFolderAbove(path: string): string | null {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (isDataFolder(folder)) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** Whether something stands at a path, for arguments that name files. */
export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
