import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordIds } from '../../../src/document/figure.js';
import { Figures } from '../../../src/figures/figures.js';
import { knowsFigure } from '../../../src/figures/known-figures.js';
import { recompute } from '../../../src/figures/recompute.js';
import { TODO_GROUPS } from '../../../src/figures/todo/todo-item.js';
import { addDays } from '../../../src/text/calendar-date.js';
import { buildLedger, type Drafts } from '../../support/ledger-builder.js';

const BRANCHES = ['外科', '骨科'];
const day = fc.integer({ min: 0, max: 400 }).map((offset) => addDays('2025-01-01', offset));
const branch = fc.constantFrom(...BRANCHES);

const drafts = fc
  .record({
    dues: fc.array(fc.record({ due: day, branch }), { maxLength: 6 }),
    activities: fc.array(fc.record({ date: day, lead: branch }), { maxLength: 6 }),
    inspections: fc.array(fc.record({ date: day, dues: fc.array(day, { maxLength: 3 }) }), { maxLength: 6 }),
    signed: fc.array(day, { maxLength: 3 }),
  })
  .map(
    ({ dues, activities, inspections, signed }): Drafts => ({
      branches: BRANCHES.map((id) => ({ id })),
      programs: [{ id: '越医有爱', from: '2025-02-01', actions: [{ id: '康养', bySolarTerms: true }] }],
      pairings: [{ id: '东湖', lead: '外科' }, { id: '迪荡' }],
      agreements: signed.map((on, index) => ({ id: `协议${index}`, signed: [{ side: '甲方', on }] })),
      boards: [{ id: '要点' }],
      tasks: dues.map((rest, index) => ({ id: `任务${index}`, ...rest })),
      activities: activities.map((rest, index) => ({ id: `活动${index}`, ...rest })),
      inspections: inspections.map(({ date, dues: days }, index) => ({
        id: `督查${index}`,
        date,
        ...(days.length > 0 ? { problems: days.map((due) => ({ category: '环境', text: '情况', due })) } : {}),
      })),
      targets: [
        { id: '周', atLeast: 1, per: 'week', count: { kind: 'inspections' } },
        { id: '支部', atLeast: 1, each: { kind: 'branches', by: 'branch' }, count: { kind: 'tasks' } },
      ],
    }),
  );

const IDS = [
  'todo@year=2025',
  'todo@year=2025,branch=外科',
  ...TODO_GROUPS.flatMap((group) => [`todo@year=2025,type=${group}`, `todo@year=2025,type=${group},branch=外科`]),
];

test('every count is what its inputs and records say, under its own id', () => {
  fc.assert(
    fc.property(drafts, day, (given, asOf) => {
      const figures = new Figures(buildLedger(given), asOf);
      for (const id of IDS) {
        const figure = figures.byId(id);
        expect(figure?.id).toBe(id);
        if (figure) expect(recompute(figure, figures), id).toBe(figure.value);
      }
    }),
    { numRuns: 40 },
  );
});

test('as of a later day no fewer tasks and problems are late, and no fewer activities wait', () => {
  fc.assert(
    fc.property(drafts, day, day, (given, a, b) => {
      const ledger = buildLedger(given);
      const [earlier, later] = [a, b].sort().map((asOf) => new Figures(ledger, asOf)) as [Figures, Figures];
      for (const group of ['逾期任务', '逾期整改', '待确认活动']) {
        const at = (figures: Figures) => figures.byId(`todo@year=2025,type=${group}`)?.value ?? 0;
        expect(at(later), group).toBeGreaterThanOrEqual(at(earlier));
      }
    }),
    { numRuns: 40 },
  );
});

test('a branch has no more items than the hospital', () => {
  fc.assert(
    fc.property(drafts, day, (given, asOf) => {
      const figures = new Figures(buildLedger(given), asOf);
      const value = (id: string) => figures.byId(id)?.value ?? 0;
      const own = BRANCHES.map((id) => value(`todo@year=2025,branch=${id}`));
      for (const each of own) expect(value('todo@year=2025')).toBeGreaterThanOrEqual(each);
    }),
    { numRuns: 20 },
  );
});

describe('ids', () => {
  const ledger = buildLedger({ branches: [{ id: '外科' }] });
  const figures = new Figures(ledger, '2025-07-01');

  test.each(['todo', 'todo@year=2025,type=别的', 'todo@year=2025,pairing=东湖', 'todo@month=2025-03'])(
    '%s is none',
    (id) => {
      expect(figures.byId(id)).toBeUndefined();
      expect(knowsFigure(ledger, id)).toBe(false);
    },
  );

  test('a narrative may name them', () => {
    expect(knowsFigure(ledger, 'todo@year=2025,type=协议,branch=外科')).toBe(true);
    expect(knowsFigure(ledger, 'todo@year=2025,branch=眼科')).toBe(false);
  });

  test('an empty ledger has no items', () => {
    expect(figures.byId('todo@year=2025')).toMatchObject({ value: 0, inputs: [], sample: false });
  });
});

describe('samples', () => {
  const target = { id: '周', atLeast: 1, per: 'week' as const, count: { kind: 'inspections' as const } };

  test('mark the counts they stand behind', () => {
    const ledger = buildLedger(
      {},
      {
        samples: {
          boards: [{ id: '要点' }],
          tasks: [{ id: '任务', due: '2025-01-01', events: [{ on: '2025-01-02', step: '推进中' }] }],
        },
      },
    );
    const figure = new Figures(ledger, '2025-07-01').byId('todo@year=2025,type=逾期任务');
    expect(figure).toMatchObject({ value: 1, sample: true, label: '待办·逾期任务' });
    expect(figure && recordIds(figure)).toEqual(['任务']);
  });

  test('mark what is missing beside them', () => {
    const marked = (samples: Drafts) => {
      const ledger = buildLedger({ targets: [target] }, { samples });
      return new Figures(ledger, '2025-07-01').byId('todo@year=2025,type=周期目标')?.sample;
    };
    expect([marked({}), marked({ inspections: [{ id: '督查', date: '2025-05-26' }] })]).toEqual([false, true]);
  });
});
