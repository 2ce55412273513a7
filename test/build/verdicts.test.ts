import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as explain } from '../../src/schema/describe.js';
import { date, 'partial-date' as partialDate } from '../../src/schema/formats.js';
import { KINDS } from '../../src/schema/kinds.js';
import { isDate, isPartialDate } from '../../src/text/date-format.js';
import { allRecords, type Judged, plainVerdict, type Value, verdictsOf } from './plain-verdicts.js';

/** Values that lie just inside or outside what some field may hold; 𠀀 is two units of UTF-16. */
const ODD: readonly Value[] = [
  ...[undefined, null, true, 0, -1, 1.5, 2025, 1e9, Number.NaN],
  ...[
    '',
    ' ',
    '甲',
    ' 甲',
    '甲\u3000',
    '甲\n乙',
    '甲-乙',
    '甲--乙',
    '-甲',
    '甲_乙',
    '㐀',
    'é',
    '٣',
    '𠀀',
    '\ud840',
    '__proto__',
  ],
  ...['2025', '2025-02', '2025-00', '2025-02-28', '2025-02-29', '2024-02-29', '2025-04-31', '2025-12-31', '2200-01-01'],
  ...[10, 60, 100, 200, 5000].flatMap((limit) => ['甲', '𠀀'].flatMap((c) => [c.repeat(limit), c.repeat(limit + 1)])),
  ...[[], [null], ['甲'], ['甲', '甲'], ['甲', '乙', '甲'], ['__proto__', '__proto__'], [[]], [{}]],
  ...[{}, { id: '甲' }, JSON.parse('{"__proto__":"甲"}')],
];

const records = allRecords();

test('records as they are, good and bad, are judged alike', () => {
  const good = records.filter(([kind, value]) => plainVerdict(kind, value));
  expect(good.length).toBeGreaterThan(500);
  expect(new Set(good.map(([kind]) => kind)).size).toBe(KINDS.length + 1);
  expect(disagreements(records)).toEqual([]);
});

test('whatever stands in one place of a record with every field, all judge it alike', () => {
  const seen = new Set<Judged>();
  const first = records.filter(([kind, value]) => plainVerdict(kind, value) && !seen.has(kind) && seen.add(kind));
  let count = 0;
  for (const [kind, value] of [...first, ...records.slice(0, 2 * KINDS.length + 2)]) {
    const changed = [...changesOf(value)].map((other) => [kind, other] as const);
    count += changed.length;
    expect(disagreements(changed)).toEqual([]);
  }
  expect(count).toBeGreaterThan(50_000);
});

test('records broken in several places are judged alike', () => {
  const change = fc.record({
    path: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
    odd: fc.constantFrom(...ODD),
    way: fc.constantFrom('replace', 'remove', 'add'),
  });
  const changes = fc.tuple(fc.nat(), fc.array(change, { minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(changes, ([index, list]) => {
      const [kind, valid] = records[index % records.length] ?? ['people', null];
      const broken = list.reduce((value, { path, odd, way }) => changed(value, path, odd, way), valid);
      expect(disagreements([[kind, broken]])).toEqual([]);
    }),
    { numRuns: 4000, seed: 20250311 },
  );
});

test('each letter makes an id or none, for the quick look as for the whole one', () => {
  const letters = Array.from({ length: 0x3_0000 }, (_, code) => code).filter(
    (code) => code < 0x1_0000 || code % 7 === 0,
  );
  const ids = letters.map((code) => ['people', { id: String.fromCodePoint(code) }] as const);
  const wrong = ids.filter(([kind, value]) => new Set(verdictsOf(kind, value).slice(0, 2)).size > 1);
  expect(wrong).toEqual([]);
});

test('each day of a leap year and another, and days beyond them, are dates or none', () => {
  const two = (count: number) => Array.from({ length: count }, (_, number) => String(number).padStart(2, '0'));
  const days = ['1899', '1900', '2024', '2025', '2199', '2200'].flatMap((year) =>
    two(14).flatMap((month) => two(33).map((day) => `${year}-${month}-${day}`)),
  );
  const texts = [...days, ...days.map((day) => day.slice(0, 7)), ...days.map((day) => `${day}\n`)];
  expect(texts.filter((text) => date(text) !== isDate(text))).toEqual([]);
  expect(texts.filter((text) => partialDate(text) !== isPartialDate(text))).toEqual([]);
});

describe('a text twice in a list', () => {
  const record = { id: '甲', title: '甲', date: '2025-03-15', types: ['义诊'] };
  const findings = (value: Value) =>
    explain({ kind: 'activities', value, file: 'a.yaml', pointer: '' }).map(({ code, at }) => [code, at.pointer]);

  test('is found whatever the text is', () => {
    const value = { ...record, joined: ['__proto__', '__proto__'] };
    expect(verdictsOf('activities', value)).toEqual([false, false, false]);
    expect(findings(value)).toEqual([['repeated-item', '/joined/1']]);
  });

  test('is found where it comes the second time', () => {
    expect(findings({ ...record, joined: ['甲', '乙', '丙', '乙'] })).toEqual([['repeated-item', '/joined/3']]);
    expect(findings({ ...record, types: ['义诊', '义诊'] })).toEqual([['repeated-item', '/types/1']]);
  });
});

/** The values, and what was said of them, where not all say the same. */
function disagreements(judged: readonly (readonly [Judged, Value])[]): unknown[] {
  return judged
    .map(([kind, value]) => ({ kind, value, verdicts: verdictsOf(kind, value) }))
    .filter(({ verdicts }) => new Set(verdicts).size > 1);
}

/** The value with each part of it replaced by each odd value, left out, or given one more field or item. */
function* changesOf(value: Value): Generator<Value> {
  yield* ODD;
  if (value === null || typeof value !== 'object') return;
  yield withMore(value, '甲');
  yield { ...value, ...JSON.parse('{"__proto__":"甲"}') };
  for (const [key, child] of Object.entries(value)) {
    yield withOther(value, key, []);
    for (const other of changesOf(child)) yield withOther(value, key, [other]);
  }
}

/** The value with what stands at the end of a path replaced, left out, or joined by one more. */
function changed(value: Value, path: readonly number[], odd: Value, way: string): Value {
  const [step = 0, ...rest] = path;
  if (value === null || typeof value !== 'object') return odd;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined || (rest.length === 0 && way === 'add')) return withMore(value, odd);
  if (rest.length === 0) return withOther(value, key, way === 'remove' ? [] : [odd]);
  return withOther(value, key, [changed((value as { [key: string]: Value })[key], rest, odd, way)]);
}

function withMore(value: object, more: Value): Value {
  return Array.isArray(value) ? [...value, more] : { ...value, 多余: more };
}

function withOther(value: object, key: string, others: readonly Value[]): Value {
  const entries = Object.entries(value).flatMap(([name, old]) =>
    name === key ? others.map((other) => [name, other] as const) : [[name, old] as const],
  );
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
