import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Figure, recordIds } from '../../src/document/figure.js';
import { NO_PAIRING, NO_UNIT } from '../../src/figures/countable.js';
import { Figures } from '../../src/figures/figures.js';
import { recompute } from '../../src/figures/recompute.js';
import { monthLight } from '../../src/figures/targets/target-months.js';
import { buildLedger, entryOf } from '../support/ledger-builder.js';
import { BRANCHES, day, drafts, LINKAGES, MONTHS, PAIRINGS, TARGETS } from './random-year.js';

/** Opened by its id in a fresh ledger of figures, and worked out once more. */
function expectOpened(figure: Figure, fresh: Figures): void {
  const opened = fresh.byId(figure.id);
  expect(opened?.value, figure.id).toBe(figure.value);
  expect(opened && recordIds(opened), figure.id).toEqual(recordIds(figure));
  expect(recompute(figure, fresh), figure.id).toBe(figure.value);
  if (figure.value === null) expect(figure.missing, figure.id).toBeTruthy();
}

function onEvery(check: (ledger: ReturnType<typeof buildLedger>, asOf: string) => void, numRuns = 40): void {
  fc.assert(
    fc.property(drafts, day, (chosen, asOf) => check(buildLedger(chosen), asOf)),
    { numRuns },
  );
}

describe('the matrix of linkages and pairings', () => {
  const year = '2025';
  const program = '越医有爱';

  test('its margins are what its cells name, each once; its gaps are its empty cells', () => {
    onEvery((ledger, asOf) => {
      const figures = new Figures(ledger, asOf);
      const rows = [...PAIRINGS, NO_PAIRING];
      const cell = (pairing: string, linkage: string) => figures.get('linked', { year, pairing, linkage });
      const distinct = (cells: readonly Figure[]) => new Set(cells.flatMap((each) => recordIds(each))).size;
      for (const pairing of rows) {
        const cells = LINKAGES.map((linkage) => cell(pairing, linkage));
        expect(figures.get('linked', { year, program, pairing }).value).toBe(distinct(cells));
      }
      for (const linkage of LINKAGES) {
        const cells = rows.map((pairing) => cell(pairing, linkage));
        expect(figures.get('linked', { year, program, linkage }).value).toBe(distinct(cells));
      }
      const all = rows.flatMap((pairing) => LINKAGES.map((linkage) => cell(pairing, linkage)));
      expect(figures.get('linked', { year, program }).value).toBe(distinct(all));
      const own = PAIRINGS.flatMap((pairing) => LINKAGES.map((linkage) => cell(pairing, linkage)));
      expect(figures.get('gaps', { year, program }).value).toBe(own.filter(({ value }) => value === 0).length);
      expect(figures.get('matrix-cells', { year, program }).value).toBe(6);
    });
  });

  test('every figure of it opens and recomputes', () => {
    onEvery((ledger, asOf) => {
      const [figures, fresh] = [new Figures(ledger, asOf), new Figures(ledger, asOf)];
      for (const dimensions of [
        { year, program },
        { year, program, linkage: '组织联建' },
        { year, program, pairing: '东湖' },
      ]) {
        for (const measure of ['linked', 'gaps', 'matrix-cells']) expectOpened(figures.get(measure, dimensions), fresh);
      }
    });
  });
});

test('leads and the unknown lead make up the activities', () => {
  onEvery((ledger, asOf) => {
    const figures = new Figures(ledger, asOf);
    const led = [...BRANCHES, NO_UNIT].map((branch) => figures.get('led', { year: '2025', branch }).value ?? 0);
    expect(led.reduce((sum, value) => sum + value, 0)).toBe(figures.get('activities', { year: '2025' }).value);
  });
});

test('problems are rectified or open, and only open ones are late', () => {
  onEvery((ledger, asOf) => {
    const figures = new Figures(ledger, asOf);
    const of = (measure: string) => figures.get(measure, { year: '2025', type: '态度' }).value ?? 0;
    expect(of('rectified') + of('open-problems')).toBe(of('problems'));
    expect(of('rectified') + of('unrectified') + of('pending-problems')).toBe(of('problems'));
    expect(of('overdue-problems')).toBeLessThanOrEqual(of('open-problems'));
  });
});

describe('targets', () => {
  test('projections and coverage open and recompute; the range holds the projection', () => {
    onEvery((ledger, asOf) => {
      const [figures, fresh] = [new Figures(ledger, asOf), new Figures(ledger, asOf)];
      for (const id of TARGETS) {
        const entry = entryOf(ledger, 'targets', id);
        const get = (measure: string) => figures.get(measure, { target: id });
        const [projected, low, high] = [get('projected'), get('projected-low'), get('projected-high')];
        for (const figure of [get('remaining'), projected, low, high, get('projected-percent')]) {
          expectOpened(figure, fresh);
          for (const input of figure.inputs) expect(fresh.byId(input), input).toBeDefined();
        }
        if (projected.value === null) continue;
        expect(low.value).toBeLessThanOrEqual(projected.value);
        expect(high.value).toBeGreaterThanOrEqual(projected.value);
        expect(projected.value).toBeGreaterThanOrEqual(figures.target(entry).done.value ?? 0);
      }
    });
  });

  test('weeks due are covered or missed, in each month and in all', () => {
    onEvery((ledger, asOf) => {
      const [figures, fresh] = [new Figures(ledger, asOf), new Figures(ledger, asOf)];
      const entry = entryOf(ledger, 'targets', '周');
      const [met, missed] = [figures.get('met-due', { target: '周' }), figures.get('missed', { target: '周' })];
      for (const figure of [met, missed]) expectOpened(figure, fresh);
      expect((met.value ?? 0) + (missed.value ?? 0)).toBe(figures.target(entry).due?.value);
      const of = (measure: string, month: string) => figures.get(measure, { month, target: '周' });
      const months = MONTHS.map((month) => ({
        due: of('due-in', month),
        met: of('met-in', month),
        missed: of('missed-in', month),
      }));
      for (const { due, met: some, missed: none } of months) {
        for (const figure of [due, some, none]) expectOpened(figure, fresh);
        expect((some.value ?? 0) + (none.value ?? 0)).toBe(due.value);
      }
      expect(months.reduce((sum, { missed: none }) => sum + (none.value ?? 0), 0)).toBe(missed.value);
    });
  });

  test('a month’s figures are those --as-of its last day shows, and open by their ids', () => {
    onEvery((ledger) => {
      const [figures, fresh] = [new Figures(ledger, '2025-12-31'), new Figures(ledger, '2025-12-31')];
      const then = new Figures(ledger, '2025-06-30');
      for (const id of TARGETS) {
        const entry = entryOf(ledger, 'targets', id);
        const { done, expected, percent, light } = figures.target(entry, '2025-06');
        for (const figure of [done, expected, percent]) expectOpened(figure, fresh);
        const target = then.target(entry);
        expect([done.value, expected.value, light]).toEqual([target.done.value, target.expected.value, target.light]);
      }
    }, 25);
  });

  test('a month that ended red never turns green: it stays red or is caught up', () => {
    fc.assert(
      fc.property(drafts, day, day, (chosen, a, b) => {
        const ledger = buildLedger(chosen);
        const [earlier, later] = [a, b].sort().map((asOf) => new Figures(ledger, asOf)) as [Figures, Figures];
        for (const id of TARGETS) {
          const entry = entryOf(ledger, 'targets', id);
          // A month still running has no end yet to be judged by.
          for (const month of MONTHS.filter((each) => `${each}-31` <= earlier.asOf)) {
            const [then, now] = [monthLight(earlier, entry, month), monthLight(later, entry, month)];
            if (then?.light === 'red') expect(['red', 'yellow'], `${id} ${month}`).toContain(now?.light);
            else expect(now?.light, `${id} ${month}`).toBe(then?.light);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('as of a later day no count is smaller', () => {
  fc.assert(
    fc.property(drafts, day, day, (chosen, a, b) => {
      const ledger = buildLedger(chosen);
      const [earlier, later] = [a, b].sort().map((asOf) => new Figures(ledger, asOf)) as [Figures, Figures];
      const count = (figures: Figures) => [
        figures.get('linked', { year: '2025', program: '越医有爱' }).value ?? 0,
        figures.get('returned-problems', { year: '2025' }).value ?? 0,
        figures.get('missed', { target: '周' }).value ?? 0,
      ];
      const [before, after] = [count(earlier), count(later)];
      for (const [index, value] of after.entries()) expect(value).toBeGreaterThanOrEqual(before[index] ?? 0);
    }),
    { numRuns: 40 },
  );
});
