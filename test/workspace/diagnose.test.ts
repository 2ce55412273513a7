import { expect, test } from 'vitest';
import type { Reader } from '../../src/files/reader.js';
import { diagnose } from '../../src/workspace/diagnose.js';
import { load } from '../../src/workspace/load.js';
import { baseLedger, MemoryReader } from '../support/memory-reader.js';

/** Thirty files with three people each, none of them right. */
function wrong(): Record<string, string> {
  const file = (at: number) => [1, 2, 3].map((who) => `- id: 人${at}-${who}\n  phone: 无\n`).join('');
  const files = Array.from(
    { length: 30 },
    (_, at) => [`people/p${String(at).padStart(2, '0')}.yaml`, file(at)] as const,
  );
  return { ...baseLedger(), ...Object.fromEntries(files) };
}

test('a limit gives the first findings in the order of all', async () => {
  const reader = new MemoryReader(wrong());
  const { findings } = await load(reader);
  const all = diagnose(reader, findings);
  expect(all.length).toBeGreaterThan(80);
  for (const most of [0, 1, 3, 4, 50, 1000]) expect(diagnose(reader, findings, 'zh', most)).toEqual(all.slice(0, most));
});

test('with a limit the files of later findings are not read', async () => {
  const reader = new MemoryReader(wrong());
  const { findings } = await load(reader);
  const read: string[] = [];
  const watched = {
    ...reader,
    list: () => reader.list(),
    display: reader.display,
    read: (path: string) => {
      read.push(path);
      return reader.read(path);
    },
  };
  diagnose(watched, findings, 'zh', 4);
  expect(new Set(read)).toEqual(new Set(['people/p00.yaml', 'people/p01.yaml']));
});

test('a file that many findings point to is read again once', async () => {
  const people = Array.from({ length: 40 }, (_, at) => `- id: 人${at}\n`).join('');
  const reader = new MemoryReader({ ...baseLedger(), 'people/a.yaml': people, 'people/b.yaml': people });
  const { findings } = await load(reader);
  const read: string[] = [];
  const watched: Reader = {
    list: () => reader.list(),
    display: (path) => reader.display(path),
    read: (path) => {
      read.push(path);
      return reader.read(path);
    },
  };
  const found = diagnose(watched, findings);
  expect(found).toHaveLength(40);
  expect(found[7]?.related).toMatchObject([{ file: 'data/people/a.yaml', line: 8, column: 7 }]);
  expect(read.sort()).toEqual(['people/a.yaml', 'people/b.yaml']);
});
