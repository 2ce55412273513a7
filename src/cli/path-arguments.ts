import { resolve } from 'node:path';
import { exists } from '../files/find-data.js';
import type { World } from './context.js';
import { CannotRun } from './errors.js';
import type { Opened } from './open-ledger.js';

/** Requires every path to exist, now or in the revision opened. @throws CannotRun */
export function requireFound({ workingDirectory }: World, paths: readonly string[], opened?: Opened): void {
  const folder = resolve(workingDirectory, opened?.reader.display('') ?? '');
  const files = opened?.revision ? opened.reader.list().map(({ path }) => resolve(folder, path)) : [];
  for (const path of paths) {
    const full = resolve(workingDirectory, path);
    const found = opened ? isBelow(folder, full) || files.some((file) => isBelow(file, full)) : exists(full);
    if (!found) throw new CannotRun(`没有“${path}”这个文件或文件夹`, '检查路径；不写路径就显示全部。');
  }
}

/** Requires every path to be the data folder, above it, or in it. @throws CannotRun */
export function requireInside({ workingDirectory }: World, paths: readonly string[], { reader }: Opened): void {
  const folder = resolve(workingDirectory, reader.display(''));
  for (const path of paths) {
    const full = resolve(workingDirectory, path);
    if (isBelow(folder, full) || isBelow(full, folder)) continue;
    throw new CannotRun(`“${path}”不在这本台账里`, `台账的数据目录是 ${reader.display('') || '.'}。`);
  }
}

/** The items in the files of the paths, or below them; all where no path is given. */
export function within<T extends { readonly file: string }>(
  { workingDirectory }: World,
  paths: readonly string[],
  all: readonly T[],
): T[] {
  const wanted = paths.map((path) => resolve(workingDirectory, path));
  return all.filter(({ file }) => {
    const full = resolve(workingDirectory, file);
    return wanted.length === 0 || wanted.some((path) => isBelow(full, path));
  });
}

/** Whether a path is a folder or stands below it. */
function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`);
}
