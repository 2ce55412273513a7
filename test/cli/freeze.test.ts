import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '../reports/contracts.js';
import { commit, ENV, git } from '../support/git-folder.js';
import { baseLedger } from '../support/memory-reader.js';
import { runCli, temporaryFolder, writeFiles } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

const MARCH = 'data/activities/2025-03.yaml';
const FROZEN = 'data/frozen/2025.yaml';
const REASON = ['--restate', '--reason', '补登漏记的义诊'];

/** A small ledger whose year 2025 is over. */
function ledger(more: Readonly<Record<string, string>> = {}): string {
  const base = Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]);
  return temporaryFolder({ ...Object.fromEntries(base), ...more });
}

const run = (cwd: string, args: readonly string[], today = '2026-01-06') =>
  runCli(args, { cwd, env: { ...ENV, YUEYI_TODAY: today } });

async function frozenLedger(): Promise<string> {
  const cwd = ledger();
  expect(await run(cwd, ['freeze', '2025', '--note', '经院党委会审定'])).toMatchObject({ code: 0, stderr: '' });
  return cwd;
}

/** Changes a file; the text to be replaced must be there. */
function edit(cwd: string, file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(cwd, file), 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(join(cwd, file), changed);
}

const add = (cwd: string, file: string, text: string): void => {
  writeFileSync(join(cwd, file), `${readFileSync(join(cwd, file), 'utf8')}${text}`);
};

/** A held activity. */
const activity = (id: string, day: string): string =>
  `- id: ${id}\n  title: 补登义诊\n  date: ${day}\n  types: [义诊]\n  events:\n    - on: ${day}\n      step: 已开展\n`;

const FIRST = /- id: 2025-03-15-乙社区义诊[\s\S]*?(?=- id: 2025-03-20)/;

describe('an edit that changes a frozen figure is an error with both values', () => {
  const cases: readonly (readonly [string, (cwd: string) => void, string, string])[] = [
    [
      'a value changed',
      (cwd) => edit(cwd, MARCH, 'beneficiaries: 86', 'beneficiaries: 90'),
      '“服务群众”原 86人次，现 90人次',
      '改过“2025-03-15-乙社区义诊”',
    ],
    [
      'a bound added',
      (cwd) => edit(cwd, MARCH, 'beneficiaries: 86', 'beneficiaries: 86\n  beneficiariesBound: 约'),
      '“服务群众”原 86人次，现 约86人次',
      '改过“2025-03-15-乙社区义诊”',
    ],
    [
      'a record removed',
      (cwd) => edit(cwd, MARCH, FIRST, ''),
      '“服务活动”原 1场次，现 0场次',
      '删去“2025-03-15-乙社区义诊”',
    ],
    [
      'a record added',
      (cwd) => add(cwd, MARCH, activity('2025-12-20-补登', '2025-12-20')),
      '“服务活动”原 1场次，现 2场次',
      '新增“2025-12-20-补登”',
    ],
    [
      'an activity that is confirmed after the freeze',
      (cwd) => edit(cwd, MARCH, 'lead: 党建办\n', 'lead: 党建办\n  events: [{ on: 2026-02-01, step: 已开展 }]\n'),
      '“服务活动”原 1场次，现 2场次',
      '改过“2025-03-20-节气讲座”',
    ],
    [
      'an event removed',
      (cwd) => edit(cwd, MARCH, '    - on: 2025-03-15\n      step: 已开展\n', ''),
      '“服务活动”原 1场次，现 0场次',
      '改过“2025-03-15-乙社区义诊”',
    ],
    [
      'a reference changed',
      (cwd) => edit(cwd, MARCH, 'pairings: [乙社区]', 'pairings: [丙镇]'),
      '原 1场次，现 0场次',
      '改过“2025-03-15-乙社区义诊”',
    ],
    [
      'a target changed',
      (cwd) => edit(cwd, 'data/targets/2025.yaml', 'atLeast: 10', 'atLeast: 8'),
      '“义诊·目标数”原 10场，现 8场',
      '改过“2025-义诊”',
    ],
    [
      'a fact changed',
      (cwd) => edit(cwd, 'data/facts/2025.yaml', 'value: 12', 'value: 13'),
      '“考评优秀”原 12名，现 13名',
      '改过“2025-考评-优秀”',
    ],
    [
      'a pairing removed',
      (cwd) => edit(cwd, 'data/pairings/pairings.yaml', /- id: 丙镇[\s\S]*$/, ''),
      '现 没有这个数',
      '删去“丙镇”',
    ],
    [
      'a day moved into another year',
      (cwd) => edit(cwd, MARCH, /date: 2025-03-15/, 'date: 2024-03-15'),
      '“服务活动”原 1场次，现 0场次',
      '改过“2025-03-15-乙社区义诊”',
    ],
  ];

  test.each(cases)('%s', async (_, change, said, named) => {
    const cwd = await frozenLedger();
    change(cwd);
    const { stdout, code } = await run(cwd, ['validate']);
    const text = stdout.replaceAll(/\n\s*/g, '');
    expect(code).toBe(1);
    expect(text).toContain('frozen-figure');
    expect(text).toContain(said);
    expect(text).toContain(named);
    const checked = await run(cwd, ['freeze', '--check']);
    expect(checked.code).toBe(1);
  });

  test('each once: what is a part of a changed figure, or computed from it, is listed by --check alone', async () => {
    const cwd = await frozenLedger();
    add(cwd, MARCH, activity('2025-12-20-补登', '2025-12-20'));
    const { diagnostics } = JSON.parse((await run(cwd, ['validate', '--format', 'json'])).stdout) as {
      diagnostics: { code: string; file: string; related: { file: string }[] }[];
    };
    const found = diagnostics.filter(({ code }) => code === 'frozen-figure');
    const { stdout } = await run(cwd, ['freeze', '--check', '--format', 'json']);
    const checked = JSON.parse(stdout) as { years: { changes: { id: string }[] }[] };
    expect(contract('freeze')(checked)).toBe(true);
    expect(found.length).toBeGreaterThan(0);
    expect(checked.years[0]?.changes.length).toBeGreaterThan(2 * found.length);
    for (const { file, related } of found) expect([file, related[0]?.file]).toEqual([FROZEN, MARCH]);
  });
});

describe('an edit that changes no frozen figure is none', () => {
  const cases: readonly (readonly [string, (cwd: string) => void])[] = [
    ['layout and comments', (cwd) => edit(cwd, MARCH, 'types: [义诊]', 'types: # 类型\n    - 义诊')],
    [
      'the order of keys',
      (cwd) =>
        edit(cwd, MARCH, '  title: 春季健康义诊\n  date: 2025-03-15\n', '  date: 2025-03-15\n  title: 春季健康义诊\n'),
    ],
    ['a note', (cwd) => edit(cwd, MARCH, 'beneficiaries: 86', 'beneficiaries: 86\n  note: 核对过')],
    ['a title', (cwd) => edit(cwd, MARCH, '春季健康义诊', '春季义诊')],
    [
      'a record of the next year',
      (cwd) => writeFiles(cwd, { 'data/activities/2026.yaml': activity('2026-01-08-义诊', '2026-01-08') }),
    ],
    ['a renamed file', (cwd) => renameSync(join(cwd, MARCH), join(cwd, 'data/activities/三月.yaml'))],
    [
      'a record moved to another file',
      (cwd) => {
        const [moved = ''] = FIRST.exec(readFileSync(join(cwd, MARCH), 'utf8')) ?? [];
        edit(cwd, MARCH, FIRST, '');
        writeFiles(cwd, { 'data/activities/义诊.yaml': moved });
      },
    ],
    ['an alias', (cwd) => add(cwd, 'data/organizations/organizations.yaml', '  aliases: [丙镇医院]\n')],
    [
      'the end of a pairing in the next year',
      (cwd) =>
        edit(cwd, 'data/pairings/pairings.yaml', 'lead: 骨科第二党支部', 'lead: 骨科第二党支部\n  until: 2026-06-30'),
    ],
    [
      'a sample',
      (cwd) => writeFiles(cwd, { 'data/sample/activities/示例.yaml': activity('2025-06-01-示例', '2025-06-01') }),
    ],
    ['a comment in the frozen file', (cwd) => edit(cwd, FROZEN, /^/, '# 存档\n')],
  ];

  test.each(cases)('%s', async (_, change) => {
    const cwd = await frozenLedger();
    change(cwd);
    const { stdout } = await run(cwd, ['validate']);
    expect(stdout).not.toContain('frozen');
    expect(await run(cwd, ['freeze', '2025', '--check'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('time alone', async () => {
    const cwd = await frozenLedger();
    for (const today of ['2026-01-07', '2027-11-01', '2035-01-01'])
      expect(await run(cwd, ['freeze', '--check'], today)).toMatchObject({ code: 0 });
  });
});

describe('a restatement', () => {
  test('keeps what was reported and what it was restated to, each time', async () => {
    const cwd = await frozenLedger();
    add(cwd, MARCH, activity('2025-12-20-补登', '2025-12-20'));
    const { stdout, code } = await run(cwd, ['freeze', '2025', ...REASON], '2026-03-02');
    expect(code).toBe(0);
    expect(stdout).toContain('1场次');
    expect(await run(cwd, ['validate'])).toMatchObject({ code: 0 });
    add(cwd, MARCH, activity('2025-12-21-补登', '2025-12-21'));
    expect((await run(cwd, ['freeze', '2025', ...REASON], '2026-04-02')).code).toBe(0);
    const text = readFileSync(join(cwd, FROZEN), 'utf8');
    expect(text).toContain('note: 经院党委会审定');
    expect(text).toMatch(
      /- on: 2026-03-02\n {4}reason: 补登漏记的义诊\n[\s\S]*was: \{ value: 1 \}, now: \{ value: 2 \}/,
    );
    expect(text).toMatch(/- on: 2026-04-02\n[\s\S]*was: \{ value: 2 \}, now: \{ value: 3 \}/);
    const { stdout: json } = await run(cwd, ['freeze', '--check', '--format', 'json']);
    expect(JSON.parse(json).years[0].restatements).toHaveLength(2);
    expect(contract('freeze')(JSON.parse(json))).toBe(true);
  });

  test('is printed by the report and the progress, with its reason; the public gets none', async () => {
    const cwd = await frozenLedger();
    expect((await run(cwd, ['report', '2025'])).stdout).toContain('数字已于2026年1月6日定稿。');
    add(cwd, MARCH, activity('2025-12-20-补登', '2025-12-20'));
    await run(cwd, ['freeze', '2025', ...REASON], '2026-03-02');
    for (const command of ['report', 'progress']) {
      const { stdout, code } = await run(cwd, [command, '2025', '--ascii']);
      expect(code).toBe(0);
      expect(stdout).toContain('原报和更正');
      expect(stdout).toMatch(/\| 服务活动 +\| +1场次 \| +2场次 \|/);
      expect(stdout).toContain('2026年3月2日更正：补登漏记的义诊。');
    }
    expect((await run(cwd, ['report', '2025', '--public'])).stdout).not.toContain('原报');
    expect((await run(cwd, ['report', '2025', '--as-of', '2025-06-30'])).stdout).not.toContain('原报');
  });

  test('can be explained in both versions', async () => {
    const cwd = await frozenLedger();
    add(cwd, MARCH, activity('2025-12-20-补登', '2025-12-20'));
    await run(cwd, ['freeze', '2025', ...REASON], '2026-03-02');
    const said = async (id: string) => (await run(cwd, ['explain', id])).stdout;
    expect(await said('reported:activities@year=2025')).toMatch(
      /服务活动（原报）[\s\S]*1场次[\s\S]*data\/frozen\/2025.yaml/,
    );
    expect(await said('restated:activities@year=2025')).toMatch(/服务活动（更正）[\s\S]*2场次/);
    expect(await run(cwd, ['explain', 'reported:activities@year=2024'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('of what has not changed writes nothing', async () => {
    const cwd = await frozenLedger();
    const before = readFileSync(join(cwd, FROZEN), 'utf8');
    const { stdout, code } = await run(cwd, ['freeze', '2025', ...REASON]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('没有变，没有写入')]);
    expect(readFileSync(join(cwd, FROZEN), 'utf8')).toBe(before);
  });
});

describe('freeze is refused', () => {
  const cases: readonly { of: string; args: readonly string[]; said: string; today?: string }[] = [
    { of: 'while the year runs', args: ['2026'], said: '2026年还没有结束' },
    { of: 'on its last day', args: ['2025'], said: '今天是2025年12月31日，2025年还没有结束', today: '2025-12-31' },
    { of: 'of a year without records', args: ['2011'], said: '台账里没有2011年的记录' },
    { of: 'of no year', args: ['今年'], said: '“今年”不是年份' },
    { of: 'without a year', args: [], said: '没有写哪一年' },
    { of: 'without a reason', args: ['2025', '--restate'], said: '更正要写明理由' },
    { of: 'with a reason alone', args: ['2025', '--reason', '漏记'], said: '--reason 只和 --restate 一起用' },
    { of: 'with an empty note', args: ['2025', '--note', ' '], said: '--note 后面的文字是空的' },
    { of: 'to be restated before it is frozen', args: ['2025', ...REASON], said: '2025年还没有定稿，没有可更正的' },
    { of: 'to be checked before it is frozen', args: ['2025', '--check'], said: '2025年没有定稿' },
    { of: 'with --force', args: ['2025', '--force'], said: 'freeze 不能和 --force 一起用' },
    { of: 'to check and to restate at once', args: ['2025', '--check', ...REASON], said: '--check 只核对' },
  ];
  test.each(cases)('$of', async ({ args, said, today }) => {
    const { stdout, stderr, code } = await run(ledger(), ['freeze', ...args], today);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.replaceAll('\n', '')).toContain(said);
  });

  test('twice', async () => {
    const { stderr, code } = await run(await frozenLedger(), ['freeze', '2025']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('2025年已于2026年1月6日定稿：data/frozen/2025.yaml')]);
  });

  test('of a ledger with errors', async () => {
    const cwd = ledger({ 'data/people/新.yaml': '- id: 王五\n  年龄: 3\n' });
    expect(await run(cwd, ['freeze', '2025'])).toMatchObject({ code: 1, stdout: '' });
  });

  test('with samples, unless these are left out', async () => {
    const cwd = sampleYear();
    const { stderr, code } = await run(cwd, ['freeze', '2025']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^2025年的数里有\d+条示例记录，不能定稿。\n/)]);
    expect(await run(cwd, ['freeze', '2025', '--no-sample'])).toMatchObject({ code: 0, stderr: '' });
    expect(await run(cwd, ['validate'])).toMatchObject({ code: 0 });
  });

  test('while an activity is confirmed on a day to come', async () => {
    const cwd = ledger();
    add(cwd, MARCH, '  events: [{ on: 2026-02-01, step: 已开展 }]\n');
    const { stderr, code } = await run(cwd, ['freeze', '2025']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('“2025-03-20-节气讲座”')]);
  });
});

test('undo takes freezing back', async () => {
  const cwd = await frozenLedger();
  expect((await run(cwd, ['undo'])).stdout).toContain('的 yueyi freeze 2025\n');
  expect(existsSync(join(cwd, FROZEN))).toBe(false);
  expect((await run(cwd, ['freeze', '--check'])).stdout).toContain('还没有定稿的年度。');
});

describe('the frozen file', () => {
  test('that was edited by hand is found, and nothing is restated upon it', async () => {
    const cwd = await frozenLedger();
    edit(cwd, FROZEN, 'label: 服务活动, value: 1,', 'label: 服务活动, value: 2,');
    const { stdout, code } = await run(cwd, ['validate']);
    expect([code, stdout]).toEqual([1, expect.stringContaining('frozen-file')]);
    expect(stdout).toContain('2025 年的定稿文件手改过');
    expect((await run(cwd, ['freeze', '2025', ...REASON])).code).toBe(1);
  });

  test('cannot be overwritten by a product', async () => {
    const cwd = await frozenLedger();
    const { stderr, code } = await run(cwd, ['report', '2025', '-o', FROZEN]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('在台账的数据目录里')]);
  });

  test('is seen by the check of a commit, wherever the edit is', async () => {
    const cwd = await frozenLedger();
    git(cwd, ['init', '--quiet']);
    commit(cwd);
    edit(cwd, MARCH, FIRST, '');
    git(cwd, ['add', '.']);
    const { stdout, code } = await run(cwd, ['hook', 'run']);
    expect([code, stdout]).toEqual([1, expect.stringContaining('frozen-figure')]);
  });

  test('that is gone is missed by git alone: the year is no longer frozen', async () => {
    const cwd = await frozenLedger();
    rmSync(join(cwd, FROZEN));
    expect((await run(cwd, ['freeze', '--check'])).stdout).toContain('还没有定稿的年度');
  });
});
