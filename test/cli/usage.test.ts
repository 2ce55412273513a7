import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { wordsFor } from '../../src/text/choice.js';
import { runCli, temporaryFolder } from '../support/run-cli.js';
import { smallLedger } from './broken-ledger.js';

/** What cannot run ends with 2, says in Chinese what is wrong and what to do, and prints no product. */
async function refusal(line: string, options: Parameters<typeof runCli>[1] = {}): Promise<string> {
  const { stdout, stderr, code } = await runCli(line.split(' '), options);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。\n(?:[^\n]+\n)+$/u);
  expect(stderr).not.toMatch(/error:|\bat .*:\d+/);
  return stderr;
}

describe('a command line that is wrong', () => {
  test.each([
    ['progres', '没有“progres”这个命令', '是不是 progress？'],
    ['签章', '没有“签章”这个命令', '是不是 todo？'],
    ['总洁', '没有“总洁”这个命令', '是不是 总结？'],
    ['progress －－year 2025', '“－－year”前面的横线不是英文的', '写成 --year。'],
    ['list 活动 —year 2025', '“—year”前面的横线不是英文的', '写成 --year。'],
    ['todo －－year=2025', '“－－year=2025”前面的横线不是英文的', '写成 --year=2025。'],
    ['report —ｙear 2025', '“—ｙear”前面的横线不是英文的', '写成 --year。'],
    ['xyzzy', '没有“xyzzy”这个命令', '用 yueyi --help 查看全部命令。'],
    ['report --yaer 2025', '没有“--yaer”这个选项', '是不是 --year？'],
    ['report --qqqqqqqq', '没有“--qqqqqqqq”这个选项', '用 yueyi report --help 查看用法。'],
    ['report --yaer=2025', '没有“--yaer”这个选项', '是不是 --year？'],
    ['--ascci progress', '没有“--ascci”这个选项', '是不是 --ascii？'],
    ['init', '缺少参数“文件夹”', '用 yueyi init --help 查看用法。'],
    ['report --year', '选项“--year”后面缺少内容', '用 yueyi report --help 查看用法。'],
    ['report -o', '选项“-o, --output”后面缺少内容', '用 yueyi report --help 查看用法。'],
    ['report 2025 2026', '参数太多', '用 yueyi report --help 查看用法。'],
    ['report 东湖', '“东湖”不是年份', '写成四位年份，例如 2025。'],
    ['总结 2025 --year 2024', '年份写了两个：“2025”和“--year 2024”', '只写一个，例如 2025。'],
    ['progress --by linkages', '没有“linkages”这种视图', '是不是 linkage？'],
    ['progress --by 支步 --format json', '没有“支步”这种视图', '是不是 支部？'],
    [
      'progress --by xyzzy',
      '没有“xyzzy”这种视图',
      '可用：target（目标）、action（行动）、branch（支部）、partner（结对）、linkage\n（五联）、month（月份）、board（榜单）、inspection（督查）或 request（点单）。',
    ],
    ['schema pairing', '没有“pairing”这个类别', '是不是 pairings？'],
    ['字典 结队', '没有“结队”这个类别', '是不是 结对？'],
    ['hook instal', 'hook 没有“instal”这个动作', '是不是 install？'],
  ])('%s', async (line, what, way) => {
    expect(await refusal(line)).toBe(`${what}。\n${way}\n`);
  });

  test.each(['25', '1899', 'abc', '2025.0', '2025年年'])('--year %s', async (year) => {
    for (const command of ['report', 'progress']) {
      expect(await refusal(`${command} --year ${year}`)).toBe(
        `--year 的值“${year}”不是年份。\n写成四位年份，例如 --year 2025。\n`,
      );
    }
  });

  test.each(['2025-02-30', '2025-6-3', '2025/06/30', '2025-06', '昨天'])('--as-of %s', async (day) => {
    expect(await refusal(`progress --as-of ${day}`)).toContain(`--as-of 的值“${day}”不是日期。`);
  });
});

describe('in Chinese as in English', () => {
  test.each([
    ['progress --year 2025', '进展 2025'],
    ['progress --year 2025 --by branch', '进展 2025年 --by 支部'],
    ['progress --year 2025', 'progress --year 2025年'],
    ['report --year 2021', 'report 2021'],
    ['report --year 2021', '总结 2021年 --year 2021'],
    ['report --year 2025 --format text', '总结 2025 --format 文字'],
    ['todo --year 2025', '待办 2025年'],
    ['list pairings', '台账 结对'],
    ['list pairings', 'list pairings --format 表格'],
    ['show 东湖 --kind pairings', '查阅 东湖 --kind 结对'],
    ['explain 2021-医德考评', '出处 2021-医德考评'],
    ['explain 2021-医德考评', '数据出处 2021-医德考评'],
    ['why-changed --year 2021 --since 2021-12-30', '变更 --year 2021 --since 2021-12-30'],
    ['schema activities', '字典 活动'],
    ['schema workspace', '数据字典 总设置'],
    ['validate --lang en', '校验 --lang 英文'],
    ['why facts-sum', '规则 facts-sum'],
    ['completion zsh', '补全 zsh'],
    ['help report', '帮助 总结'],
    ['report --help', '总结 --help'],
  ])('%s is also %s', async (english, chinese) => {
    const expected = await runCli(english.split(' '));
    expect(expected.code).toBe(0);
    expect(await runCli(chinese.split(' '))).toEqual(expected);
  });

  test('the help shows both names', async () => {
    const { stdout } = await runCli(['--help']);
    for (const { name, chinese } of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name}\\|${chinese} `, 'm'));
  });

  test('no word means two commands', () => {
    const words = COMMANDS.flatMap(wordsFor);
    expect(words).toEqual([...new Set(words)]);
  });
});

test('a year without records gets a warning beside the product', async () => {
  const { stdout, stderr, code } = await runCli(['progress', '--year', '1999']);
  expect([code, stderr]).toEqual([0, '台账里没有1999年的记录；有记录的年份：2021、2022、2025。\n']);
  expect(stdout).toContain('1999年党建工作进展');
});

describe('a ledger that is not there', () => {
  test('no data folder in this folder or above', async () => {
    expect(await refusal('validate', { cwd: temporaryFolder() })).toMatch(/^没有找到台账.*\n.*--data.*yueyi init/);
  });

  test('--data names something else', async () => {
    expect(await refusal('validate --data nowhere')).toMatch(/^“nowhere”里没有 workspace.yaml/);
    expect(await refusal('progress --data test')).toMatch(/^“test”里没有 workspace.yaml/);
  });

  test('YUEYI_DATA names something else', async () => {
    expect(await refusal('validate', { env: { YUEYI_DATA: 'nowhere' } })).toMatch(/^“nowhere”里没有/);
  });

  test('validate of a path that does not exist', async () => {
    expect(await refusal('validate data/nichts.yaml')).toMatch(/^没有“data\/nichts.yaml”这个文件或文件夹/);
  });
});

describe('today', () => {
  test('YUEYI_TODAY must be a date', async () => {
    expect(await refusal('progress', { env: { YUEYI_TODAY: '明天' } })).toMatch(/^YUEYI_TODAY 的值“明天”不是日期/);
  });

  test.each([
    ['2026-12-31T15:59:59Z', '2026'],
    ['2026-12-31T16:00:00Z', '2027'],
  ])('%s is a day of %s in China, wherever the machine stands', async (now, year) => {
    const { stdout } = await runCli(['progress'], { env: { YUEYI_TODAY: undefined }, now });
    expect(stdout).toContain(`${year}年党建工作进展`);
  });

  test('the year in course is seen as of today, a past one as of its last day', async () => {
    const env = { YUEYI_TODAY: '2025-06-30' };
    expect((await runCli(['progress'], { env })).stdout).toContain('截至2025年6月30日');
    expect((await runCli(['progress', '--year', '2021'], { env })).stdout).toContain('截至2021年12月31日');
  });
});

describe('finding the ledger', () => {
  test('from a folder inside it', async () => {
    const folder = smallLedger({ 'data/branches/2025.yaml': '- id: 外科党支部\n  category: 在职\n' });
    const { stdout, code } = await runCli(['validate'], { cwd: `${folder}/data/branches` });
    expect([code, stdout]).toEqual([0, expect.stringContaining('校验了 3 个文件')]);
  });

  test('--data wins over YUEYI_DATA, which wins over the nearest', async () => {
    const folder = smallLedger();
    const other = smallLedger({ 'data/branches/2025.yaml': '- id: 外科党支部\n  category: 在职\n' });
    const env = { YUEYI_DATA: `${other}/data` };
    expect((await runCli(['validate'], { cwd: folder, env })).stdout).toContain('3 个文件');
    expect((await runCli(['validate', '--data', 'data'], { cwd: folder, env })).stdout).toContain('2 个文件');
  });
});

describe('global options', () => {
  test('are taken before and after the command', async () => {
    const after = await runCli(['progress', '--year', '2025', '--ascii', '--no-sample', '--data', 'data']);
    const before = await runCli(['--ascii', '--no-sample', '--data', 'data', 'progress', '--year', '2025']);
    expect(before).toEqual(after);
    expect(after.code).toBe(0);
  });

  test('the one after the command wins', async () => {
    expect((await runCli(['--data', 'nowhere', 'validate', '--data', 'data'])).code).toBe(0);
    expect((await runCli(['--data', 'data', 'validate', '--data', 'nowhere'])).code).toBe(2);
  });

  test('-V prints the version', async () => {
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('help', () => {
  test.each(['init', 'schema', 'validate', 'progress', 'report'])(
    'of %s is the same either way, and has an example',
    async (name) => {
      const asked = await runCli([name, '--help']);
      expect(asked).toMatchObject({ code: 0, stderr: '' });
      expect(await runCli(['help', name])).toEqual(asked);
      expect(asked.stdout).toMatch(new RegExp(`例子：\\n  yueyi ${name}`));
    },
  );

  test('is Chinese throughout', async () => {
    for (const line of ['--help', 'init --help', 'report --help', 'schema --help']) {
      const { stdout } = await runCli(line.split(' '));
      expect(stdout).not.toMatch(/\b(?:Usage|Options?|Commands?|Arguments|default|display)\b|\[options\]/);
    }
  });
});

test('the overview is shown outside a ledger too', async () => {
  const cwd = temporaryFolder();
  const { stdout, stderr, code } = await runCli([], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('没有找到台账');
  expect(readdirSync(cwd)).toEqual([]);
});

test('the overview shows the progress of this year’s targets', async () => {
  const { stdout } = await runCli([], { env: { YUEYI_TODAY: '2025-12-31' } });
  expect(stdout).toMatch(/今年：2025 年 6 项目标，已完成 \d+、绿灯 \d+、黄灯 \d+、红灯 \d+\n$/);
});
