import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for what test files make once and share; it is removed after the run. */
    scratch: string;
  }
}

/** The tests that start the real program must meet today's sources, never a forgotten build. */
export function setup({ provide }: TestProject): () => void {
  const build = fileURLToPath(new URL('../src/build/main.js', import.meta.url));
  execFileSync(process.execPath, [build], { stdio: 'inherit' });
  const scratch = mkdtempSync(join(tmpdir(), 'yueyi-tests-'));
  provide('scratch', scratch);
  return () => rmSync(scratch, { recursive: true, force: true });
}
