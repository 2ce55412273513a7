import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { REPOSITORY, SHAOXING } from './run-cli.js';

/**
 * The hospital's ledger with the illustrative year 2025, in a temporary folder that is deleted after the test file. Frozen
 * like the ledger, so that a change in data/sample/ fails no test.
 */
export function sampleYear(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yueyi-sample-year-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const ledger of [SHAOXING, join(REPOSITORY, 'test/fixtures/sample-2025')]) {
    cpSync(join(ledger, 'data'), join(folder, 'data'), { recursive: true });
  }
  return folder;
}
