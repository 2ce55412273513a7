import { readdirSync, statSync } from 'node:fs';
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

/** The `data` folder of the nearest `data/workspace.yaml`, in a folder or above it, or null. */
export function findDataFolder(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isDataFolder(join(folder, 'data'))) return join(folder, 'data');
    if (dirname(folder) === folder) return null;
  }
}

/** Whether a new ledger may be made in a folder: it does not exist or is empty. */
export function isFree(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined || readdirSync(path).length === 0;
  } catch {
    return false;
  }
}

/** What stands at a path, with links followed; undefined for nothing. */
export function kindOfPath(path: string): 'folder' | 'file' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && (found.isDirectory() ? 'folder' : 'file');
}

/** Whether a path exists, for arguments that name files. */
export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
