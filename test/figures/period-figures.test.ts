import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Figure, recordIds } from '../../src/document/figure.js';
import { Figures } from '../../src/figures/figures.js';
import { knowsFigure } from '../../src/figures/known-figures.js';
import { recompute } from '../../src/figures/recompute.js';
import { MEASURES, REGISTRY } from '../../src/figures/registry.js';
import { buildLedger, held } from '../support/ledger-builder.js';
import { day, drafts, MONTHS, TARGETS } from './random-year.js';

/** The kinds whose records belong to one day; the others are there as long as they are in force. */
const OF_A_DAY = ['activities', 'meetings', 'inspections', 'publications', 'requests'];
const YEAR = { year: '2025' };
const PARTS = [MONTHS, ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'], ['2025-H1', '2025-H2']];

function onEvery(check: (figures: Figures) => void, numRuns = 30): void {
  fc.assert(
    fc.property(drafts, day, (chosen, asOf) => check(new Figures(buildLedger(chosen), asOf))),
    { numRuns },
  );
}

const sum = (figures: readonly Figure[]): number => figures.reduce((all, { value }) => all + (value ?? 0), 0);

describe('the parts of a year make up the year', () => {
  test('of what is counted by its day', () => {
    const counted = MEASURES.filter(({ kind, formula }) => OF_A_DAY.includes(kind) && formula === 'count');
    expect(counted.length).toBeGreaterThan(10);
    onEvery((figures) => {
      for (const { name } of counted) {
        for (const parts of PARTS) {
          const told = parts.map((period) => figures.get(name, { ...YEAR, period }));
          expect(sum(told), name).toBe(figures.get(name, YEAR).value);
        }
      }
    });
  });

  test('of what is done of a target, plain or cell by cell', () => {
    onEvery((figures) => {
      for (const target of TARGETS) {
        for (const parts of PARTS) {
          const told = parts.map((period) => figures.get('done', { ...YEAR, period, target }));
          expect(sum(told), target).toBe(figures.get('done', { target }).value ?? 0);
        }
      }
    });
  });

  test('of the weeks that fell due', () => {
    onEvery((figures) => {
      const told = PARTS.map((parts) =>
        sum(parts.map((period) => figures.get('due-in', { ...YEAR, period, target: '周' }))),
      );
      const { value } = figures.get('due', { target: '周' });
      expect(told).toEqual([value, value, value]);
    });
  });
});

test('a period equal to the year is the year, and a month told as a period is the month', () => {
  onEvery((figures) => {
    for (const { name } of MEASURES) {
      for (const id of [`${name}@year=2025,period=2025`, `${name}@period=2025-01-01..2025-12-31`]) {
        expect(figures.byId(id)).toBe(figures.get(name, YEAR));
      }
      const [month, period] = ['month', 'period'].map((time) => figures.byId(`${name}@year=2025,${time}=2025-06`));
      expect([month?.value, recordIds(month as Figure)]).toEqual([period?.value, recordIds(period as Figure)]);
    }
  }, 10);
});

test('every figure told of a year is told of a part of it, opens by its id and recomputes', () => {
  // What a title claims, it claims of the whole year.
  const rows = REGISTRY.filter(({ name, needs, may }) => name !== 'claim' && [...needs, ...may].includes('year'));
  expect(rows.filter(({ may }) => !may.includes('period')).map(({ name }) => name)).toEqual([]);
  const chosen = { program: '越医有爱', target: '周', type: '逾期', action: '康养', pairing: '东湖' };
  onEvery((figures) => {
    const fresh = new Figures(figures.ledger, figures.asOf);
    for (const { name, needs } of rows) {
      const own = Object.fromEntries(
        Object.entries(chosen).filter(([dimension]) => needs.some((each) => each === dimension)),
      );
      const figure = figures.get(name, { ...YEAR, period: '2025-Q2', ...own });
      expect(knowsFigure(figures.ledger, figure.id), figure.id).toBe(true);
      expect(fresh.byId(figure.id)?.value, figure.id).toBe(figure.value);
      expect(recompute(figure, fresh), figure.id).toBe(figure.value);
    }
  }, 10);
});

test('the same days of the year before are compared', () => {
  const activities = ['2024-04-10', '2024-06-30', '2024-07-01', '2025-04-02', '2025-05-03', '2025-06-04'].map(
    (date) => ({
      id: date,
      date,
      events: held(date),
    }),
  );
  const at = (asOf: string, id: string) => new Figures(buildLedger({ activities }), asOf).byId(id)?.value;
  expect(at('2025-06-30', 'last-year@year=2025,period=2025-Q2')).toBe(2);
  expect(at('2025-06-30', 'growth@year=2025,period=2025-Q2')).toBe(50);
  expect(at('2025-06-10', 'last-year@year=2025,period=2025-Q2')).toBe(1);
  expect(at('2025-08-31', 'last-year@year=2025,period=2025-08')).toBe(0);
});

test('the label names the period', () => {
  const figures = new Figures(buildLedger({ targets: [{ id: '义诊', title: '义诊' }] }), '2025-12-31');
  expect(figures.get('activities', { ...YEAR, period: '2025-Q2' }).label).toBe('服务活动·2025年第二季度');
  expect(figures.get('done', { ...YEAR, period: '2025-06', target: '义诊' }).label).toBe('义诊·已完成·2025年6月');
});
