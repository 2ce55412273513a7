import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/schema/kinds.js';
import { displayWidth } from '../../src/text/width.js';
import { contract } from '../reports/contracts.js';
import { copiedLedger } from '../reports/sample-ledger.js';
import { parseCsv } from '../support/parse-csv.js';
import { runCli, runJson, temporaryFolder, writeFiles } from '../support/run-cli.js';

interface ListJson {
  readonly kind: string;
  readonly asOf: string;
  readonly records: readonly { id: string; state?: string; file: string; line: number; sample: boolean }[];
}

const ACTIVITIES = `
- id: 春分义诊
  title: 春分义诊
  date: 2025-03-20
  types: [义诊]
  program: 越医有爱
  action: 越医康养
  pairings: [东湖]
  lead: 骨科第二党支部
  beneficiaries: 86
  events:
    - on: 2025-03-20
      step: 已开展
- id: 谷雨讲座
  title: 谷雨讲座
  date: 2025-04-20
  types: [讲座, 义诊]
  pairings: [迪荡, 东湖]
  lead: 内科第一党支部
  beneficiaries: 9
  events:
    - on: 2025-04-20
      step: 已开展
- id: 取消的研学
  title: 取消的研学
  date: 2025-05-01
  types: [研学]
  events:
    - on: 2025-04-30
      step: 取消
- id: 大暑义诊
  title: 大暑义诊
  date: 2025-07-22
  types: [义诊]
  lead: 骨科第二党支部
  place: "=1+1,\\"引号\\"\\t制表"
`.trimStart();

function ledger(): string {
  const folder = copiedLedger({ samples: false });
  writeFiles(folder, { 'data/activities/2025.yaml': ACTIVITIES });
  return folder;
}

async function ids(line: string, cwd = ledger()): Promise<string[]> {
  const json = await runJson<ListJson>(['list', ...line.split(' ')], { cwd });
  return json.records.map(({ id }) => id);
}

describe('filters', () => {
  test.each([
    ['活动 --where 类型=义诊', ['春分义诊', '谷雨讲座', '大暑义诊']],
    ['activities --where types=研学|讲座', ['谷雨讲座', '取消的研学']],
    ['activities --where types=义诊 lead=骨科第二党支部', ['春分义诊', '大暑义诊']],
    ['activities --where types=义诊 --where 结对=迪荡', ['谷雨讲座']],
    ['activities --where 牵头!=骨科第二党支部', ['谷雨讲座', '取消的研学']],
    ['activities --where 牵头=骨科二支', ['春分义诊', '大暑义诊']],
    ['activities --where 牵头=', ['取消的研学']],
    ['activities --where 牵头=未登记', ['取消的研学']],
    ['activities --where 行动=越医康养', ['春分义诊']],
    ['activities --where pairings.lead=内科第二党支部', ['春分义诊', '谷雨讲座']],
    ['activities --where 牵头.类别=在职', ['春分义诊', '谷雨讲座', '大暑义诊']],
    ['activities --where beneficiaries=86', ['春分义诊']],
    ['activities --where 日期=2025-04', ['谷雨讲座']],
    ['activities --where 状态=已开展', ['春分义诊', '谷雨讲座']],
    ['activities --where 状态=待确认|已取消', ['取消的研学', '大暑义诊']],
    ['activities --where state=计划中 --as-of 2025-07-01', ['大暑义诊']],
    ['activities --from 2025-04-20 --until 2025-05', ['谷雨讲座', '取消的研学']],
    ['activities --year 2024', []],
    ['--where 类型=研学 activities', ['取消的研学']],
    ['活动 --where 类型＝研学', ['取消的研学']],
  ])('list %s', async (line, expected) => {
    expect(await ids(line)).toEqual(expected);
  });

  test('a board’s type is one reference away from a task', async () => {
    const found = await ids('tasks --where board.type=工作要点');
    expect(found.length).toBe(21);
    expect(await ids('任务 --where 榜单.类型!=工作要点')).toHaveLength((await ids('任务')).length - 21);
  });

  test('kinds in force belong to every period they touch', async () => {
    expect(await ids('pairings --year 2025')).toHaveLength(11);
    expect(await ids('facts --year 2025')).not.toContain('2021-医德考评');
  });
});

describe('sorting', () => {
  test.each([
    ['activities --sort beneficiaries', ['谷雨讲座', '春分义诊', '取消的研学', '大暑义诊']],
    ['activities --sort -beneficiaries', ['春分义诊', '谷雨讲座', '取消的研学', '大暑义诊']],
    ['activities --sort -日期', ['大暑义诊', '取消的研学', '谷雨讲座', '春分义诊']],
    // In the dictionary's order: 义诊 … 讲座 … 研学.
    ['activities --sort 类型', ['春分义诊', '大暑义诊', '谷雨讲座', '取消的研学']],
    ['activities --sort 状态', ['大暑义诊', '春分义诊', '谷雨讲座', '取消的研学']],
    // The branches' order in the document, not 骨 before 内.
    ['activities --sort 牵头', ['春分义诊', '大暑义诊', '谷雨讲座', '取消的研学']],
    ['activities --sort title', ['春分义诊', '谷雨讲座', '取消的研学', '大暑义诊']],
  ])('list %s', async (line, expected) => {
    expect(await ids(line)).toEqual(expected);
  });
});

describe('formats', () => {
  test('columns by key or title, one reference followed, in a table that says its day', async () => {
    const { stdout } = await runCli(['list', 'activities', '--columns', 'id,牵头.类别、状态'], { cwd: ledger() });
    expect(stdout).toContain('│ 编号       │ 牵头·类别 │ 状态   │');
    expect(stdout).toContain('│ 春分义诊   │ 在职      │ 已开展 │');
    expect(stdout).toContain('共4条。状态截至2026年11月22日。');
  });

  test('CSV can be read back: ids bare, numbers as numbers, no formulas, all simple fields', async () => {
    const { stdout } = await runCli(['list', 'activities', '--format', 'csv'], { cwd: ledger() });
    const [headings = [], first, , , last] = parseCsv(stdout);
    const at = (row: readonly string[] | undefined, title: string) => row?.[headings.indexOf(title)];
    expect(headings).toEqual(expect.arrayContaining(['编号', '名称', '日期', '受益群众（人次）', '状态']));
    expect(headings).not.toContain('示例');
    expect([at(first, '编号'), at(first, '日期'), at(first, '受益群众（人次）')]).toEqual([
      '春分义诊',
      '2025-03-20',
      '86',
    ]);
    expect(at(last, '地点')).toBe('\'=1+1,"引号"\\t制表');
    expect(at(last, '受益群众（人次）')).toBe('');
  });

  test('CSV says which rows are samples', async () => {
    const { stdout } = await runCli(['list', 'inspections', '--format', 'csv', '--columns', '编号,日期'], {
      cwd: copiedLedger({ samples: true }),
    });
    expect(parseCsv(stdout)).toEqual([
      ['编号', '日期', '示例'],
      ['示例-2025-05-26-督查', '2025-05-26', '是'],
      ['示例-2025-05-28-督查', '2025-05-28', '是'],
    ]);
  });

  test.each(KINDS)('%s: table, JSON by its contract, and CSV, on samples', async (kind) => {
    const cwd = copiedLedger({ samples: true });
    const { stdout, code } = await runCli(['list', kind], { cwd });
    expect(code).toBe(0);
    for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    const json = await runJson<ListJson>(['list', kind], { cwd });
    const validate = contract('list');
    validate(json);
    expect(validate.errors).toBeNull();
    parseCsv((await runCli(['list', kind, '--format', 'csv'], { cwd })).stdout);
    expect(stdout).toContain(`共${json.records.length}条。`);
  });

  test('JSON holds whole records with their lines; a sample says so', async () => {
    const { records } = await runJson<ListJson>(['list', 'activities'], { cwd: copiedLedger({ samples: true }) });
    expect(records[0]).toMatchObject({
      id: '示例-2025-03-20-春分义诊',
      beneficiaries: 86,
      state: '已开展',
      file: 'data/sample/activities/2025.yaml',
      line: 1,
      sample: true,
    });
  });
});

describe('what cannot be listed', () => {
  test.each([
    ['list', '没有写要列出哪一类记录'],
    ['list 结队', '是不是 结对'],
    ['list activities --where 类形=义诊', '是不是 类型'],
    ['list activities --where 类型=义珍', '是不是 义诊'],
    ['list activities --where 牵头=骨科', '骨科第一党支部'],
    ['list activities --where 牵头.状态=有效', '没有“状态”'],
    ['list activities --where 经过=已开展', '不能作条件'],
    ['list activities --where 类型', '写法不对'],
    ['list activities --where 状态=开展', '是不是 已开展'],
    ['list activities --where 日期=三月', '“日期”是日期，“三月”不是'],
    ['list activities --where beneficiaries=很多', '是数字'],
    ['list activities --where 标题.名称=甲', '没有“标题.名称”'],
    ['list activities --where 类型.名称=甲', '不能这样写'],
    ['list activities --columns 名称,类形', '是不是 类型'],
    ['list activities --sort 经过', '不能按“经过”排序'],
    ['list activities --from 2025-13', '--from 的值“2025-13”不是日期'],
    ['list activities --from 2025-06 --until 2025-05', '--from 比 --until 晚'],
    ['list people --year 2025', '人员的记录没有日期'],
    ['list activities --format xml', '可用：text（文字）、markdown、csv、xlsx（电子表格）或 json'],
  ])('%s', async (line, said) => {
    const { stdout, stderr, code } = await runCli(line.split(' '), { cwd: ledger() });
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr.replaceAll('\n', '')).toContain(said);
    for (const each of stderr.split('\n')) expect(displayWidth(each), each).toBeLessThanOrEqual(80);
  });
});

test('from a ledger with errors the valid records are listed, and stderr says so; --strict refuses', async () => {
  const folder = temporaryFolder({
    'data/workspace.yaml': 'hospital: 本院\nissuer: 中共本院委员会\ntimeZone: Asia/Shanghai\n',
    'data/organizations/a.yaml': '- id: 本院\n  category: 医院\n- id: 邻院\n  category: 医元\n',
  });
  const loose = await runCli(['list', '单位'], { cwd: folder });
  expect(loose.code).toBe(0);
  expect(loose.stdout).toContain('共1条。');
  expect(loose.stderr).toContain('台账有 1 处必须修改');
  const strict = await runCli(['list', '单位', '--strict'], { cwd: folder });
  expect([strict.stdout, strict.code]).toEqual(['', 1]);
});
