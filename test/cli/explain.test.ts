import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { copiedLedger } from '../reports/sample-ledger.js';
import { runCli, runJson } from '../support/run-cli.js';

interface ExplainJson {
  readonly id: string;
  readonly value: number | null;
  readonly asOf: string;
  readonly method: string;
  readonly conditions: readonly { title: string; text: string }[];
  readonly inputs: readonly { id: string; value: number | null }[];
  readonly records: readonly { id: string; file: string; line: number; amount: number | null; date: string | null }[];
  readonly parts: readonly { id: string }[];
  readonly source: { id: string } | null;
  readonly recomputed: number | null;
}

function copied(): string {
  return copiedLedger({ samples: true });
}

describe('a figure', () => {
  test('counted: its conditions in words, its records with file and line, its proof', async () => {
    const { stdout, code } = await runCli(['explain', 'activities@year=2025,pairing=东湖'], { cwd: copied() });
    expect(code).toBe(0);
    expect(stdout).toContain('只计已开展的活动');
    expect(stdout).toMatch(/│ 3月20日 {2}│ 【示例】春分健康义诊 │ data\/sample\/activities\/2025\.yaml:1 /);
    expect(stdout).toContain('用上列各条记录重新计算，得2场次*，与数值一致。');
    expect(stdout).toContain('注意：这个数含示例数据');
  });

  test('summed: what each record adds', async () => {
    const json = await runJson<ExplainJson>(['explain', 'beneficiaries@year=2025'], { cwd: copied() });
    expect(json.records.map(({ amount }) => amount)).toEqual([86, 40]);
    expect([json.value, json.recomputed]).toEqual([126, 126]);
  });

  test('divided: its inputs with their own ids', async () => {
    const json = await runJson<ExplainJson>(['explain', 'percent@target=2025-义诊'], { cwd: copied() });
    expect(json.inputs.map(({ id }) => id)).toEqual(['done@target=2025-义诊', 'goal@target=2025-义诊']);
    expect(json.method).toContain('已完成 ÷ 目标数 × 100');
    expect(json.conditions).toContainEqual({ title: '条件', text: '类型是“义诊”' });
  });

  test('of a document: its parts, their sum, its source', async () => {
    const json = await runJson<ExplainJson>(['explain', '2021-医德考评']);
    expect(json.parts).toHaveLength(3);
    expect(json.source?.id).toBe('绍市中医党〔2022〕1号');
    const { stdout } = await runCli(['explain', '2021-医德考评']);
    expect(stdout).toContain('│ 合计           │ 922名 │');
  });

  test('set by the office: where it stands and whether it is the usual value', async () => {
    const { stdout } = await runCli(['explain', 'policy-yellowFrom']);
    expect(stdout).toContain('用默认值');
    expect(stdout).toContain('data/workspace.yaml:');
  });

  test.each([
    ['activities@year=2025', '2025-12-31'],
    ['activities@month=2021-03', '2021-12-31'],
    ['percent@target=2025-义诊', '2025-12-31'],
    ['2021-医德考评', '2021-12-31'],
    ['activities', '2026-11-22'],
  ])('%s is seen as of %s', async (id, asOf) => {
    expect((await runJson<ExplainJson>(['explain', id])).asOf).toBe(asOf);
  });

  test('--as-of is exact, and braces as narratives write them do no harm', async () => {
    const json = await runJson<ExplainJson>(['explain', '{activities@year=2025}', '--as-of', '2025-06-30'], {
      cwd: copied(),
    });
    expect([json.value, json.asOf]).toEqual([1, '2025-06-30']);
  });

  test('of no records says so instead of showing an empty table', async () => {
    const { stdout, code } = await runCli(['explain', 'activities@year=2025']);
    expect([code, stdout.includes('没有符合条件的记录。'), stdout.includes('数到的记录')]).toEqual([0, true, false]);
  });

  test('a long list shows the first twenty, --all every one', async () => {
    const brief = await runCli(['explain', 'tasks']);
    expect(brief.stdout).toContain('只列出前面的；加 --all 全部列出。');
    const all = await runCli(['explain', 'tasks', '--all']);
    expect(all.stdout).not.toContain('只列出前面的');
    const json = await runJson<ExplainJson>(['explain', 'tasks']);
    expect(json.records).toHaveLength(json.value ?? -1);
  });
});

test('every id that --ids lists opens', async () => {
  const { stdout } = await runCli(['progress', '--year', '2025', '--ids'], { cwd: copied() });
  const ids = [...stdout.matchAll(/^〔\d+〕 (\S+)$/gm)].map(([, id = '']) => id);
  expect(ids.length).toBeGreaterThan(100);
  for (const id of ids.filter((_, index) => index % 10 === 0)) {
    const { code, stderr } = await runCli(['explain', id, '--year', '2025'], { cwd: copied() });
    expect([id, code, stderr]).toEqual([id, 0, '']);
  }
});

describe('an id nobody knows', () => {
  test.each([
    ['activites@year=2025', '是不是 activities@year=2025'],
    ['2021-医德考平', '是不是 2021-医德考评'],
    ['activities@pairng=东湖', '是不是 pairing'],
    ['inspections@pairing=东湖', '不能按“pairing”统计'],
    ['activities@year=2025,pairing=东胡', '“结对”里没有“东胡”'],
    ['activities@year=今年', '不是年度'],
    ['activities@month=2025-13', '不是月份'],
    ['tasks@type=揭榜', '是不是 type=揭榜挂帅'],
    ['percent', '要写明是哪一个“目标”'],
    ['done@target=2025-督查,cell=2025-W01', '“其中一格”里没有“2025-W01”'],
    ['due@target=2025-义诊', '没有“due@target=2025-义诊”'],
    ['@', '没有“@”'],
    ['', '没有“”'],
  ])('%s', async (id, said) => {
    const { stdout, stderr, code } = await runCli(['explain', id]);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr.replaceAll('\n', '')).toContain(said);
    for (const line of stderr.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });
});

describe('a number as it is printed, or a word of its name', () => {
  test.each(['126', '１２６人次', '126人次*', '不少于126'])(
    '%s opens the one figure that is printed so',
    async (typed) => {
      const { stdout, code } = await runCli(['explain', typed], { cwd: copied() });
      expect(code).toBe(0);
      expect(stdout).toContain('beneficiaries@year=2025');
    },
  );

  test('lists the candidates with their ids where there are several, the exact name first', async () => {
    const { stdout, code } = await runCli(['explain', '医德考评优秀']);
    expect(code).toBe(0);
    expect(stdout).toContain('│ 统计编号 │ 2021-医德考评-优秀');
    const several = await runCli(['explain', '医德考评']);
    expect(several.code).toBe(0);
    expect(several.stdout).toContain('│ 2021-医德考评-良好 ');
    expect(several.stdout).toContain('共4个。');
  });

  test('every id it offers opens', async () => {
    const { stdout } = await runCli(['explain', '义诊', '--all', '--format', 'markdown'], { cwd: copied() });
    const ids = Array.from(stdout.matchAll(/\| ([a-z-]+@[^ |]+) \|/g), ([, id = '']) => id.replaceAll('\\', ''));
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) expect((await runCli(['explain', id], { cwd: copied() })).code, id).toBe(0);
  });

  test('a program is told to name one', async () => {
    const { stderr, stdout, code } = await runCli(['explain', '医德考评', '--format', 'json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('2021-医德考评');
  });

  test('a number that nothing prints is told to be of another day', async () => {
    const { stderr, code } = await runCli(['explain', '98765场']);
    expect(code).toBe(2);
    expect(stderr).toContain('--as-of');
  });
});
