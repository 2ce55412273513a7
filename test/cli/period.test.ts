import { describe, expect, test } from 'vitest';
import { contract, type ProgressJson, type ReportJson, type TodoJson } from '../reports/contracts.js';
import { copiedLedger } from '../reports/sample-ledger.js';
import { runCli, runJson } from '../support/run-cli.js';

/** A copy of the hospital's ledger with its samples, gone when the test is over. */
const sampled = () => ({ cwd: copiedLedger({ samples: true }) });

async function product(line: string): Promise<string> {
  const { stdout, stderr, code } = await runCli(line.split(' '), sampled());
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

describe('--period', () => {
  test.each([
    ['progress --period 2025-09', '2025年9月党建工作进展', '截至2025年9月30日'],
    ['progress --period 2025年第三季度 --by month', '2025年第三季度党建工作进展（按月份）', '截至2025年9月30日'],
    ['report --period 2025-H1', '关于2025年上半年党建重点工作进展情况的通报', '现将2025年上半年党建重点'],
    [
      'report --period 2025-09-01..2025-09-20',
      '关于2025年9月1—20日党建重点工作进展情况的通报',
      '现将2025年9月1—20日党建',
    ],
    ['report --period 2025-Q3 --branch 内科第二', '2025年第三季度工作清单', '截至2025年9月30日'],
    ['todo --period 2025-10 --as-of 2025-10-06', '2025年10月待办', '里到期的。'],
  ])('%s names its days', async (line, title, words) => {
    const text = await product(line);
    expect(text).toContain(title);
    expect(text).toContain(words);
  });

  test('of a whole year is the year', async () => {
    expect(await product('progress --period 2025')).toBe(await product('progress --year 2025'));
    expect(await product('todo --period 2025年')).toBe(await product('todo --year 2025'));
  });

  test('lists the records of its days', async () => {
    const listed = await product('list activities --period 2025-09 --format csv');
    expect(listed).toBe(
      await product('list activities --from 2025-09 --until 2025-09 --as-of 2025-09-30 --format csv'),
    );
  });

  test('leaves the figures and sentences of a year out of a month', async () => {
    const report = (...more: string[]) => runJson<ReportJson>(['report', '--period', '2025-09', ...more], sampled());
    const [{ sections }, { figures }] = [await report(), await report('--branch', '内科第二')];
    expect(figures.filter(({ id }) => /@year=2025(?:,(?!period=)|$)/.test(id))).toEqual([]);
    expect(sections.filter(({ text }) => text.includes('【待补充】'))).toEqual([]);
  });

  test('shows what was done in it beside the total', async () => {
    const at = (line: string) => runJson<ProgressJson>(['progress', ...line.split(' ')], sampled());
    const [september, whole] = [await at('--period 2025-09'), await at('--year 2025 --as-of 2025-09-30')];
    expect(september).toMatchObject({ year: 2025, period: '2025-09', asOf: '2025-09-30' });
    expect(september.targets.map(({ done, percent, status }) => [done, percent, status])).toEqual(
      whole.targets.map(({ done, percent, status }) => [done, percent, status]),
    );
    expect(whole).not.toHaveProperty('period');
  });

  test('says 本期 and 累计 of a target in a sentence too', async () => {
    const target = async (line: string) => (await product(line)).replaceAll('\n', '').match(/义诊目标.+?完成率/)?.[0];
    expect(await target('report 2025')).toBe('义诊目标100场，开展2场*，完成率');
    const program = '--program 越医有爱';
    expect(await target(`report --period 2025-H2 ${program}`)).toBe('义诊目标100场，下半年开展1场*，累计2场*，完成率');
  });

  test('fits the contracts', async () => {
    for (const command of ['progress', 'report', 'todo'] as const) {
      const validate = contract(command);
      for (const period of ['2025-09', '2025-Q3', '2025-H2', '2025-09-01..2025-10-10']) {
        validate(await runJson([command, '--period', period], sampled()));
        expect(validate.errors, `${command} ${period}`).toBeNull();
      }
    }
  });

  test('opens its figures by their ids', async () => {
    const { stdout, code } = await runCli(['explain', 'activities@year=2025,period=2025-Q3'], sampled());
    expect([code, stdout]).toEqual([0, expect.stringContaining('期间')]);
    expect(stdout).toContain('2025年第三季度');
  });
});

test('what falls due in a period is listed, late or to come, and nothing else', async () => {
  const { items } = await runJson<TodoJson>(['todo', '--period', '2025-09', '--as-of', '2025-10-06'], sampled());
  expect(items.length).toBeGreaterThan(0);
  for (const { date, until } of items) expect((until ?? date)?.slice(0, 7)).toBe('2025-09');
});

test.each([
  ['progress --period 2025-13', '--period 的值“2025-13”不是一年之内的期间'],
  ['report --period 2024-12..2025-02', '--period 的值“2024-12..2025-02”不是一年之内的期间'],
  ['progress --period 2025-06 --year 2024', '--period 的2025年6月不在2024年里'],
  ['progress 2024 --period 2025-06', '--period 的2025年6月不在2024年里'],
  ['progress --period 2025-09 --as-of 2025-03-01', '到2025年3月1日，2025年9月还没有开始'],
  ['list people --period 2025-09', '人员的记录没有日期，不能按日期筛选'],
])('%s is refused with a way out', async (line, what) => {
  const { stdout, stderr, code } = await runCli(line.split(' '), sampled());
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(new RegExp(`^${what.replace(/[.]/g, '\\.')}。\n[^\n]+`));
});

test('the year of a report is that of --as-of where neither year nor period is named', async () => {
  expect(await product('progress --as-of 2025-06-30')).toBe(await product('progress --year 2025 --as-of 2025-06-30'));
});
