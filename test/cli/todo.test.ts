import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { contract, type TodoJson } from '../reports/contracts.js';
import { copiedLedger } from '../reports/sample-ledger.js';
import { officeParts } from '../support/office-file.js';
import { runCli, runJson, temporaryFolder, writeFiles } from '../support/run-cli.js';

const AS_OF = ['--year', '2025', '--as-of', '2025-10-06'];
const validate = contract('todo');

describe('todo --format json', () => {
  test('fits its contract, with samples marked', async () => {
    const json = await runJson<TodoJson>(['todo', ...AS_OF], { cwd: copiedLedger({ samples: true }) });
    validate(json);
    expect(validate.errors).toBeNull();
    expect(json).toMatchObject({ version: 1, year: 2025, asOf: '2025-10-06', branch: null, text: null });
    expect(json.items.filter(({ sample }) => sample).map(({ type, record }) => `${type} ${record}`)).toEqual([
      '逾期 示例-专病-1',
      '待确认 示例-2025-09-07-白露义诊',
      '待对方签章 示例-东湖-2025',
    ]);
    expect(json.items[0]).toMatchObject({ group: '逾期任务', date: '2025-09', overdueDays: 6 });
  });

  test('for a branch holds what concerns it, and the text to send', async () => {
    const cwd = copiedLedger({ samples: true });
    const json = await runJson<TodoJson>(['todo', ...AS_OF, '--branch', '内科第二'], { cwd });
    validate(json);
    expect(validate.errors).toBeNull();
    expect(json.branch).toBe('内科第二党支部');
    expect(json.items.every(({ branches }) => branches.includes('内科第二党支部'))).toBe(true);
    expect(json.text).toMatch(
      /^内科第二党支部：您好！截至2025年10月6日，.+\n1\. .+\n谢谢支持！\n党建办\n2025年10月6日$/s,
    );
    expect(json.replyBy).toBe('2025-10-10');
  });
});

test('samples are announced even where only what is shown, not what counts, is one', async () => {
  const cwd = copiedLedger({ samples: false });
  writeFiles(cwd, {
    'data/sample/activities/2025.yaml':
      '- id: 示例-白露\n  title: 【示例】白露义诊\n  date: 2025-09-07\n  types: [义诊]\n',
  });
  const { stdout } = await runCli(['todo', ...AS_OF], { cwd });
  expect(stdout.startsWith('【示例】本文含示例数据')).toBe(true);
  const json = await runJson<TodoJson>(['todo', ...AS_OF], { cwd });
  expect(json.sample).toBe(1);
});

test.each(['text', 'json'])('--no-sample gives what a ledger without samples gives (%s)', async (format) => {
  const args = ['todo', ...AS_OF, '--format', format];
  const left = await runCli([...args, '--no-sample'], { cwd: copiedLedger({ samples: true }) });
  expect(left).toEqual(await runCli(args, { cwd: copiedLedger({ samples: false }) }));
  expect(left.stdout).not.toContain('示例');
});

test.each([[], ['--ascii'], ['--branch', '内科第二党支部']])('is never wider than 80 columns: %s', async (...extra) => {
  const { stdout, code } = await runCli(['todo', ...AS_OF, ...extra], { cwd: copiedLedger({ samples: true }) });
  expect(code).toBe(0);
  for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
});

describe('a ledger with errors', () => {
  const broken = (): string => {
    const cwd = copiedLedger({ samples: false });
    writeFiles(cwd, { 'data/activities/坏.yaml': '- id: 义诊\n  title: 义诊\n  date: 2025-02-30\n  types: [义诊]\n' });
    return cwd;
  };

  test('is refused', async () => {
    const { stdout, stderr, code } = await runCli(['todo'], { cwd: broken() });
    expect([stdout, code]).toEqual(['', 1]);
    expect(stderr).toContain('没有生成材料');
  });

  test('is listed with --force, with a notice', async () => {
    const cwd = broken();
    expect((await runCli(['todo', '--force', ...AS_OF], { cwd })).stdout).toContain('【有误】');
    const json = await runJson<TodoJson>(['todo', '--force', ...AS_OF], { cwd });
    validate(json);
    expect(validate.errors).toBeNull();
    expect(json.items[0]).toMatchObject({ type: '台账有误', kind: null });
  });
});

describe('what is refused', () => {
  test.each([
    [['--branch', '骨科'], '“骨科”有', '骨科第一党支部'],
    [['--branch', '骨科第四党支部'], '没有“骨科第四党支部”这个党支部', '骨科'],
    [['--branch', ''], '没有“”这个党支部', '可用的名称'],
    [['--format', 'xml'], '没有“xml”这种格式', 'text（文字）、markdown、'],
    [['--as-of', '昨天'], '不是日期', '2025-06-30'],
  ])('%j', async (args, message, way) => {
    const { stdout, stderr, code } = await runCli(['todo', ...args]);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(message);
    expect(stderr).toContain(way);
  });

  test('a product over records', async () => {
    const cwd = copiedLedger({ samples: false });
    const { code } = await runCli(['todo', '-o', join('data', 'activities', '待办.yaml')], { cwd });
    expect(code).toBe(2);
  });
});

describe('--branch all', () => {
  const branchAll = ['todo', ...AS_OF, '--branch', 'all'];

  test('gives one after another, in the ledger’s order', async () => {
    const cwd = copiedLedger({ samples: true });
    const { stdout, code } = await runCli(branchAll, { cwd });
    expect(code).toBe(0);
    const titles = stdout.split('\n').filter((line) => line.includes('年待办（'));
    expect(titles).toHaveLength(16);
    expect(titles[0]).toContain('内科第二党支部');
    expect((await runCli([...branchAll.slice(0, -1), '全部'], { cwd })).stdout).toBe(stdout);
  });

  test('in JSON is a list that fits the contract', async () => {
    const list = await runJson<TodoJson[]>(branchAll, { cwd: copiedLedger({ samples: true }) });
    expect(list).toHaveLength(16);
    for (const json of list) {
      validate(json);
      expect(validate.errors).toBeNull();
    }
  });

  test.each([
    ['text', '.txt'],
    ['markdown', '.md'],
    ['json', '.json'],
    ['xlsx', '.xlsx'],
  ])('writes a %s file for each branch into a folder, named by its id', async (format, ending) => {
    const cwd = copiedLedger({ samples: true });
    const { stdout, stderr, code } = await runCli([...branchAll, '--format', format, '-o', '催报/'], { cwd });
    expect([stdout, stderr, code]).toEqual(['', '已写入 催报/：16份\n', 0]);
    const names = readdirSync(join(cwd, '催报'));
    expect(names).toHaveLength(16);
    expect(names).toContain(`内科第二党支部${ending}`);
  });

  test('writes the same as for one branch, again and again', async () => {
    const cwd = copiedLedger({ samples: true });
    await runCli([...branchAll, '-o', '催报'], { cwd });
    await runCli([...branchAll, '-o', '催报'], { cwd });
    await runCli(['todo', ...AS_OF, '--branch', '外科党支部', '-o', '一份.txt'], { cwd });
    const read = (path: string) => readFileSync(join(cwd, path), 'utf8');
    expect(read('催报/外科党支部.txt')).toBe(read('一份.txt'));
  });

  test('in Word is signed once, by the office that writes it', async () => {
    const cwd = copiedLedger({ samples: true });
    const signatures = async (...options: readonly string[]) => {
      await runCli(['todo', ...AS_OF, ...options, '-o', '待办.docx'], { cwd });
      const xml = officeParts(readFileSync(join(cwd, '待办.docx'))).get('word/document.xml') ?? '';
      const signed = xml.split('</w:p>').filter((each) => each.includes('<w:pStyle w:val="PaperSignature"'));
      return signed.map((each) => each.replace(/<[^>]*>/g, ''));
    };
    expect(await signatures()).toEqual(['中共绍兴市中医院委员会', expect.stringMatching(/^\d{4}年\d+月\d+日$/)]);
    expect(await signatures('--branch', '外科党支部')).toEqual(['党建办', '2025年10月6日']);
  });

  test('into a file is one after another; an Excel workbook is none', async () => {
    const cwd = copiedLedger({ samples: true });
    expect((await runCli([...branchAll, '-o', '全部.txt'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, '全部.txt'), 'utf8')).toContain('外科党支部：您好！');
    const { stderr, code } = await runCli([...branchAll, '-o', '全部.xlsx'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('-o 文件夹/');
  });

  test.each([
    ['a folder that is a file', '文件', '“文件”是文件，不是文件夹'],
    ['a file with a slash', '文件/', '“文件/”是文件，不是文件夹'],
    ['a folder of records', 'data/activities', '在台账的数据目录里'],
    ['git’s own folder', '.git/hooks', '在 git 自己的文件夹里'],
    ['a folder in none', '没有/催报', '写不了“没有/催报”'],
  ])('refuses %s, and writes nothing', async (_, folder, message) => {
    const cwd = copiedLedger({ samples: true });
    writeFiles(cwd, { 文件: '', '.git/hooks/x': '' });
    const { stdout, stderr, code } = await runCli([...branchAll, '-o', folder], { cwd });
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr.replaceAll('\n', '')).toContain(message);
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'data', '文件']);
  });

  test('writes none where one cannot be replaced', async () => {
    const cwd = copiedLedger({ samples: true });
    writeFiles(cwd, { '催报/外科党支部.txt/里面': '' });
    const { code } = await runCli([...branchAll, '-o', '催报/'], { cwd });
    expect(code).toBe(2);
    expect(readdirSync(join(cwd, '催报'))).toEqual(['外科党支部.txt']);
  });
});

describe('--reply-by', () => {
  test('is the day branches are asked to answer by', async () => {
    const { stdout } = await runCli(['todo', ...AS_OF, '--branch', '内科第二', '--reply-by', '2025-10-20'], {
      cwd: copiedLedger({ samples: true }),
    });
    expect(stdout.replaceAll('\n', '')).toContain('请于2025年10月20日（星期一）前办理');
  });

  test.each([
    [['--reply-by', '2025-10-20'], '--reply-by 要和 --branch 一起用'],
    [['--branch', '内科第二', '--reply-by', '下周'], '--reply-by 的值“下周”不是日期'],
    [['--branch', '内科第二', '--reply-by', '2025-10-05'], '在截至日 2025-10-06 之前'],
  ])('%j is refused', async (args, message) => {
    const { stderr, code } = await runCli(['todo', ...AS_OF, ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('--due', () => {
  const TASKS = `
- id: 早过了
  board: 要点
  title: 修订规范
  branch: 内科第二党支部
  due: 2025-09
  events:
    - on: 2025-03-01
      step: 推进中
- id: 后天
  board: 要点
  title: 编印手册
  branch: 内科第二党支部
  due: 2025-10-08
- id: 大后天
  board: 要点
  title: 绘制流程图
  due: 2025-10-09
- id: 下个月
  board: 要点
  title: 年终总结
  branch: 外科党支部
  due: 2025-11-20
- id: 办好了
  board: 要点
  title: 已经办好的
  due: 2025-10-07
  events:
    - on: 2025-09-01
      step: 已完成
`;
  /** A ledger with five tasks, and nothing else that could fall due. */
  const ledger = (): string =>
    temporaryFolder({
      'data/workspace.yaml': 'hospital: 本院\nissuer: 中共本院委员会\ntimeZone: Asia/Shanghai\n',
      'data/organizations/o.yaml': '- id: 本院\n  category: 医院\n',
      'data/branches/b.yaml': '- id: 内科第二党支部\n  category: 在职\n- id: 外科党支部\n  category: 在职\n',
      'data/boards/b.yaml': '- id: 要点\n  name: 要点\n  type: 工作要点\n  year: 2025\n',
      'data/tasks/t.yaml': TASKS,
    });
  const due = (...args: readonly string[]) => runCli(['todo', ...AS_OF, ...args], { cwd: ledger() });
  const titles = (text: string): readonly string[] =>
    ['修订规范', '编印手册', '绘制流程图', '年终总结', '已经办好的'].filter((title) => text.includes(title));

  test('lists what is due within days, weeks or by a day, with what is overdue, and ends with 1', async () => {
    for (const [term, expected] of [
      ['0d', ['修订规范']],
      ['2d', ['修订规范', '编印手册']],
      ['２天', ['修订规范', '编印手册']],
      ['3d', ['修订规范', '编印手册', '绘制流程图']],
      ['1w', ['修订规范', '编印手册', '绘制流程图']],
      ['2025-10-08', ['修订规范', '编印手册']],
      ['7周', ['修订规范', '编印手册', '绘制流程图', '年终总结']],
    ] as const) {
      const { stdout, stderr, code } = await due('--due', term);
      expect([term, titles(stdout), stderr, code]).toEqual([term, expected, '', 1]);
    }
  });

  test('is a message to send: what is overdue is said to be', async () => {
    const { stdout } = await due('--due', '3d');
    expect(stdout).toBe(`　　本院到期提醒：截至2025年10月6日，以下事项已过期限，或在2025年10月9日（星期
四）前（含当天）到期。
　　已过期限：
　　1. 9月，逾期：修订规范（内科第二党支部）。
　　将到期：
　　1. 10月8日，即将到期：编印手册（内科第二党支部）。
　　2. 10月9日，即将到期：绘制流程图（未登记）。
　　党建办
　　2025年10月6日
`);
  });

  test('to a branch speaks to it', async () => {
    const { stdout, code } = await due('--due', '3d', '--branch', '内科第二');
    expect(code).toBe(1);
    expect(stdout.replaceAll('\n', '')).toMatch(
      /^　　内科第二党支部：您好！截至2025年10月6日，贵支部以下事项已过期限，或在2025年10月9日（星期四）前（含当天）到期，请于/,
    );
    expect(titles(stdout)).toEqual(['修订规范', '编印手册']);
  });

  test('with nothing due is one line, and ends with 0', async () => {
    const branch = await due('--due', '3d', '--branch', '外科');
    expect(branch).toEqual({
      stdout: '　　外科党支部：截至2025年10月6日，到2025年10月9日没有到期的待办。\n',
      stderr: '',
      code: 0,
    });
    const none = await runCli(['todo', '--due', '1w', '--as-of', '2025-02-03'], { cwd: ledger() });
    expect(none).toMatchObject({ stdout: '　　截至2025年2月3日，到2025年2月10日没有到期的待办。\n', code: 0 });
  });

  test('for all branches writes to those with something due', async () => {
    const cwd = ledger();
    const { code } = await runCli(['todo', ...AS_OF, '--due', '3d', '--branch', 'all', '-o', '提醒/'], { cwd });
    expect([code, readdirSync(join(cwd, '提醒'))]).toEqual([1, ['内科第二党支部.txt']]);
  });

  test('in JSON is the same items, the day and the text', async () => {
    const { stdout, code } = await due('--due', '3d', '--format', 'json');
    const json = JSON.parse(stdout) as TodoJson & { due: string };
    validate(json);
    expect(validate.errors).toBeNull();
    expect([code, json.due, json.items.map(({ record }) => record)]).toEqual([
      1,
      '2025-10-09',
      ['早过了', '后天', '大后天'],
    ]);
    expect(json.text).toContain('\n1. 10月8日，即将到期：编印手册');
  });

  test('leaves out what has gone by and cannot be made good, and samples are announced', async () => {
    const cwd = copiedLedger({ samples: true });
    const { stdout } = await runCli(['todo', ...AS_OF, '--due', '3d'], { cwd });
    expect(stdout).toMatch(/^　　【示例】/);
    expect(stdout).not.toContain('空白');
    expect(stdout).not.toMatch(/，未完成：日常督查/);
    for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });

  test.each([
    [['--due', '下周'], '--due 的值“下周”不是天数、周数或日期'],
    [['--due', '-3d'], '--due'],
    [['--due', ''], '--due 的值“”不是天数、周数或日期'],
    [['--due', '2025-10-05'], '在截至日 2025-10-06 之前'],
    [['--due', '3d', '--period', '2025-10'], '--due 和 --period 不能一起用'],
  ])('%j is refused', async (args, message) => {
    const { stdout, stderr, code } = await runCli(['todo', '--as-of', '2025-10-06', ...args]);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(message);
  });
});
