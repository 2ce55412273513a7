import { execFileSync } from 'node:child_process';

/** The tests that start the real program must meet today's sources, never a forgotten build. */
export function setup(): void {
  execFileSync(process.execPath, ['src/build/main.js'], { stdio: 'inherit' });
}
