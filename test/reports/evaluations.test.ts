import { describe, expect, test } from 'vitest';
import { parsePeriod, yearPeriod } from '../../src/figures/period.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { renderTerminal } from '../../src/render/terminal.js';
import { createContext } from '../../src/reports/context.js';
import { publicContext } from '../../src/reports/public/public-figures.js';
import { buildPairingSummary } from '../../src/reports/summaries/pairing-summary.js';
import { listed } from '../figures/todo/todo-items.js';
import { buildLedger, type Drafts, entryOf, held } from '../support/ledger-builder.js';
import { TODAY } from '../support/run-cli.js';
import { publications } from './public/publications.js';
import { contextOf } from './report-context.js';

const SIDES = ['内科', '东湖中心'];

/** A pairing from March on, with a scored evaluation of each half year, the second made in the next. */
const YEAR = {
  branches: [{ id: '内科' }],
  organizations: [{ id: '东湖中心' }],
  programs: [{ id: '越医有爱', from: '2025-03-11' }],
  pairings: [{ id: '东湖', partners: ['东湖中心'], lead: '内科' }],
  activities: ['2025-04-10', '2025-08-01', '2025-09-01', '2025-10-01'].map((date) => ({
    id: date,
    date,
    pairings: ['东湖'],
    beneficiaries: 40,
    events: held(date),
  })),
  evaluations: [
    {
      id: '上半年',
      date: '2025-07-08',
      by: SIDES,
      result: '良好',
      score: 86,
      findings: ['带教没有排进计划。', '活动偏少'],
      next: ['每季度带教一次'],
    },
    { id: '下半年', period: '2025-H2', date: '2026-01-08', by: SIDES, result: '优秀', score: 88.4 },
  ],
} satisfies Drafts;

const LEDGER = buildLedger(YEAR);

/** The pairing's report on a period, as it is printed. */
function reported(ledger: Ledger, id = '2025', asOf?: string): string {
  const period = parsePeriod(id) ?? yearPeriod(2025);
  const seen = asOf !== undefined && asOf < period.until ? asOf : period.until;
  const context = createContext({ ledger, period, asOf: seen, confirmedBy: asOf ?? TODAY, today: TODAY, errors: 0 });
  const document = buildPairingSummary(context, entryOf(ledger, 'pairings', '东湖'));
  return renderTerminal(document, { width: 80, color: false, ascii: false });
}

/** Its part on evaluations, without borders and spaces. */
function part(ledger: Ledger, id?: string, asOf?: string): string {
  const [, found = ''] = /评估和比较\n([\s\S]*?)\n[一二三四五六七]、/.exec(reported(ledger, id, asOf)) ?? [];
  return found.replace(/[ 　\n]+/g, '');
}

describe('a pairing’s report', () => {
  test('prints the last evaluation with its findings and next steps', () => {
    expect(part(LEDGER, '2025-H1')).toContain(
      '2025年7月8日，内科、东湖中心对2025年上半年的联建工作作了评估，结果：良好，得分86分。' +
        '发现的问题：带教没有排进计划；活动偏少。下一步：每季度带教一次。',
    );
    expect(part(LEDGER)).toContain('2026年1月8日，内科、东湖中心对2025年下半年的联建工作作了评估，结果：优秀');
  });

  test('as of a day knows no evaluation that was made later', () => {
    expect(part(LEDGER, '2025', '2026-01-07')).toContain('对2025年上半年的联建工作');
    expect(part(LEDGER, '2025-H1', '2025-07-07')).not.toContain('得分');
  });

  test('of a period with an evaluation of its own prints that', () => {
    const whole = { id: '全年', period: '2025', date: '2025-12-20', by: SIDES, result: '全年良好' };
    expect(part(buildLedger({ ...YEAR, evaluations: [...YEAR.evaluations, whole] }))).toContain('结果：全年良好');
  });

  test('without an evaluation says that none is registered, not that there was none', () => {
    const text = reported(buildLedger({ ...YEAR, evaluations: [] }), '2025-H2');
    expect(text).toContain('【未登记】台账里没有、正文没有写的：结对协议；考核评估。');
    expect(text).toMatch(/评估结果 +│ +未登记 │ +未登记/);
    expect(text).not.toMatch(/未考核|未评估/);
    expect(reported(LEDGER, '2025-H2')).not.toMatch(/【未登记】.*考核评估/);
  });
});

describe('the period and the one before it', () => {
  test('stand side by side: scores with their difference, results in their own words', () => {
    for (const period of ['2025', '2025-H2']) {
      const compared = part(LEDGER, period);
      expect(compared).toContain('│服务活动（场次）│3│1│+2│');
      expect(compared).toContain('│服务群众（人次）│120│40│+80│');
      expect(compared).toContain('│评估结果│优秀│良好│—│');
      expect(compared).toContain('│评估得分（分）│88.4│86│+2.4│');
      expect(compared).toContain('本期是2025年下半年，上一期是2025年上半年。上一期的结对从2025年3月11日起，不满一期。');
    }
  });

  test('are not comparable where the pairing was not in force', () => {
    expect(part(LEDGER, '2025-H1')).toContain('上一期（2024年下半年）结对还没有开始，不可比。');
    const ended = { ...YEAR, pairings: [{ ...YEAR.pairings[0], id: '东湖', until: '2025-06-30' }], evaluations: [] };
    expect(part(buildLedger(ended), '2026-H1')).toContain('上一期（2025年下半年）结对已经结束，不可比。');
  });

  test('are not comparable where the records of one are missing, or the period still runs', () => {
    // The ledger of a hospital that has not said what it keeps.
    const workspace = { registers: undefined } as never;
    const earlier = { ...YEAR, programs: [{ id: '越医有爱', from: '2024-01-01' }], evaluations: [] };
    const unkept = part(buildLedger(earlier, { workspace }), '2025');
    expect(unkept).toContain('│服务活动（场次）│4│未登记│不可比（上一期未登记）│');
    expect(unkept).toContain('│点单（单）│未登记│未登记│不可比（本期未登记）│');
    expect(part(LEDGER, '2025-H2', '2025-09-30')).toContain('│服务活动（场次）│2│1│不可比（本期未完）│');
    const one = buildLedger({ ...YEAR, evaluations: YEAR.evaluations.slice(1) });
    expect(part(one)).toContain('│评估得分（分）│88.4│未登记│不可比（上一期未登记）│');
  });

  test('of days that are no whole month, quarter, half or year have none before', () => {
    expect(part(LEDGER, '2025-03-01..2025-05-15')).toContain('没有上一期可比');
  });
});

describe('for the public', () => {
  test('nothing of an evaluation is printed or known', () => {
    const days = ['2025-07-31', '2025-12-31'];
    const published = JSON.stringify(publications(LEDGER, days, ['2025-07']));
    for (const word of ['良好', '优秀', '带教', '得分', '评估和比较', 'evaluation'])
      expect(published).not.toContain(word);
    const without = publications(buildLedger({ ...YEAR, evaluations: [] }), days, ['2025-07']);
    expect(published).toBe(JSON.stringify(without));
    const { figures, ledger } = publicContext(contextOf(LEDGER, 2025));
    expect(ledger.all('evaluations')).toEqual([]);
    for (const id of ['evaluations@year=2025', 'evaluation-score@year=2025,period=2025-H1,pairing=东湖'])
      expect(figures.byId(id)).toMatchObject({ value: null, missing: '不公布' });
  });
});

describe('the list of what is to be done', () => {
  const quarterly = {
    id: '考核评估',
    count: { kind: 'evaluations' },
    each: { kind: 'pairings' },
    per: 'quarter',
    atLeast: 1,
    unit: '对次',
  } as const;

  test('names a pairing whose evaluation is due where a frequency is stated, else none', () => {
    const drafts = { ...YEAR, targets: [quarterly] };
    expect(listed('周期目标', drafts, '2025-08-15')).toEqual([
      '未完成 考核评估·东湖/2025-Q1 2025-01-01 2025-03-31 → 内科',
      '本期未完成 考核评估·东湖/2025-Q3 2025-07-01 2025-09-30 → 内科',
    ]);
    expect(listed('周期目标', YEAR, '2025-08-15')).toBeNull();
  });
});
