import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { recordIds } from '../../src/document/figure.js';
import { Figures } from '../../src/figures/figures.js';
import { FolderReader } from '../../src/files/folder-reader.js';
import { contentText, UNICODE_MARKS } from '../../src/render/inlines.js';
import { blocksText } from '../../src/render/plain-text.js';
import { buildBulletin } from '../../src/reports/bulletin/bulletin-document.js';
import { leadingCards } from '../../src/reports/charts.js';
import { load } from '../../src/workspace/load.js';
import { writeRandomLedger } from '../recount/random-ledger.js';
import { type BuildOptions, buildLedger, type Drafts, held } from '../support/ledger-builder.js';
import { contextOf, onPeriod } from './report-context.js';

const told = (drafts: Drafts, period: string, options?: BuildOptions): string =>
  blocksText(buildBulletin(onPeriod(contextOf(buildLedger(drafts, options), 2025), period)).body);

const PROGRAM = { id: '越医有爱', from: '2025-01-01', actions: [{ id: '越医康养', bySolarTerms: true }] };
const activity = (id: string, on: string) => ({
  id,
  date: on,
  program: '越医有爱',
  action: '越医康养',
  lead: '外科',
  beneficiaries: 10,
  events: held(on),
});

describe('a bulletin', () => {
  const drafts: Drafts = {
    branches: [{ id: '内科' }, { id: '外科' }],
    programs: [PROGRAM],
    activities: [activity('一', '2025-02-10'), activity('二', '2025-06-02'), activity('三', '2025-06-20')],
  };

  test('tells the period first and the year so far behind it', () => {
    expect(told(drafts, '2025-06')).toContain('本月开展服务活动2场次，服务群众20人次；累计开展3场次，服务群众30人次。');
    expect(told(drafts, '2025-H1')).toContain('上半年开展服务活动3场次，服务群众30人次。');
    expect(told(drafts, '2025')).toContain('全年开展服务活动3场次');
  });

  test('names the period on the cards that count it, beside targets that count from their start', () => {
    const cards = (period: string): readonly string[] => {
      const context = onPeriod(contextOf(buildLedger(drafts), 2025), period);
      return leadingCards(context, {}).flatMap((each) =>
        each.cards.map(({ label }) => contentText(label, UNICODE_MARKS)),
      );
    };
    expect(cards('2025-06')).toEqual(['本月服务活动', '本月服务群众']);
    expect(cards('2025')).toEqual(['服务活动', '服务群众']);
  });

  test('says of a month in which nothing was held that nothing was, in one line', () => {
    expect(told(drafts, '2025-05')).toContain('本月未开展服务活动；累计开展1场次，服务群众10人次。');
  });

  test('has no zero where nobody kept the ledger', () => {
    const text = told({ programs: [PROGRAM] }, '2025-05', { workspace: { registers: undefined } as never });
    expect(text).toContain('【待补充】');
    expect(text).not.toMatch(/(?<!\d)0(?:场次|项|次|人次)|未开展/);
  });

  test('plans what comes after it, and not what is past', () => {
    const planned = { ...activity('小暑义诊', '2025-07-05'), events: [{ on: '2025-06-25', step: '计划' as const }] };
    const boards = [{ id: '榜', type: '揭榜挂帅' as const }];
    const tasks = [
      { id: '甲', board: '榜', due: '2025-07-15', events: [{ on: '2025-06-05', step: '揭榜' as const }] },
      { id: '乙', board: '榜', due: '2025-09-30' },
    ];
    const text = told({ ...drafts, activities: [...(drafts.activities ?? []), planned], boards, tasks }, '2025-06');
    expect(text).toMatch(
      /下月安排\n计划开展活动1场次：7月5日小暑义诊（外科）。\n到期任务1项：7月15日甲。\n.*小暑（7月7日）/,
    );
  });

  test('names those ahead; those behind in the internal version alone', () => {
    const own = onPeriod(contextOf(buildLedger(drafts), 2025), '2025-06');
    const texts = (audience: 'office' | 'internal') => {
      const { body, appendices } = buildBulletin({ ...own, audience });
      return [blocksText(body), blocksText(appendices.flatMap((each) => each.body))] as const;
    };
    expect(texts('office')[0]).toContain('牵头活动靠前的支部：外科（2场次）。');
    expect(texts('office').join()).not.toContain('没有牵头、协助、参与活动');
    expect(texts('internal')[1]).toContain('本月没有牵头、协助、参与活动的支部1个：内科。');
  });

  test('a quarter sets tasks that fell due against those done, and gives the reason of a record', () => {
    const boards = [{ id: '榜', type: '揭榜挂帅' as const }];
    const late = [{ on: '2025-05-01', step: '揭榜' as const, note: '设备没有到货' }];
    const tasks = [
      { id: '甲', board: '榜', due: '2025-05-31', events: [{ on: '2025-05-20', step: '结题' as const }] },
      { id: '乙', board: '榜', due: '2025-06-15', events: late },
      { id: '丙', board: '榜', due: '2025-07-15' },
    ];
    const text = told({ boards, tasks }, '2025-Q2');
    expect(text).toContain('本季度应完成任务2项，已完成1项、未完成1项。');
    expect(text).toMatch(/乙\t6月15日\t揭榜\t设备没有到货/);
    expect(told({ boards, tasks }, '2025-06')).not.toContain('应完成任务');
  });

  test('a half is compared with the one a year before, a month is not', () => {
    const before = [activity('去年一', '2024-03-01'), activity('去年二', '2024-09-01')];
    const both = { ...drafts, activities: [...before, ...(drafts.activities ?? [])] };
    expect(told(both, '2025-H1')).toContain('服务活动比上年同期增长200.0%。');
    expect(told(both, '2025-06')).not.toContain('上年同期');
  });

  test('while its period runs says until when it looks', () => {
    const own = { ...contextOf(buildLedger(drafts), 2025, '2025-06-15') };
    const text = blocksText(buildBulletin(onPeriod(own, '2025-06')).body);
    expect(text).toContain('现将2025年6月（截至6月15日）党建重点工作进展情况通报如下。');
    expect(text).toContain('本月开展服务活动1场次');
    expect(text).toContain('下一步安排');
  });

  test('follows the outline of its period, and the year’s summary does not', () => {
    const outline = {
      id: '六月',
      year: 2025,
      period: '2025-06',
      sections: [{ id: '活动', title: '六月的活动', blocks: [{ narrative: '话' }, { view: 'totals' as const }] }],
    };
    const narratives = [{ id: '话', year: 2025, section: '活动', text: '本月天气炎热。' }];
    const own = { ...drafts, outlines: [outline], narratives };
    expect(told(own, '2025-06')).toMatch(/^现将.*\n一、六月的活动\n本月天气炎热。\n本月开展服务活动2场次/);
    expect(told(own, '2025-05')).not.toContain('六月的活动');
  });
});

const folder = mkdtempSync(join(tmpdir(), 'yueyi-months-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([1, 2, 3, 4, 5, 6])('the months of a year add up to it, each activity in one of them (%i)', async (seed) => {
  const place = join(folder, String(seed));
  writeRandomLedger(place, seed);
  const { ledger } = await load(new FolderReader('data', place));
  const figures = new Figures(ledger, '2025-12-31', '2026-01-31');
  const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
  for (const measure of ['activities', 'inspections', 'problems', 'publications', 'meetings', 'closed-within']) {
    const year = figures.get(measure, { year: '2025' });
    const each = months.map((period) => figures.get(measure, { year: '2025', period }));
    if (year.value === null) continue;
    expect(
      each.reduce((sum, { value }) => sum + (value ?? 0), 0),
      measure,
    ).toBe(year.value);
    const ids = each.flatMap(recordIds);
    expect(new Set(ids).size, measure).toBe(ids.length);
    expect(ids.toSorted(), measure).toEqual(recordIds(year).toSorted());
  }
});
