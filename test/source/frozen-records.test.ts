import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const PLAIN = '../../src/source/plain-reader.js';
let runCli: typeof import('../support/run-cli.js').runCli;

/** Records with the same list in brackets share it, so that a change of one would change all of them. */
beforeAll(async () => {
  const { readPlain } = await import('../../src/source/plain-reader.js');
  vi.doMock(PLAIN, () => ({
    readPlain: (bytes: Uint8Array) => {
      const plain = readPlain(bytes);
      freeze(plain?.value);
      return plain;
    },
  }));
  vi.resetModules();
  ({ runCli } = await import('../support/run-cli.js'));
});

afterAll(() => {
  vi.doUnmock(PLAIN);
  vi.resetModules();
});

let frozen = 0;

function freeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return;
  Object.freeze(value);
  frozen += 1;
  for (const inner of Object.values(value)) freeze(inner);
}

test.each([
  ['validate'],
  ['report', '--year', '2025', '--force'],
  ['progress', '--year', '2025', '--force'],
  ['report', '--year', '2025', '--force', '--format', 'json'],
  ['explain', 'activities@year=2025'],
  ['todo', '--force'],
  ['list', 'activities'],
])('nothing in %s %s changes a record', async (...args) => {
  frozen = 0;
  const { code, stderr } = await runCli(args);
  expect(stderr).not.toMatch(/TypeError|read only|not extensible/);
  expect(code).toBeLessThan(2);
  expect(frozen).toBeGreaterThan(100);
});
