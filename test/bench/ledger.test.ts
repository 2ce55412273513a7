import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderReader } from '../../src/files/folder-reader.js';
import { readPlain } from '../../src/source/plain-reader.js';
import { load } from '../../src/workspace/load.js';
import { temporaryFolder } from '../support/run-cli.js';
import { LEDGERS, writeLedger } from './ledger.js';

test('the typical ledger is what the table says, valid, and plain', async () => {
  const data = join(temporaryFolder(), 'data');
  writeLedger(data, LEDGERS.typical);
  const reader = new FolderReader(data, data);
  const { findings, files, records } = await load(reader);
  expect({ findings, files, records }).toEqual({ findings: [], files: 15, records: 364 });
  const texts = reader.list().map(({ path }) => Buffer.from(reader.read(path)).toString());
  expect(texts.filter((text) => readPlain(Buffer.from(text)) === undefined)).toEqual([]);
  expect(texts.join('').length).toBeGreaterThan(60_000);
});

test('the same numbers give the same bytes', () => {
  const [first, second] = [join(temporaryFolder(), 'data'), join(temporaryFolder(), 'data')];
  for (const data of [first, second]) writeLedger(data, { activities: 100, perFile: 30 });
  expect(textsBelow(first)).toEqual(textsBelow(second));
});

function textsBelow(data: string): Record<string, string> {
  const reader = new FolderReader(data, data);
  return Object.fromEntries(reader.list().map(({ path }) => [path, Buffer.from(reader.read(path)).toString()]));
}
