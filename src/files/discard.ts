import { rmSync } from 'node:fs';

/** Removes what a failed write has left; where even that fails there is nothing (the folder above is a file). */
export function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The reason already being reported says more.
  }
}
