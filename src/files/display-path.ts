import { join, relative, sep } from 'node:path';

/** A path with `/` between its folders; where a name may hold a backslash it keeps it. */
export function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** A file below a folder as the user knows it: relative to where she stands, with `/`. */
export function displayPath(workingDirectory: string, folder: string, path: string): string {
  return withSlashes(relative(workingDirectory, join(folder, path)));
}
