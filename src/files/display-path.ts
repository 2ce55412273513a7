import { join, relative, sep } from 'node:path';

/** A path with `/` between its folders; a backslash is kept where it may be part of a name. */
export function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** A file below a folder as it is displayed: relative to the working directory, with `/`. */
export function displayPath(workingDirectory: string, folder: string, path: string): string {
  return withSlashes(relative(workingDirectory, join(folder, path)));
}
