import { join, relative } from 'node:path';

/** A file below a folder as the user knows it: relative to where she stands, with `/`. */
export function displayPath(workingDirectory: string, folder: string, path: string): string {
  return relative(workingDirectory, join(folder, path)).replaceAll('\\', '/');
}
