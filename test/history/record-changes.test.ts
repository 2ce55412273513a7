import { describe, expect, test } from 'vitest';
import { Figures } from '../../src/figures/figures.js';
import { fieldChanges } from '../../src/history/field-changes.js';
import { figureChanges, type Side } from '../../src/history/figure-changes.js';
import { recordChanges } from '../../src/history/record-changes.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';

const YEAR = { year: '2025' };
const END = '2025-12-31';

/** A side that prints these measures of 2025. */
function side(drafts: Drafts, measures: readonly string[], asOf = END): Side {
  const figures = new Figures(buildLedger(drafts), asOf);
  return { figures, printed: measures.map((measure) => figures.get(measure, YEAR)) };
}

/** The records that explain the difference: `id effect cause`, and their dated events. */
function explained(before: Side, after: Side): string[] {
  const changes = figureChanges(before, after);
  const { records } = recordChanges(changes, before.figures, after.figures);
  return records.map(({ record, effect, cause, happenings, state }) =>
    [record.id, effect, cause, ...happenings.map(({ on, what }) => `${on}${what}`), state ?? ''].join(' ').trim(),
  );
}

describe('tasks', () => {
  const board = { id: '清单', type: '任务清单' as const };
  const late = (events: NonNullable<Drafts['tasks']>[number]['events'] = []): Drafts => ({
    boards: [board],
    tasks: [{ id: '甲', board: '清单', due: '2025-10', events }],
  });
  const MEASURES = ['tasks', 'closed', 'overdue'];

  test('overdue: the due day, not the last step, is the cause', () => {
    const drafts = late([{ on: '2025-10-20', step: '推进中' }]);
    expect(explained(side(drafts, MEASURES, '2025-10-31'), side(drafts, MEASURES, '2025-11-01'))).toEqual([
      '甲 added day 2025-10-31到期',
    ]);
    expect(explained(side(drafts, MEASURES, '2025-10-30'), side(drafts, MEASURES, '2025-10-31'))).toEqual([]);
  });

  test('closed late: moved from one figure to another', () => {
    const drafts = late([
      { on: '2025-03-01', step: '推进中' },
      { on: '2025-11-20', step: '销号' },
    ]);
    expect(explained(side(drafts, MEASURES, '2025-11-01'), side(drafts, MEASURES, '2025-11-30'))).toEqual([
      '甲 moved day 2025-11-20销号',
    ]);
  });
});

test('an agreement changes by its second signature', () => {
  const drafts: Drafts = {
    agreements: [
      {
        id: '东湖-2025',
        signed: [
          { side: '甲方', on: '2025-03-01' },
          { side: '乙方', on: '2025-03-09' },
        ],
      },
    ],
  };
  const measures = ['agreements'];
  expect(explained(side(drafts, measures, '2025-03-05'), side(drafts, measures, '2025-03-31'))).toEqual([
    '东湖-2025 added day 2025-03-09乙方签章',
  ]);
});

test('an inspection changes by a problem rectified, and one found', () => {
  const drafts: Drafts = {
    inspections: [{ id: '窗口', problems: [{ category: '态度', text: '生硬', rectified: '2025-06-10' }] }],
  };
  const measures = ['inspections', 'problems', 'rectified'];
  expect(explained(side(drafts, measures, '2025-06-01'), side(drafts, measures))).toEqual([
    '窗口 changed day 2025-06-10问题整改',
  ]);
  expect(explained(side({ inspections: [{ id: '窗口' }] }, measures), side(drafts, measures))[0]).toMatch(
    /^窗口 changed edited/,
  );
});

test('a hedge removed at the same amount is explained by the edited record', () => {
  const drafts = (more: object): Drafts => ({
    activities: [{ id: '甲', events: held('2025-03-15'), beneficiaries: 86, ...more }],
  });
  const [before, after] = [
    side(drafts({ beneficiariesBound: '约' }), ['beneficiaries']),
    side(drafts({}), ['beneficiaries']),
  ];
  expect(figureChanges(before, after)).toMatchObject([{ before: { bound: '约' }, after: { value: 86 } }]);
  expect(explained(before, after)).toEqual(['甲 changed edited']);
});

test('a record that adds nothing to a sum does not explain it', () => {
  const activity = (id: string, beneficiaries?: number) => ({
    id,
    events: held('2025-03-15'),
    ...(beneficiaries === undefined ? {} : { beneficiaries }),
  });
  const before = side({ activities: [activity('甲', 10)] }, ['beneficiaries']);
  const after = side({ activities: [activity('甲', 10), activity('乙', 0), activity('丙', 5)] }, ['beneficiaries']);
  expect(explained(before, after)).toEqual(['丙 added new 2025-03-15已开展']);
});

test('partners counted once are explained by the pairing that names them', () => {
  const pairing = (partners: string[]): Drafts => ({ pairings: [{ id: '东湖', partners }] });
  const [before, after] = [side(pairing(['甲中心']), ['partners']), side(pairing(['甲中心', '乙中心']), ['partners'])];
  expect(explained(before, after)).toEqual(['东湖 changed edited']);
});

describe('the record that makes the difference is named, not one that it belongs to', () => {
  test('a board moved to another year, not its task', () => {
    const drafts = (year: number): Drafts => ({ boards: [{ id: '要点', year }], tasks: [{ id: '甲' }] });
    expect(explained(side(drafts(2024), ['tasks']), side(drafts(2025), ['tasks']))).toEqual(['要点 changed edited']);
  });

  const agreed = (more: object = {}): Drafts => ({
    pairings: [{ id: '东湖' }],
    agreements: [
      {
        id: '东湖-2025',
        pairing: '东湖',
        signed: [
          { side: '甲方', on: '2025-03-01' },
          { side: '乙方', on: '2025-03-09' },
        ],
        ...more,
      },
    ],
  });
  const states = (drafts: Drafts, asOf: string): Side => {
    const figures = new Figures(buildLedger(drafts), asOf);
    const printed = ['履行中（期限未约定）', '待对方签章', '履行中', '即将到期'].map((state) =>
      figures.get('pairings', { ...YEAR, state }),
    );
    return { figures, printed };
  };

  test('an agreement by its second signature, not its pairing', () => {
    expect(explained(states(agreed(), '2025-03-05'), states(agreed(), '2025-03-31'))).toEqual([
      '东湖-2025 moved day 2025-03-09乙方签章',
    ]);
  });

  test('an agreement whose term runs out, by the state it has come to', () => {
    const drafts = agreed({ termYears: 1 });
    expect(explained(states(drafts, '2025-12-31'), states(drafts, '2026-02-01'))).toEqual([
      '东湖-2025 moved day 即将到期',
    ]);
  });
});

describe('only what makes the difference is told', () => {
  const activity = (events: { on: string; step: '申报' | '取得志愿码' | '已开展' }[], title = '义诊'): Drafts => ({
    activities: [{ id: '甲', title, date: '2025-03-15', events }],
  });

  test('of several steps the one that counts', () => {
    const drafts = activity([
      { on: '2025-03-05', step: '申报' },
      { on: '2025-03-10', step: '取得志愿码' },
      { on: '2025-03-15', step: '已开展' },
    ]);
    expect(explained(side(drafts, ['activities'], '2025-03-01'), side(drafts, ['activities']))).toEqual([
      '甲 added day 2025-03-15已开展',
    ]);
  });

  test('of several edited fields the one that counts', () => {
    const drafts = (title: string, beneficiaries: number): Drafts => ({
      activities: [{ id: '甲', title, events: held('2025-03-15'), beneficiaries }],
    });
    const [before, after] = [side(drafts('义诊', 5), ['beneficiaries']), side(drafts('大义诊', 9), ['beneficiaries'])];
    const { records } = recordChanges(figureChanges(before, after), before.figures, after.figures);
    expect(records.map(({ fields }) => fields.map(({ path }) => path))).toEqual([['beneficiaries']]);
  });

  test('a record that changed without a difference is no cause', () => {
    const drafts = (title: string, more: number): Drafts => ({
      activities: [
        { id: '甲', title, events: held('2025-03-15') },
        ...Array.from({ length: more }, (_, index) => ({ id: `新${index}`, events: held('2025-04-01') })),
      ],
    });
    expect(explained(side(drafts('义诊', 0), ['activities']), side(drafts('大义诊', 1), ['activities']))).toEqual([
      '新0 added new 2025-04-01已开展',
    ]);
  });

  test('two pairings that name the same new partner are causes together', () => {
    const drafts = (partners: string[]): Drafts => ({
      pairings: [
        { id: '东湖', partners },
        { id: '府山', partners },
      ],
    });
    const [before, after] = [side(drafts(['甲']), ['partners']), side(drafts(['甲', '乙']), ['partners'])];
    expect(explained(before, after)).toEqual(['东湖 changed edited', '府山 changed edited']);
  });
});

test('a figure is absent, not zero, on a side without its subject', () => {
  const of = (drafts: Drafts): Side => {
    const { figures } = side(drafts, []);
    return { figures, printed: figures.ledger.get('boards', '清单') ? [figures.get('tasks', { board: '清单' })] : [] };
  };
  const [change] = figureChanges(of({}), of({ boards: [{ id: '清单' }] }));
  expect(change).toMatchObject({ id: 'tasks@board=清单', after: { value: 0 } });
  expect(change).not.toHaveProperty('before');
});

describe('fieldChanges', () => {
  test('names nested fields by their path, compares lists as wholes and mappings without order', () => {
    const before = { a: { x: 1, y: 2 }, list: [1], gone: '旧', same: { p: 1, q: 2 } };
    const after = { same: { q: 2, p: 1 }, a: { y: 3, x: 1 }, list: [1, 2], fresh: { z: 9 } };
    expect(fieldChanges(before, after)).toEqual([
      { path: 'a.y', before: 2, after: 3 },
      { path: 'list', before: [1], after: [1, 2] },
      { path: 'fresh.z', before: undefined, after: 9 },
      { path: 'gone', before: '旧', after: undefined },
    ]);
  });

  test('accepts values of any type', () => {
    const odd = JSON.parse('{"__proto__": {"a": 1}, "constructor": null}') as Record<string, unknown>;
    expect(fieldChanges({}, odd).map(({ path }) => path)).toEqual(['__proto__.a', 'constructor']);
    expect(fieldChanges({ a: null }, { a: {} })).toEqual([{ path: 'a', before: null, after: {} }]);
  });
});
