import { beforeAll, describe, expect, test } from 'vitest';
import { check, places, realLedger } from '../support/memory-reader.js';

const FILE = 'facts/2021.yaml';
let real: Record<string, string>;
let lines: string[];

beforeAll(() => {
  real = realLedger();
  lines = (real[FILE] ?? '').split('\n');
});

/** The line, from 1, of the value of a fact. */
function valueLine(id: string): number {
  return lines.findIndex((line, index) => index > lines.indexOf(`- id: ${id}`) && line.startsWith('  value: ')) + 1;
}

const TOTAL = '2021-医德考评';
const PARTS = ['2021-医德考评-优秀', '2021-医德考评-良好', '2021-医德考评-不合格'];

describe('922 = 51 + 869 + 2, as the summary of 2021 prints it', () => {
  test.each([
    [TOTAL, 922, 921],
    ['2021-医德考评-优秀', 51, 15],
    ['2021-医德考评-良好', 869, 896],
    ['2021-医德考评-不合格', 2, 3],
  ])('%s: %d typed as %d is found at the total, with the parts', async (id, right, wrong) => {
    const at = valueLine(id) - 1;
    expect(lines[at]).toBe(`  value: ${right}`);
    const changed = lines.with(at, `  value: ${wrong}`).join('\n');
    const found = await check({ [FILE]: changed }, real);
    const total = valueLine(TOTAL);
    expect(places(found)).toEqual([`data/${FILE}:${total}:10 facts-sum`]);
    expect(found[0]).toMatchObject({ record: TOTAL, endColumn: 13 });
    expect(found[0]?.related.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual(
      PARTS.map((part) => `data/${FILE}:${valueLine(part)}:10`),
    );
  });
});

describe('facts-sum', () => {
  const fact = (id: string, value: string, more = '') =>
    `- id: ${id}\n  year: 2025\n  label: ${id}\n  value: ${value}\n  unit: 万元\n${more}`;

  test('decimals may differ in the last bit', async () => {
    const files = fact('甲', '0.3', '  parts: [乙, 丙]\n') + fact('乙', '0.1') + fact('丙', '0.2');
    expect(places(await check({ 'facts/new.yaml': files }))).toEqual([]);
  });

  test('is not checked while a part is unknown or invalid', async () => {
    const files = fact('甲', '3', '  parts: [乙, 丁]\n') + fact('乙', '1') + fact('丁', '-5');
    expect(places(await check({ 'facts/new.yaml': files }))).toEqual(['data/facts/new.yaml:15:10 out-of-range']);
  });

  test('a sum of sums is checked at each level', async () => {
    const files =
      fact('甲', '6', '  parts: [乙, 丙]\n') + fact('乙', '3', '  parts: [丁]\n') + fact('丙', '3') + fact('丁', '2');
    expect(places(await check({ 'facts/new.yaml': files }))).toEqual(['data/facts/new.yaml:10:10 facts-sum']);
  });
});
