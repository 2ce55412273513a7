import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { contract, type TodoJson } from '../reports/contracts.js';
import { copiedLedger } from '../reports/sample-ledger.js';
import { officeParts } from '../support/office-file.js';
import { runCli, runJson, writeFiles } from '../support/run-cli.js';

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
      return [...xml.matchAll(/<w:pStyle w:val="PaperSignature"/g)].length;
    };
    expect(await signatures()).toBe(2);
    expect(await signatures('--branch', '外科党支部')).toBe(0);
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

describe('--due', () => {
  test('is the day branches are asked to answer by', async () => {
    const { stdout } = await runCli(['todo', ...AS_OF, '--branch', '内科第二', '--due', '2025-10-20'], {
      cwd: copiedLedger({ samples: true }),
    });
    expect(stdout.replaceAll('\n', '')).toContain('请于2025年10月20日（星期一）前办理');
  });

  test.each([
    [['--due', '2025-10-20'], '--due 要和 --branch 一起用'],
    [['--branch', '内科第二', '--due', '下周'], '--due 的值“下周”不是日期'],
    [['--branch', '内科第二', '--due', '2025-10-05'], '在截至日 2025-10-06 之前'],
  ])('%j is refused', async (args, message) => {
    const { stderr, code } = await runCli(['todo', ...AS_OF, ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
