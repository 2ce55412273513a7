import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The tests that start the real program must meet today's sources, never a forgotten build. */
export function setup(): void {
  const build = fileURLToPath(new URL('../src/build/main.js', import.meta.url));
  execFileSync(process.execPath, [build], { stdio: 'inherit' });
}
