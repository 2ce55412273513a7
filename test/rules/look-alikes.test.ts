import { describe, expect, test } from 'vitest';
import { repairLedger } from '../../src/edit/repair-ledger.js';
import { hasLookAlikes, plainLetters, skeleton } from '../../src/text/look-alikes.js';
import { load } from '../../src/workspace/load.js';
import { baseLedger, type Files, MemoryReader } from '../support/memory-reader.js';

async function mended(files: Files): Promise<Record<string, string>> {
  const reader = new MemoryReader({ ...baseLedger(), ...files });
  const repaired = await repairLedger(reader, await load(reader), {}, () => true);
  return Object.fromEntries(repaired.files.map(({ file, after }) => [file, after]));
}

describe('ids that look like others', () => {
  test.each([
    ['ＣＴ室', 'CT室'],
    ['\u0421\u0422室', 'CT室'],
    ['隆\uf9dc', '隆隆'],
    ['𝐂𝐓室', 'CT室'],
    ['⼈事科', '人事科'],
    ['Больница', 'Больница'],
    ['カード室', 'カード室'],
    ['绍市中医党〔2025〕2号', '绍市中医党〔2025〕2号'],
  ])('%s in usual letters is %s', (id, plain) => {
    expect(plainLetters(id)).toBe(plain);
  });

  test.each([
    ['二〇二五', '二O二五'],
    ['A0', 'AO'],
    ['I期', '1期'],
    ['口腔科', 'ロ腔科'],
    ['AB', '\u0410В'],
  ])('%s and %s look the same', (one, other) => {
    expect(skeleton(one)).toBe(skeleton(other));
    expect(hasLookAlikes(one) || hasLookAlikes(other)).toBe(true);
  });

  test('where one meaning is left, the id and all that refers to it are mended together', async () => {
    const files = {
      'departments/新.yaml': '- id: ＣＴ室\n',
      'departments/另.yaml': '- id: 设备组\n  group: true\n  members: [ＣＴ室]\n',
    };
    const found = await mended(files);
    expect(found['departments/新.yaml']).toContain('CT室');
    expect(Object.values(found).join('')).not.toContain('ＣＴ');
  });

  test('what looks like another record is left to the user', async () => {
    expect(await mended({ 'departments/新.yaml': '- id: CT室\n- id: СТ室\n' })).toEqual({});
  });

  test('what nobody sees is taken out', async () => {
    expect(await mended({ 'people/新.yaml': '- id: 王五\n  note: 甲\u200b乙\u{e0041}丙👨‍👩‍👧\n' })).toEqual({
      'people/新.yaml': '- id: 王五\n  note: 甲乙丙👨‍👩‍👧\n',
    });
  });
});
