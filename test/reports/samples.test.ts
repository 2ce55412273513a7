import { describe, expect, test } from 'vitest';
import { runCli, runJson } from '../support/run-cli.js';
import { contract, type ProgressJson, type ReportJson } from './contracts.js';
import { copiedLedger, SAMPLES_COUNTED } from './sample-ledger.js';

const BANNER = '【示例】本文含示例数据';

test('the sample ledger is a valid one', async () => {
  expect(await runCli(['validate', '--strict'], { cwd: copiedLedger({ samples: true }) })).toMatchObject({
    code: 0,
    stderr: '',
  });
});

describe('with samples', () => {
  test.each(['progress', 'report'])('%s says so before anything else', async (command) => {
    const { stdout, code } = await runCli([command, '--year', '2025'], { cwd: copiedLedger({ samples: true }) });
    expect(code).toBe(0);
    expect(stdout.startsWith(BANNER)).toBe(true);
  });

  test('every figure behind which a sample stands is starred, the others are not', async () => {
    const { stdout } = await runCli(['progress', '--year', '2025'], { cwd: copiedLedger({ samples: true }) });
    const row = (name: string) => {
      const line = stdout.split('\n').find((each) => each.startsWith(`│ ${name}`)) ?? '';
      return line.split('│').map((each) => each.trim());
    };
    const starred = (name: string) => row(name).filter((each) => each.endsWith('*'));
    expect(row('义诊 ')[2]).toMatch(/^100(?!.*\*)/);
    expect(starred('义诊 ')).toEqual(['2*', '░░░░░░ 2.0%*', '-98.0*']);
    expect(starred('科普传')).toEqual([]);
    expect(starred('日常督')).toEqual(['1*', '░░░░░░ 3.0%*', '-97.0*']);
    expect(starred('东湖 ')).toEqual(['2*', '126*']);
    expect(starred('迪荡 ')).toEqual(['1*', '86*']);
    expect(starred('合计')).toEqual(['2*', '126*']);
    // Without the samples nobody would have kept activities: these zeros would be 未登记.
    expect(starred('外科党支部')).toEqual(['0*', '0*', '0*']);
  });

  test('progress counts the samples that count', async () => {
    const json = await runJson<ProgressJson>(['progress', '--year', '2025'], { cwd: copiedLedger({ samples: true }) });
    const validate = contract('progress');
    validate(json);
    expect(validate.errors).toBeNull();
    expect(json.sample).toBe(SAMPLES_COUNTED);
    expect(json.targets.find(({ id }) => id === '2025-义诊')).toMatchObject({ done: 2, percent: 2 });
    expect(json.declared[0]).toMatchObject({ declared: 10, registered: 1 });
    expect(json.boards.at(-1)).toMatchObject({ tasks: 2, closed: 1, overdue: 1 });
    expect(json.alerts.map(({ type, record }) => `${type} ${record}`)).toEqual(
      expect.arrayContaining(['待确认 示例-2025-09-07-白露义诊', '逾期 示例-专病-1', '待对方签章 示例-东湖-2025']),
    );
  });

  test('progress of another year holds none', async () => {
    const json = await runJson<ProgressJson>(['progress', '--year', '2021'], { cwd: copiedLedger({ samples: true }) });
    expect(json.sample).toBe(0);
  });

  test('report marks its figures, and sums of several pairings count an activity once', async () => {
    const json = await runJson<ReportJson>(['report', '--year', '2025'], { cwd: copiedLedger({ samples: true }) });
    const validate = contract('report');
    validate(json);
    expect(validate.errors).toBeNull();
    expect(json.sample).toBeGreaterThan(0);
    const figure = (id: string) => json.figures.find((each) => each.id === id);
    expect(figure('activities@year=2025')).toMatchObject({
      value: 2,
      sample: true,
      records: ['示例-2025-03-20-春分义诊', '示例-2025-10-29-重阳'],
    });
    expect(figure('done@target=2025-督查')).toMatchObject({
      value: 1,
      sample: true,
      inputs: ['done@target=2025-督查,cell=2025-W22'],
    });
    expect(figure('goal@target=2025-义诊')).toMatchObject({ value: 100, sample: false });
    expect(json.sections[0]).toMatchObject({ id: 'notices', text: expect.stringContaining('【示例】') });
    const opening = json.sections[1]?.text;
    expect(opening).toMatch(/服务活动2场次\*，服务群众126人次\*/);
  });
});

describe('--no-sample', () => {
  test.each([
    'progress --year 2025',
    'progress --year 2025 --format json',
    'progress --year 2025 --as-of 2025-06-30',
    'report --year 2025',
    'report --year 2025 --format json',
    'validate',
  ])('%s gives what a ledger without the folder gives', async (line) => {
    const given = line.split(' ');
    const left = await runCli([...given, '--no-sample'], { cwd: copiedLedger({ samples: true }) });
    const without = await runCli(given, { cwd: copiedLedger({ samples: false }) });
    expect(left).toEqual(without);
    expect(left.stdout).not.toContain('示例');
  });
});
