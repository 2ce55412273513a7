import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from '../../../src/document/figure.js';
import { publicContext } from '../../../src/reports/public/public-figures.js';
import { buildLedger, type Draft } from '../../support/ledger-builder.js';
import { contextOf } from '../report-context.js';

type Fact = Draft<'facts'>;
type Range = readonly [low: number, high: number];

const value = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 40 }));
const count = fc.record({ value, open: fc.boolean() });
/** A whole of several parts, and a number of which the whole is the whole: 52名党员，其中在职50名. */
const stated = fc.record({
  parts: fc.array(count, { minLength: 2, maxLength: 4 }),
  wholeOpen: fc.boolean(),
  within: fc.option(fc.record({ left: value, open: fc.boolean() }), { nil: undefined }),
});

test('who has the public report finds no few persons in documents’ numbers by adding and subtracting', () => {
  fc.assert(
    fc.property(stated, ({ parts, wholeOpen, within }) => {
      const sum = parts.reduce((all, each) => all + each.value, 0);
      const leaves = parts.map(({ value: own, open }, index) => factOf(`部分${index}`, own, open));
      const whole: Fact = { ...factOf('合计', sum, wholeOpen), parts: leaves.map(({ id }) => id) };
      const part = within && within.left <= sum ? factOf('其中', sum - within.left, within.open) : undefined;
      const all = [whole, ...leaves, ...(part ? [{ ...part, of: '合计' }] : [])];
      const known = published(all);
      const stated = new Map(all.map(({ id, value: own = 0, source }) => [id, source === '公开' ? exactly(own) : ANY]));
      const found = solve(known, leaves.length, part !== undefined);
      const before = solve(stated, leaves.length, part !== undefined);
      // Each of the whole's parts, and what is left of it beside the number within it.
      const secrets = [...parts.map((each) => each.value), ...(part && within ? [within.left] : [])];
      for (const [index, secret] of secrets.entries()) {
        const [low, high] = found[index] ?? ANY;
        expect(low <= secret && secret <= high, 'what the attacker holds for certain is true').toBe(true);
        const isTold = (before[index] ?? ANY)[1] <= 3;
        if (!isTold && secret >= 1 && secret <= 3) expect(high, JSON.stringify(all)).toBeGreaterThan(3);
      }
    }),
    { numRuns: 200, seed: 20251202 },
  );
});

const ANY: Range = [0, Number.POSITIVE_INFINITY];

function factOf(id: string, own: number, open: boolean): Fact {
  return { id, value: own, section: '目标任务', unit: '名', source: open ? '公开' : '内部' };
}

/** What each number's public form leaves open. */
function published(facts: readonly Fact[]): ReadonlyMap<string, Range> {
  const ledger = buildLedger({ sources: [{ id: '公开', public: true }, { id: '内部' }], facts });
  const { figures } = publicContext(contextOf(ledger, 2025));
  return new Map(
    facts.flatMap(({ id }): [string, Range][] => {
      const figure = figures.byId(id);
      return figure ? [[id, rangeOf(figure)]] : [];
    }),
  );
}

function rangeOf({ value: printed, missing, bound }: Figure): Range {
  if (missing?.startsWith('不足10')) return [1, 9];
  if (printed === null) return ANY;
  if (bound === '约') return [Math.max(10, printed - 5), printed + 4];
  return bound === '不少于' ? [printed, Number.POSITIVE_INFINITY] : [printed, printed];
}

/** The ranges of the parts, then of what is left of the whole, tightened until nothing changes. */
function solve(known: ReadonlyMap<string, Range>, parts: number, isWithin: boolean): readonly Range[] {
  const rangeFor = (id: string): Range => known.get(id) ?? ANY;
  let own = Array.from({ length: parts }, (_, index) => rangeFor(`部分${index}`));
  let sum = rangeFor('合计');
  const within = rangeFor('其中');
  for (let round = 0; round < 50; round += 1) {
    sum = meet(sum, [total(own.map(([low]) => low)), total(own.map(([, high]) => high))]);
    if (isWithin) sum = meet(sum, [within[0], ANY[1]]);
    own = own.map((each, index) => {
      const others = own.filter((_, other) => other !== index);
      const low = sum[0] - total(others.map(([, high]) => high));
      return meet(each, [Math.max(0, low), sum[1] - total(others.map(([least]) => least))]);
    });
  }
  return isWithin ? [...own, [Math.max(0, sum[0] - within[1]), sum[1] - within[0]]] : own;
}

const exactly = (value: number): Range => [value, value];
const total = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const meet = (a: Range, b: Range): Range => [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
