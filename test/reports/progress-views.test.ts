import { describe, expect, test } from 'vitest';
import { recordIds } from '../../src/document/figure.js';
import type { Cell, Table } from '../../src/document/report-document.js';
import { yearPeriod } from '../../src/figures/period.js';
import { recompute } from '../../src/figures/recompute.js';
import { contentText, UNICODE_MARKS } from '../../src/render/inlines.js';
import { renderTerminal } from '../../src/render/terminal.js';
import { createContext, type ReportContext } from '../../src/reports/context.js';
import { buildProgress } from '../../src/reports/progress/progress-document.js';
import { VIEW_NAMES, type ViewName } from '../../src/reports/progress/view-names.js';
import { displayWidth } from '../../src/text/width.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';
import { BUSY_YEAR, wideYear } from './busy-year.js';

const NAMES = Object.keys(VIEW_NAMES) as ViewName[];

function contextOf(drafts: Drafts, asOf = '2025-10-20'): ReportContext {
  return createContext({ ledger: buildLedger(drafts), period: yearPeriod(2025), asOf, today: '2025-12-31', errors: 0 });
}

/** The tables of a view by their titles, cells as text. */
function tables(drafts: Drafts, view?: ViewName, asOf?: string): Record<string, string[][]> {
  const { body } = buildProgress(contextOf(drafts, asOf), view);
  const found = body.filter((block): block is Table => block.type === 'table');
  return Object.fromEntries(
    found.map(({ title, rows, total }) => [
      title,
      (total === undefined ? rows : [...rows, total]).map((row) =>
        row.map((cell: Cell) => contentText(cell, UNICODE_MARKS)),
      ),
    ]),
  );
}

function notes(drafts: Drafts, view: ViewName, asOf?: string): string {
  const { body } = buildProgress(contextOf(drafts, asOf), view);
  const all = body.flatMap((block) => (block.type === 'table' ? block.notes : []));
  return all.map((note) => contentText(note, UNICODE_MARKS)).join('\n');
}

const row = (rows: string[][] | undefined, name: string) => rows?.find(([first]) => first === name)?.slice(1);

describe('every view', () => {
  test.each([...NAMES, undefined])('%s opens each of its figures by id, and it recomputes', (view) => {
    for (const asOf of ['2025-02-01', '2025-06-30', '2025-10-20', '2025-12-31']) {
      const context = contextOf(BUSY_YEAR, asOf);
      const fresh = contextOf(BUSY_YEAR, asOf).figures;
      for (const figure of buildProgress(context, view).figures) {
        const opened = fresh.byId(figure.id);
        expect(opened?.value, figure.id).toBe(figure.value);
        expect(opened && recordIds(opened), figure.id).toEqual(recordIds(figure));
        expect(recompute(figure, fresh), figure.id).toBe(figure.value);
        expect(figure.derivation !== undefined, figure.id).toBe(figure.inputs.length > 0);
      }
    }
  });

  test.each([...NAMES, undefined])('%s has 截至 under every table', (view) => {
    for (const block of buildProgress(contextOf(BUSY_YEAR), view).body) {
      if (block.type !== 'table') continue;
      expect(contentText(block.notes[0] ?? [], UNICODE_MARKS), block.title).toMatch(/^截至2025年10月20日。/);
    }
  });

  test.each([...NAMES, undefined])(
    '%s is at most 80 columns wide, with many branches, long names and in ASCII',
    (view) => {
      for (const drafts of [BUSY_YEAR, wideYear(26)]) {
        for (const ascii of [false, true]) {
          const text = renderTerminal(buildProgress(contextOf(drafts), view), { width: 80, color: false, ascii });
          for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
          if (ascii) expect(text).not.toMatch(/[│─█░]/);
        }
      }
    },
  );

  test.each(NAMES)('%s says in one sentence that there is nothing', (view) => {
    const { body } = buildProgress(contextOf({}), view);
    expect(body).toHaveLength(1);
    expect(body[0]).toMatchObject({ type: 'notice', tone: 'info' });
  });

  test.each(NAMES)('%s makes the same of the same day', (view) => {
    const print = () =>
      renderTerminal(buildProgress(contextOf(BUSY_YEAR), view), { width: 80, color: true, ascii: false });
    expect(print()).toBe(print());
  });
});

describe('by target', () => {
  test('more than was asked for is 超额完成', () => {
    const drafts: Drafts = {
      targets: [{ id: '义诊', atLeast: 1 }],
      activities: ['甲', '乙'].map((id) => ({ id, events: held('2025-03-15') })),
    };
    expect(row(tables(drafts, 'target').目标进展, '义诊')).toEqual([
      '1',
      '2',
      '██████ 200.0%',
      '80.3%',
      '+119.7',
      '超额完成',
    ]);
  });

  test('the projection is labelled 推算, with its range', () => {
    const title = '推算：照此进度，到目标截止日能完成多少';
    expect(row(tables(BUSY_YEAR, 'target')[title], '义诊')?.[0]).toBe('72天');
    expect(notes(BUSY_YEAR, 'target')).toContain('以下为推算，不是统计数');
  });

  test('a target without a number is not projected', () => {
    const drafts: Drafts = { targets: [{ id: '联席', count: { kind: 'meetings' } }] };
    const { 目标进展, ...others } = tables(drafts, 'target');
    expect(row(目标进展, '联席')).toEqual(['未约定', '0', '—', '—', '—', '—']);
    expect(others).toEqual({});
    expect(notes(drafts, 'target')).toContain('联席频次未约定，只计数。');
  });
});

describe('by month', () => {
  test('a month to come is blank, one without records is 0', () => {
    const rows = tables(BUSY_YEAR, 'month').各月开展情况;
    expect(row(rows, '2月')).toEqual(['0', '0', '0', '0', '0']);
    expect(row(rows, '11月')).toEqual(['', '', '', '', '']);
  });

  test('red turns yellow once made good, and says so', () => {
    const drafts: Drafts = {
      targets: [{ id: '义诊', from: '2025-01-01', until: '2025-12-31', atLeast: 12 }],
      activities: [1, 2, 3].map((number) => ({
        id: `补${number}`,
        date: '2025-03-20',
        events: held('2025-03-20'),
      })),
    };
    const lights = (asOf: string) => tables(drafts, 'month', asOf).各月末亮灯?.map(([, light]) => light);
    expect(lights('2025-02-28')?.slice(0, 3)).toEqual(['红灯', '红灯', '']);
    expect(lights('2025-03-31')?.slice(0, 4)).toEqual(['黄灯补上', '黄灯补上', '绿灯', '']);
  });

  test('lists the activities nobody has confirmed', () => {
    expect(tables(BUSY_YEAR, 'month').待确认的活动).toEqual([['没有下文', '9月1日']]);
  });
});

test('by action: types down, actions across, each activity once in the totals', () => {
  const rows = tables(BUSY_YEAR, 'action').各项行动的活动类型;
  expect(row(rows, '义诊')).toEqual(['3', '0', '1', '4']);
  expect(row(rows, '讲座')).toEqual(['1', '1', '0', '2']);
  expect(row(rows, '合计（去重）')).toEqual(['3', '1', '1', '5']);
});

describe('by branch', () => {
  const rows = tables(BUSY_YEAR, 'branch').支部一览;

  test('牵头、协助、参与 stand apart; a department that leads and the unknown lead have rows', () => {
    expect(row(rows, '内科')).toEqual(['2', '2', '0', '0', '2', '126', '1']);
    expect(row(rows, '外科')).toEqual(['1', '0', '2', '1', '3', '不少于126', '0']);
    expect(row(rows, '体检中心')).toEqual(['0', '1', '0', '0', '1', '30', '0']);
    // One of the two names another branch as well: what names none at all is one.
    expect(row(rows, '未登记')).toEqual(['0', '2', '0', '0', '1', '0', '0']);
  });

  test('leads and the unknown make up the total; the other totals count once', () => {
    const led = rows?.slice(0, -1).map((cells) => Number(cells[2]));
    expect(led?.reduce((sum, value) => sum + value, 0)).toBe(5);
    expect(row(rows, '合计（去重）')).toEqual(['2', '5', '2', '1', '5', '不少于156', '1']);
  });

  test('projects stand with their stage, branches without one are named', () => {
    expect(tables(BUSY_YEAR, 'branch')['“一书记一项目”']).toEqual([
      ['内科', '缩短候药时间', '未约定', '立项（6月2日）'],
      ['外科', '尚未登记', '—', '—'],
    ]);
  });
});

describe('by partner', () => {
  test('the agreement, since when, and whether liaisons are named, without their names', () => {
    const rows = tables(BUSY_YEAR, 'partner').协议和联络;
    expect(row(rows, '东湖')).toEqual(['履行中（期限未约定）', '4月2日', '双方已定', '10月1日']);
    expect(row(rows, '迪荡')).toEqual(['未登记', '—', '未登记', '6月21日']);
    expect(JSON.stringify(tables(BUSY_YEAR, 'partner'))).not.toContain('王芳');
  });

  test('activities by the types the targets ask for', () => {
    expect(row(tables(BUSY_YEAR, 'partner').结对活动, '东湖')).toEqual(['2', '2', '126', '1', '1']);
  });
});

describe('by linkage', () => {
  const matrix = tables(BUSY_YEAR, 'linkage').结对与联建内容对照;

  test('a cell counts activities and meetings; a gap is a word', () => {
    expect(row(matrix, '东湖')).toEqual(['1', '2', '3']);
    expect(row(matrix, '迪荡')).toEqual(['空白', '2', '2']);
  });

  test('what belongs to no pairing has a row; margins count once', () => {
    expect(row(matrix, '未挂结对')).toEqual(['1', '0', '1']);
    expect(row(matrix, '合计（去重）')).toEqual(['2', '3', '5']);
  });

  test('gaps are counted and listed', () => {
    expect(notes(BUSY_YEAR, 'linkage')).toContain('共4项，空白1项：\n组织联建（1项）：迪荡。');
  });

  test('a matrix without a gap says so, one without anything names no pairing', () => {
    expect(notes(BUSY_YEAR, 'linkage', '2025-02-01')).toContain('组织联建（2项）：各结对均未开展。');
  });
});

describe('by board', () => {
  test('tasks stand with due date, days overdue, stage and since when; 流榜 apart', () => {
    const found = tables(BUSY_YEAR, 'board');
    expect(found['专病建设（揭榜挂帅）']).toEqual([
      ['1', '诊疗方案', '医务科', '9月，逾期20天', '揭榜（5月6日）'],
      ['2', '联合门诊', '内科', '“6月前”', '未启动'],
    ]);
    expect(found['专病建设（揭榜挂帅）·流榜、退榜、续榜']).toEqual([
      ['3', '专病专著', '未登记', '未约定', '流榜（7月1日）'],
    ]);
  });

  test('a project chosen later stands in no row and in no stage, as it is not counted; a task begun later does', () => {
    const drafts = (type: '任务清单' | '一书记一项目', step: '推进中' | '选题'): Drafts => ({
      boards: [{ id: '清单', type }],
      tasks: [
        { id: '在册', board: '清单' },
        { id: '后来的', board: '清单', events: [{ on: '2025-12-01', step }] },
      ],
    });
    const projects = drafts('一书记一项目', '选题');
    const found = tables(projects, 'board');
    expect(row(found.榜单和清单, '清单')?.[2]).toBe('1');
    expect(found['清单（一书记一项目）']?.map(([, task]) => task)).toEqual(['在册']);
    expect(notes(projects, 'board')).toContain('各环节：未启动1项。');
    expect(notes(drafts('任务清单', '推进中'), 'board')).toContain('各环节：未启动2项。');
  });

  test('stages are counted in their own order', () => {
    expect(notes(BUSY_YEAR, 'board')).toContain('各环节：未启动1项，揭榜1项，流榜1项。');
  });
});

describe('by inspection', () => {
  test('weeks due, covered and missed by month, and the missed ones by their days', () => {
    const rows = tables(BUSY_YEAR, 'inspection').各月督查;
    expect(row(rows, '9月')?.slice(0, 3)).toEqual(['4', '2', '2']);
    expect(notes(BUSY_YEAR, 'inspection')).toContain('9月15日—10月5日，10月13—19日');
  });

  test('missed weeks in a row are one stretch, of another year with the year', () => {
    const weekly = { id: '督查', per: 'week' as const, atLeast: 1, count: { kind: 'inspections' as const } };
    const drafts: Drafts = {
      targets: [{ ...weekly, from: '2024-12-16', until: '2025-02-02' }],
      inspections: [{ id: '一次', date: '2025-01-08' }],
    };
    expect(notes(drafts, 'inspection')).toContain('：2024年12月16日—2025年1月5日，1月13日—2月2日。');
  });

  test('how many weeks fell due rests on no sample', () => {
    const drafts: Drafts = {
      targets: [{ id: '督查', per: 'week', atLeast: 1, until: '2025-01-31', count: { kind: 'inspections' } }],
    };
    const ledger = buildLedger(drafts, { samples: { inspections: [{ id: '示例', date: '2025-01-08' }] } });
    const context = createContext({
      ledger,
      period: yearPeriod(2025),
      asOf: '2025-01-31',
      today: '2025-12-31',
      errors: 0,
    });
    const { figures } = buildProgress(context, 'inspection');
    const sampled = figures.filter(({ sample }) => sample).map(({ id }) => id);
    expect(sampled).toContain('met-in@month=2025-01,target=督查');
    expect(sampled).not.toContain('due-in@month=2025-01,target=督查');
  });

  test('a category found often is 高频, one found again after being put right is counted', () => {
    const rows = tables(BUSY_YEAR, 'inspection').督查发现的问题;
    expect(row(rows, '态度')).toEqual(['3', '3', '1', '2', '1', '2', '高频']);
    expect(row(rows, '卫生')).toEqual(['1', '1', '0', '1', '0', '0', '—']);
    expect(row(rows, '合计（去重）')).toEqual(['3', '4', '1', '3', '1', '2', '—']);
  });

  test('what is open is listed, the oldest first', () => {
    expect(tables(BUSY_YEAR, 'inspection').尚未整改的问题?.map(([date, , , , due]) => [date, due])).toEqual([
      ['9月8日', '9月20日，逾期'],
      ['9月8日', '未约定'],
      ['10月6日', '10月25日'],
    ]);
  });
});

test('programmes that call an action or a linkage the same are told apart', () => {
  const alike = { actions: [{ id: '服务' }], linkages: [{ id: '活动联办' }] };
  const drafts: Drafts = {
    programs: [
      { id: '甲项目', year: 2025, ...alike },
      { id: '乙项目', year: 2025, ...alike },
    ],
    pairings: [
      { id: '东湖', program: '甲项目' },
      { id: '迪荡', program: '乙项目' },
    ],
  };
  const [action, linkage] = [tables(drafts, 'action'), tables(drafts, 'linkage')];
  expect(action.各项行动?.map(([name]) => name)).toEqual(['服务（甲项目）', '服务（乙项目）', '合计（去重）']);
  expect(linkage.联建内容?.map(([name]) => name)).toEqual(['活动联办（甲项目）', '活动联办（乙项目）']);
  expect(Object.keys(linkage)).toEqual(
    expect.arrayContaining(['结对与联建内容对照（甲项目）', '结对与联建内容对照（乙项目）']),
  );
});

test('how many cells a matrix has rests on no sample, whatever was held in them', () => {
  const activity = { program: '越医有爱', pairings: ['东湖'], linkages: ['活动联办'], events: held('2025-03-15') };
  const ledger = buildLedger(
    { programs: [{ id: '越医有爱', year: 2025, linkages: [{ id: '活动联办' }] }], pairings: [{ id: '东湖' }] },
    { samples: { activities: [{ id: '示例', ...activity }] } },
  );
  const context = createContext({
    ledger,
    period: yearPeriod(2025),
    asOf: '2025-12-31',
    today: '2025-12-31',
    errors: 0,
  });
  const { figures } = buildProgress(context, 'linkage');
  const starred = figures.filter(({ sample }) => sample).map(({ id }) => id.split('@')[0]);
  expect(starred).toEqual(expect.arrayContaining(['linked', 'gaps']));
  expect(starred).not.toContain('matrix-cells');
});
