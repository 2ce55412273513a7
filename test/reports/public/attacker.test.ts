import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FolderReader } from '../../../src/files/folder-reader.js';
import { type Entry, entryFrom, Ledger } from '../../../src/ledger/ledger.js';
import { KINDS } from '../../../src/schema/kinds.js';
import { addDays } from '../../../src/text/calendar-date.js';
import { load } from '../../../src/workspace/load.js';
import { buildLedger, type Draft, held } from '../../support/ledger-builder.js';
import { sampleYear } from '../../support/sample-year.js';
import { attack } from './attacker.js';
import { publications, type Version } from './publications.js';

const PAIRINGS = ['东湖', '迪荡', '府山'];
const BRANCHES = ['内科', '外科'];
const MONTHS = ['2025-03', '2025-04', '2025-05'];
const DAYS = ['2025-03-20', '2025-04-10', '2025-12-31'];

/** As the office reads it: exact numbers. */
const exact: Version = (context, build) => build(context);

/** What is usually done: each number in tens for itself, and 不足10 for fewer. */
const inTensAlone: Version = (context, build) => {
  const document = build(context);
  const figures = document.figures.map((figure) => {
    const { value } = figure;
    if (figure.unit !== '人次' || !value) return figure;
    return value < 10
      ? { ...figure, value: null, missing: '不足10' }
      : { ...figure, value: Math.round(value / 10) * 10, bound: '约' as const };
  });
  return { ...document, figures };
};

type Activity = Omit<Draft<'activities'>, 'id'>;

function ledgerOf(activities: readonly Activity[]): Ledger {
  return buildLedger({
    branches: BRANCHES.map((id) => ({ id })),
    programs: [{ id: '越医有爱', from: '2025-03-01', actions: [{ id: '越医康养' }, { id: '薪火传承' }] }],
    pairings: PAIRINGS.map((id) => ({ id })),
    activities: activities.map((activity, index) => ({ id: `活动${index}`, program: '越医有爱', ...activity })),
    targets: [
      {
        id: '人次',
        from: '2025-03-01',
        atLeast: 90,
        unit: '人次',
        count: { kind: 'activities', sum: 'beneficiaries' },
      },
    ],
  });
}

/** An activity with few persons, with many, or with nobody knows how many. */
const activity = fc
  .record({
    day: fc.nat(91),
    lead: fc.constantFrom(...BRANCHES),
    pairings: fc.subarray([...PAIRINGS], { minLength: 1, maxLength: 2 }),
    action: fc.constantFrom('越医康养', '薪火传承'),
    beneficiaries: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 30 }), fc.constant(null)),
  })
  .map(({ day, beneficiaries, ...rest }): Activity => {
    const date = addDays('2025-03-01', day);
    return { date, ...rest, events: held(date), ...(beneficiaries === null ? {} : { beneficiaries }) };
  });
const activities = fc.array(activity, { minLength: 1, maxLength: 9 });

/** Every count of few persons replaced by another. */
function withOtherFew(drawn: readonly Activity[], others: readonly number[]): readonly Activity[] {
  return drawn.map((each, index) => {
    const { beneficiaries = 0 } = each;
    return beneficiaries > 0 && beneficiaries < 10 ? { ...each, beneficiaries: others[index] ?? 9 } : each;
  });
}

describe('who has all public versions of a year, its months, branches and pairings, on several days', () => {
  test('cannot tell one number of few persons from another: every byte is the same', () => {
    const others = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(activities, others, (drawn, few) => {
        const [real, other] = [ledgerOf(drawn), ledgerOf(withOtherFew(drawn, few))];
        expect(publications(other, DAYS, MONTHS)).toEqual(publications(real, DAYS, MONTHS));
      }),
      { numRuns: 12, seed: 20251130 },
    );
  });

  test('finds nobody by subtracting, on random ledgers', () => {
    fc.assert(
      fc.property(activities, (drawn) => {
        const ledger = ledgerOf(drawn);
        expect(attack(ledger, publications(ledger, DAYS, MONTHS))).toEqual({ betrayed: [], untrue: [] });
      }),
      { numRuns: 12, seed: 20251201 },
    );
  });

  test('finds nobody by subtracting in the illustrative year, with few persons at each seventh activity', async () => {
    const { ledger } = await load(new FolderReader('data', sampleYear()));
    const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
    const published = (version?: Version) => [
      ...publications(withFew(ledger), ['2025-12-31'], months, version),
      ...publications(withFew(ledger), ['2025-12-19'], [], version),
    ];
    expect(attack(withFew(ledger), published())).toEqual({ betrayed: [], untrue: [] });
    expect(attack(withFew(ledger), published(exact)).betrayed).not.toEqual([]);
  });
});

/** The ledger with 1, 2 or 3 persons at each seventh activity. */
function withFew(ledger: Ledger): Ledger {
  const nth = new Map(ledger.all('activities').map(({ id }, index) => [id, index]));
  const entries = KINDS.flatMap((kind): readonly Entry[] => ledger.all(kind));
  return new Ledger(
    ledger.workspace,
    entries.map((entry) => {
      const index = entry.kind === 'activities' ? (nth.get(entry.id) ?? 0) : 1;
      return index % 7 === 0
        ? entryFrom({ ...entry, value: { ...entry.value, beneficiaries: 1 + (index % 3) } })
        : entry;
    }),
  );
}

describe('the attacker', () => {
  const at = (date: string, pairing: string, lead: string, beneficiaries: number): Activity => ({
    date,
    pairings: [pairing],
    lead,
    action: '越医康养',
    beneficiaries,
    events: held(date),
  });

  test('finds what exact numbers tell', () => {
    const ledger = ledgerOf([at('2025-03-05', '东湖', '内科', 2), at('2025-03-06', '迪荡', '内科', 40)]);
    expect(attack(ledger, publications(ledger, DAYS, MONTHS, exact)).betrayed).toContain('活动0');
    expect(attack(ledger, publications(ledger, DAYS, MONTHS)).betrayed).toEqual([]);
  });

  test('finds what numbers in tens tell together: 约40 with four of at least 10 leaves few for two more', () => {
    const ledger = ledgerOf([
      at('2025-03-05', '东湖', '内科', 10),
      at('2025-03-06', '迪荡', '内科', 10),
      at('2025-04-05', '东湖', '外科', 10),
      at('2025-04-06', '迪荡', '外科', 10),
      at('2025-05-05', '府山', '内科', 1),
      at('2025-05-06', '府山', '外科', 1),
    ]);
    expect(attack(ledger, publications(ledger, DAYS, MONTHS, inTensAlone)).betrayed).not.toEqual([]);
    expect(attack(ledger, publications(ledger, DAYS, MONTHS)).betrayed).toEqual([]);
  });
});
