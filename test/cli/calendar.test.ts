import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { contract } from '../reports/contracts.js';
import { runCli, runJson, temporaryFolder } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

interface Item {
  readonly group: string;
  readonly date: string;
  readonly until: string;
  readonly label: string;
  readonly state: string | null;
  readonly record: string | null;
  readonly units: readonly string[];
}
interface CalendarJson {
  readonly period: string;
  readonly asOf: string;
  readonly days: readonly { readonly date: string; readonly workday: boolean | null }[];
  readonly items: readonly Item[];
  readonly occasions: readonly { readonly name: string; readonly state: string | null }[];
}

const WORKSPACE = `
hospital: 本院
issuer: 中共本院委员会
timeZone: Asia/Shanghai
`;
const PROGRAM = `
- id: 越医有爱
  title: 越医有爱
  from: 2025-03-11
  actions:
    - id: 康养
      bySolarTerms: true
      lead: [外联办]
`;
const BASE = {
  'data/workspace.yaml': WORKSPACE,
  'data/programs/programs.yaml': PROGRAM,
  'data/departments/d.yaml': '- id: 外联办\n',
  'data/organizations/o.yaml': '- id: 本院\n  category: 医院\n',
};

/** A small ledger in which `--force` reports whatever is missing of it. */
const ledger = (files: Readonly<Record<string, string>> = {}): string => temporaryFolder({ ...BASE, ...files });
const items = async (cwd: string, ...args: readonly string[]) =>
  (await runJson<CalendarJson>(['calendar', ...args], { cwd })).items;
const told = ({ group, date, label, state }: Item): string => [group, date, label, state ?? ''].join(' ').trim();

const ACTIVITIES = `
- id: 义诊
  title: 端午义诊
  date: 2025-05-30
  until: 2025-06-02
  types: [义诊]
  place: 社区广场
  lead: 外联办
  events:
    - on: 2025-05-30
      step: 已开展
- id: 改期
  title: 大暑义诊
  date: 2025-06-10
  types: [义诊]
  events:
    - on: 2025-06-09
      step: 改期
      to: 2025-06-24
- id: 取消
  title: 取消的讲座
  date: 2025-06-12
  types: [讲座]
  events:
    - on: 2025-06-11
      step: 取消
- id: 没回音
  title: 没有回音的义诊
  date: 2025-06-13
  types: [义诊]
`;

describe('the items', () => {
  test('are activities where they now are, with what has become of them', async () => {
    const cwd = ledger({ 'data/activities/2025.yaml': ACTIVITIES });
    const found = (await items(cwd, '2025-06', '--as-of', '2025-06-20')).filter(({ group }) => group === '活动');
    expect(found.map(told)).toEqual([
      '活动 2025-05-30 端午义诊 已开展',
      '活动 2025-06-12 取消的讲座 已取消',
      '活动 2025-06-13 没有回音的义诊 待确认',
      '活动 2025-06-24 大暑义诊 计划中',
    ]);
    const before = await items(cwd, '2025-06', '--as-of', '2025-06-08');
    expect(before.map(told)).toContain('活动 2025-06-10 大暑义诊 计划中');
  });

  test('are tasks, milestones, problems and agreements on the day they fall due', async () => {
    const cwd = ledger({
      'data/boards/b.yaml': '- id: 要点\n  name: 要点\n  type: 工作要点\n  year: 2025\n',
      'data/tasks/t.yaml': `
- id: 任务
  board: 要点
  title: 修订规范
  due: 2025-06
  milestones:
    - title: 初稿
      due: 2025-06-10
  events:
    - on: 2025-06-01
      step: 推进中
`,
      'data/inspections/i.yaml': `
- id: 督查
  date: 2025-06-03
  problems:
    - category: 服务态度
      text: 不耐心
      due: 2025-06-15
`,
      'data/pairings/p.yaml': '- id: 东湖\n  program: 越医有爱\n  partners: [东湖中心]\n',
      'data/organizations/o2.yaml': '- id: 东湖中心\n  category: 社区卫生服务中心\n',
      'data/agreements/a.yaml': `
- id: 东湖协议
  pairing: 东湖
  termYears: 1
  signed:
    - side: 甲方
      on: 2024-06-19
    - side: 乙方
      on: 2024-06-19
- id: 没有期限
  pairing: 东湖
  signed:
    - side: 甲方
      on: 2024-06-19
    - side: 乙方
      on: 2024-06-19
`,
    });
    const found = await items(cwd, '2025-06', '--as-of', '2025-06-16', '--force');
    expect(found.filter(({ group }) => group === '到期' || group === '督查').map(told)).toEqual([
      '督查 2025-06-03 督查',
      '到期 2025-06-10 修订规范：初稿 逾期',
      '到期 2025-06-15 督查问题整改：服务态度 逾期未改',
      '到期 2025-06-18 与东湖中心的协议到期 即将到期',
      '到期 2025-06-30 修订规范 推进中',
    ]);
  });

  test('are weeks without an inspection, and the current one while there is none', async () => {
    const cwd = ledger({
      'data/targets/t.yaml': `
- id: 督查
  title: 日常督查
  from: 2025-06-02
  until: 2025-12-31
  count: { kind: inspections }
  per: week
  atLeast: 1
  unit: 周次
`,
      'data/inspections/i.yaml': '- id: 督查\n  date: 2025-06-10\n',
    });
    const found = await items(cwd, '2025-06', '--as-of', '2025-06-18');
    expect(found.filter(({ group }) => group === '周目标').map((item) => `${told(item)} ${item.until}`)).toEqual([
      '周目标 2025-06-02 日常督查 未完成 2025-06-08',
      '周目标 2025-06-16 日常督查 本周未完成 2025-06-22',
    ]);
  });

  test('are solar terms and festivals, with what an action that follows them still lacks', async () => {
    const cwd = ledger({ 'data/activities/2025.yaml': ACTIVITIES });
    const json = await runJson<CalendarJson>(['calendar', '2025-06', '--as-of', '2025-06-20'], { cwd });
    expect(json.items.filter(({ group }) => group === '节气').map(told)).toEqual([
      '节气 2025-06-05 芒种：康养 空白',
      '节气 2025-06-21 夏至：康养 待安排',
    ]);
    expect(json.occasions.map(({ name, state }) => `${name} ${state}`)).toEqual(['芒种 空白', '夏至 待安排']);
    const { stdout } = await runCli(['calendar', '2025-06', '--as-of', '2025-06-20'], { cwd });
    expect(stdout).toContain('康养（牵头：外联办）还没有活动的：芒种（6月5日）、夏至（6月21日）。');
  });
});

describe('days', () => {
  test('know the worked weekends of a year that is announced', async () => {
    const { days } = await runJson<CalendarJson>(['calendar', '2025-09']);
    expect(days).toHaveLength(30);
    expect(days.find(({ date }) => date === '2025-09-28')?.workday).toBe(true);
  });

  test('are 未公布 in a year that is not', async () => {
    const { stdout } = await runCli(['calendar', '2027-02']);
    expect(stdout).toContain('放假和调休安排未公布');
    expect(stdout).toContain('春节');
    const { days } = await runJson<CalendarJson>(['calendar', '2027-02'], { cwd: ledger() }).catch(() => ({
      days: [],
    }));
    for (const { workday } of days) expect(workday).toBeNull();
  });
});

describe('the period', () => {
  const periodOf = async (...args: readonly string[]) =>
    (await runJson<CalendarJson>(['calendar', ...args], { cwd: ledger(), env: { YUEYI_TODAY: '2025-11-22' } })).period;

  test('is this month, that of --as-of, or the one asked for', async () => {
    expect(await periodOf()).toBe('2025-11');
    expect(await periodOf('--as-of', '2025-06-30')).toBe('2025-06');
    expect(await periodOf('2025年6月')).toBe('2025-06');
    expect(await periodOf('--period', '2025-Q2')).toBe('2025-Q2');
    expect(await periodOf('--year', '2025')).toBe('2025');
    expect(await periodOf('2025')).toBe('2025');
  });

  test.each([
    [['去年'], '--period 的值“去年”不是一年之内的期间'],
    [['2025-13'], '不是一年之内的期间'],
    [['2025-06', '--period', '2025-07'], '期间写了两个'],
    [['2025-06', '--year', '2024'], '不在2024年里'],
    [['2025-06', '--as-of', '昨天'], '不是日期'],
    [['2025-06', '-o', '日历.pdf'], '.ics（ics）'],
  ])('%j is refused', async (args, message) => {
    const { stdout, stderr, code } = await runCli(['calendar', ...args]);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr.replaceAll('\n', '')).toContain(message);
  });
});

describe('the sample year', () => {
  const cwd = sampleYear();

  test.each([['2025'], ['2025-09'], ['2025-09', '--ascii'], ['2025-09-10..2025-10-05']])(
    '%j is never wider than 80 columns',
    async (...args) => {
      const { stdout, code } = await runCli(['calendar', ...args, '--as-of', '2025-09-15'], { cwd });
      expect(code).toBe(0);
      for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    },
  );

  test('fits its contract', async () => {
    const validate = contract('calendar');
    for (const period of ['2025', '2025-Q3', '2025-09-10..2025-10-05']) {
      validate(await runJson(['calendar', period, '--as-of', '2025-09-15'], { cwd }));
      expect(validate.errors).toBeNull();
    }
  });

  test('every item is an event, each with an id of its own that stays when the day asked for changes', async () => {
    const eventsOf = async (asOf: string) => {
      const { stdout } = await runCli(['calendar', '2025', '--format', 'ics', '--as-of', asOf], { cwd });
      return new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    };
    const events = await eventsOf('2025-12-31');
    const { items: all } = await runJson<CalendarJson>(['calendar', '2025', '--as-of', '2025-12-31'], { cwd });
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(all.map(({ date }) => date));
    const ids = events.map(({ uid }) => uid);
    expect(new Set(ids).size).toBe(ids.length);
    const early = new Map((await eventsOf('2025-06-30')).map(({ uid, summary }) => [uid, summary]));
    const kept = events.filter(({ uid }) => early.has(uid));
    expect(kept.length).toBeGreaterThan(300);
    for (const { uid, summary } of kept) {
      expect(early.get(uid)?.replace(/ · .*$/, '')).toBe(summary.replace(/ · .*$/, ''));
    }
  });

  test('a day with more than fits keeps the month in its frame, and lists them all', async () => {
    const many = Array.from(
      { length: 30 },
      (_, index) => `- id: 第${index}场\n  title: 义诊之${index}\n  date: 2025-06-10\n  types: [义诊]\n`,
    );
    const { stdout } = await runCli(['calendar', '2025-06', '--as-of', '2025-06-01'], {
      cwd: ledger({ 'data/activities/2025.yaml': many.join('') }),
    });
    expect(stdout).toContain('等');
    for (let index = 0; index < 30; index++) expect(stdout).toContain(`义诊之${index} `);
    for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });
});
