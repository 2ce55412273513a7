import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLedger } from '../bench/ledger.js';
import { runCli, SHAOXING, temporaryFolder } from '../support/run-cli.js';

/** Just above the size from which an index is kept. */
const SIZE = { activities: 8000, perFile: 400 };

describe('validating a large ledger', { timeout: 30_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'yueyi-'));
  const data = join(folder, 'data');
  const cache = join(folder, 'cache');
  let cold: Awaited<ReturnType<typeof runCli>>;
  const validate = (...more: string[]) =>
    runCli(['validate', '--data', data, ...more], { env: { XDG_CACHE_HOME: cache, HOME: '/nowhere' } });
  const indexes = () => (existsSync(join(cache, 'yueyi')) ? readdirSync(join(cache, 'yueyi')).sort() : []);

  beforeAll(async () => {
    writeLedger(data, SIZE);
    cold = await validate();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('keeps an index in the user’s cache, and nothing in the ledger', async () => {
    expect([cold.code, cold.stderr]).toEqual([0, '']);
    expect(indexes()).toEqual([expect.stringMatching(/^index-[0-9a-f]+\.json$/), 'secret']);
    expect(readdirSync(data).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await validate()).toEqual(cold);
  });

  test('finds an error made since, at its place', async () => {
    const path = join(data, 'activities', readdirSync(join(data, 'activities')).sort()[7] ?? '');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^ {2}volunteers: \d+$/m, '  volunteers: 三'));
    const found = await validate('--format', 'json');
    writeFileSync(path, text);
    const line = text.slice(0, text.search(/^ {2}volunteers/m)).split('\n').length;
    expect(found.code).toBe(1);
    expect(JSON.parse(found.stdout).diagnostics).toMatchObject([{ code: 'wrong-type', line, column: 15 }]);
    expect(await validate()).toEqual(cold);
  });

  test('is as ever where the cache cannot be written', async () => {
    const readOnly = temporaryFolder();
    writeFileSync(join(readOnly, 'yueyi'), 'a file');
    chmodSync(readOnly, 0o500);
    const env = { XDG_CACHE_HOME: readOnly, HOME: '/nowhere' };
    expect(await runCli(['validate', '--data', data], { env })).toEqual(cold);
    expect(statSync(join(readOnly, 'yueyi')).isFile()).toBe(true);
    expect(await runCli(['validate', '--data', data], { env: {} })).toEqual(cold);
  });
});

test('a ledger of a usual size has no index', async () => {
  const cache = temporaryFolder();
  await runCli(['validate', '--data', join(SHAOXING, 'data')], { env: { XDG_CACHE_HOME: cache } });
  expect(readdirSync(cache)).toEqual([]);
});

test('scans beside the records do not make a ledger large', async () => {
  const [folder, cache] = [temporaryFolder(), temporaryFolder()];
  cpSync(join(SHAOXING, 'data'), join(folder, 'data'), { recursive: true });
  mkdirSync(join(folder, 'data/evidence'));
  writeFileSync(join(folder, 'data/evidence/扫描.pdf'), Buffer.alloc(5 * 2 ** 20));
  await runCli(['validate', '--data', join(folder, 'data')], { env: { XDG_CACHE_HOME: cache } });
  expect(readdirSync(cache)).toEqual([]);
});
