import { describe, expect, test } from 'vitest';
import { check, places, realLedger } from '../support/memory-reader.js';

const pairing = (id: string, partner: string, more = ''): string =>
  `- id: ${id}\n  program: 联建\n  partners: [${partner}]\n${more}`;

describe('repeated-partner', () => {
  test('a partner in two pairings is an error that shows both places', async () => {
    const found = await check({ 'pairings/new.yaml': pairing('丁村', '越州医院, 乙社区卫生服务中心') });
    // The file new.yaml comes before pairings.yaml, so the later one is reported.
    expect(places(found)).toEqual(['data/pairings/pairings.yaml:3:14 repeated-partner']);
    expect(found[0]?.related).toMatchObject([{ file: 'data/pairings/new.yaml', line: 3, column: 20 }]);
  });

  test('a branch may lead several pairings', async () => {
    expect(places(await check({ 'pairings/new.yaml': pairing('丁村', '越州医院', '  lead: 甲支部\n') }))).toEqual([]);
  });

  test('骨科第二党支部 leads two pairings in the real data', async () => {
    const real = realLedger();
    const leads = (real['pairings/2025.yaml'] ?? '').match(/^ {2}lead: 骨科第二党支部$/gm);
    expect(leads).toHaveLength(2);
    expect(places(await check({}, real))).toEqual([]);
  });

  test('one after the other is no repetition', async () => {
    const first = pairing('丁村', '越州医院', '  until: 2025-06-30\n');
    const then = pairing('戊村', '越州医院', '  from: 2025-07-01\n');
    expect(places(await check({ 'pairings/new.yaml': first + then }))).toEqual([]);
    const overlapping = then.replace('2025-07-01', '2025-06-30');
    expect(places(await check({ 'pairings/new.yaml': first + overlapping }))).toEqual([
      'data/pairings/new.yaml:7:14 repeated-partner',
    ]);
  });

  test('two programs may pair the same partner', async () => {
    const other = pairing('丁村', '乙社区卫生服务中心').replace('联建', '揭榜-2025');
    expect(places(await check({ 'pairings/new.yaml': other }))).toEqual([]);
  });

  test('a partner in three pairings is reported twice, each time with the first', async () => {
    const files = ['丁村', '戊村', '己村'].map((id) => pairing(id, '越州医院')).join('');
    const found = await check({ 'pairings/new.yaml': files });
    expect(places(found)).toEqual([
      'data/pairings/new.yaml:6:14 repeated-partner',
      'data/pairings/new.yaml:9:14 repeated-partner',
    ]);
    expect(found.map(({ related }) => related[0]?.line)).toEqual([3, 3]);
  });
});
