import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { baseLedger } from '../support/memory-reader.js';
import { temporaryFolder } from '../support/run-cli.js';
import { Terminal } from './terminal.js';

/** A folder with the small ledger. */
function ledger(): string {
  const files = Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]);
  return temporaryFolder(Object.fromEntries(files) as Record<string, string>);
}

/** Every file of the ledger; what is kept for `undo` is none of it. */
function filesOf(folder: string): Record<string, string> {
  const data = join(folder, 'data');
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((path) => /^[^.].*\.yaml$/.test(path));
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(data, path), 'utf8')]));
}

test('an activity is added by Chinese search and by pinyin, confirmed, and both are undone', async () => {
  const cwd = ledger();
  const before = filesOf(cwd);
  const terminal = new Terminal({ cwd });

  terminal.yueyi('add 活动');
  await terminal.shows('? 名称');
  const { keys } = terminal;
  terminal.type('立夏义诊').press('Enter');
  await terminal.shows('? 日期');
  terminal.type('5.5').press('Enter');
  await terminal.shows('讲座（就这些）');
  terminal.type('yz');
  await terminal.shows('健康体检', { not: true });
  terminal.press('Enter');
  await terminal.shows('? 类型，还有');
  terminal.press('Enter');
  await terminal.shows('? 还要填什么？');
  terminal.type('结对').press('Enter');
  await terminal.shows('? 结对');
  terminal.type('社区');
  await terminal.shows('❯ 乙社区');
  terminal.press('Enter');
  await terminal.shows('? 结对，还有');
  terminal.press('Enter');
  await terminal.shows('? 还要填什么？');
  terminal.type('qt').press('Enter');
  await terminal.shows('? 牵头');
  terminal.type('jzb');
  await terminal.shows('❯ 甲支部');
  terminal.press('Enter');
  await terminal.shows('? 还要填什么？');
  terminal.press('Enter');
  const shown = await terminal.shows('? 确定写入？');
  expect(shown).toContain(
    [
      '新增活动“2025-05-05-立夏义诊”（data/activities/2025-05.yaml:1）',
      '  名称：立夏义诊',
      '  日期：2025-05-05',
      '  类型：义诊',
      '  结对：乙社区',
      '  牵头：甲支部',
    ].join('\n'),
  );
  expect(filesOf(cwd)).toEqual(before);
  terminal.press('Enter');
  await terminal.shows('已写入');
  expect(terminal.keys - keys, 'keys for one activity with its pairing and its lead').toBe(29);
  expect(filesOf(cwd)['activities/2025-05.yaml']).toBe(
    '- id: 2025-05-05-立夏义诊\n  title: 立夏义诊\n  date: 2025-05-05\n  types: [义诊]\n  pairings: [乙社区]\n  lead: 甲支部\n',
  );

  terminal.yueyi('step lxyz');
  await terminal.shows('❯ 已开展');
  terminal.press('Enter');
  await terminal.shows('? 哪一天 （2025-05-05）');
  terminal.press('Enter');
  await terminal.shows('? 还要填什么？');
  terminal.press('Enter');
  await terminal.shows('? 确定写入？');
  terminal.press('Enter');
  await terminal.shows('已写入');
  expect(filesOf(cwd)['activities/2025-05.yaml']).toContain('  events:\n    - on: 2025-05-05\n      step: 已开展\n');

  terminal.yueyi('undo');
  await terminal.shows('已撤回；还能撤回 1 次。');
  terminal.yueyi('undo');
  await terminal.shows('已撤回；还能撤回 0 次。');
  expect(filesOf(cwd)).toEqual(before);
});

test.each(['Escape', 'C-c', 'C-d'])('%s leaves a text, a menu and the last question without a trace', async (key) => {
  const cwd = ledger();
  const before = filesOf(cwd);
  const terminal = new Terminal({ cwd });
  const given = ['', '--set 名称=立夏义诊 日期=5月5日', '--set 名称=立夏义诊 日期=5月5日'];
  for (const [index, asked] of ['? 名称', '? 类型', '? 确定写入？'].entries()) {
    terminal.yueyi(`add 活动 ${given[index]}`);
    if (index === 2) {
      await terminal.shows('? 类型');
      terminal.press('Enter');
      await terminal.shows('? 还要填什么？');
      terminal.press('Enter');
    }
    await terminal.shows(asked);
    terminal.press(key);
    await terminal.shows('没有写入。');
    expect(await terminal.exitCode()).toBe(1);
  }
  expect(filesOf(cwd)).toEqual(before);
  expect(readdirSync(join(cwd, 'data')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('in 40 columns the cursor stays in the text, where lines are broken too', async () => {
  const terminal = new Terminal({ cwd: ledger(), columns: 40 });
  terminal.yueyi('add 活动');
  await terminal.shows('? 名称');
  terminal.type('东湖街道社区卫生服务中心二〇二五年立夏健康义诊活动');
  await terminal.shows('义诊活动');
  expect(terminal.beforeCursor()).toMatch(/义诊活动$/);
  terminal.press('Left', 'Left').type('大型');
  await terminal.shows('义诊大型活动');
  expect(terminal.beforeCursor()).toMatch(/义诊大型$/);
  terminal.press('Home').type('绍兴 ');
  await terminal.shows('? 名称 绍兴 东湖');
  expect(terminal.beforeCursor()).toBe('? 名称 绍兴 ');
  terminal.press('Enter');
  await terminal.shows('? 日期');
  terminal.type('下个月').press('Enter');
  await terminal.shows('不是日期');
  expect(terminal.beforeCursor()).toBe('? 日期 下个月');
  for (const line of terminal.screen().split('\n')) expect(line.length).toBeLessThanOrEqual(40);
});

test('letters and Enter that come at once choose what the letters find', async () => {
  const terminal = new Terminal({ cwd: ledger() });
  terminal.yueyi('add 活动 --set 名称=立夏义诊 日期=5月5日');
  await terminal.shows('? 类型');
  terminal.type('yz\r');
  await terminal.shows('类型 义诊');
  await terminal.shows('? 类型，还有');
});

test.each([
  ['NO_COLOR', { NO_COLOR: '1' }, ''],
  ['--no-color', {}, ' --no-color'],
])('%s asks without colours, --ascii without symbols', async (_, env, option) => {
  const terminal = new Terminal({ cwd: ledger(), env });
  terminal.yueyi(`add 活动 --ascii --set 名称=立夏义诊${option}`);
  await terminal.shows('? 日期');
  terminal.press('Enter');
  await terminal.shows('> 讲座');
  expect(terminal.screen(true)).not.toContain('\u001b');
  expect(terminal.screen()).not.toMatch(/[❯✔]/);
});

test.each([
  ['</dev/null', 2],
  // The code is that of the last program.
  ['| cat', 0],
])('a pipe is never asked: %s', async (pipe, code) => {
  const terminal = new Terminal({ cwd: ledger() });
  terminal.yueyi(`add 活动 --set 名称=立夏义诊 ${pipe}`);
  await terminal.shows('活动还缺：日期、类型。');
  expect(await terminal.exitCode()).toBe(code);
});
