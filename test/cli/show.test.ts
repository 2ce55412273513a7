import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/schema/kinds.js';
import { displayWidth } from '../../src/text/width.js';
import { contract } from '../reports/contracts.js';
import { copiedLedger } from '../reports/sample-ledger.js';
import { runCli, runJson, writeFiles } from '../support/run-cli.js';

interface Named {
  readonly kind: string;
  readonly id: string;
  readonly fields: readonly string[];
}
interface ShowJson {
  readonly found: {
    kind: string;
    id: string;
    file: string;
    line: number;
    state: string | null;
    refersTo: Named[];
    referredBy: Named[];
  } | null;
  readonly candidates: readonly Named[];
}

describe('a record', () => {
  test.each(KINDS)('of %s: every one fits the screen and its contract', async (kind) => {
    const cwd = copiedLedger({ samples: true });
    const { records } = await runJson<{ records: { id: string; file: string; line: number }[] }>(['list', kind], {
      cwd,
    });
    const validate = contract('show');
    for (const { id, file, line } of records.slice(0, 4)) {
      const { stdout, code } = await runCli(['show', id, '--kind', kind], { cwd });
      expect(code, id).toBe(0);
      for (const each of stdout.split('\n')) expect(displayWidth(each), each).toBeLessThanOrEqual(80);
      const json = await runJson<ShowJson>(['show', id, '--kind', kind], { cwd });
      validate(json);
      expect(validate.errors, id).toBeNull();
      expect(json.found).toMatchObject({ kind, id, file, line });
    }
  });

  test('a pairing: its fields by their titles, its partner, its agreement, what was done under it', async () => {
    const { stdout } = await runCli(['show', '东湖'], { cwd: copiedLedger({ samples: true }) });
    expect(stdout).toContain('│ 结对单位 │ 东湖街道社区卫生服务中心');
    expect(stdout).toContain('│ 有效期 │ 2025年3月11日起，截止未约定 │');
    expect(stdout).toContain('│ 协议   │ 待对方签章');
    expect(stdout).toMatch(/│ 服务活动·东湖 +│ +2场次\* │ activities@pairing=东湖 +│/);
    expect(stdout).toContain('引用它的活动（字段：结对）');
    expect(stdout).toMatch(/data\/branches\/\S+\.yaml:\d+/);
  });

  test('a task: the stages of its board’s type, those reached with their day', async () => {
    const cwd = copiedLedger({ samples: true });
    const { stdout } = await runCli(['show', '示例-专病-2', '--as-of', '2025-06-30'], { cwd });
    expect(stdout).toMatch(/│ 揭榜 {7}│ 2025年6月1日 │/);
    expect(stdout).toMatch(/│ 结题 {7}│ — {12}│/);
    expect(stdout).not.toContain('流榜');
    const late = await runCli(['show', '示例-专病-1', '--as-of', '2025-10-01'], { cwd });
    expect(late.stdout).toContain('未启动（逾期）');
  });

  test('an activity is seen on the day asked for', async () => {
    const cwd = copiedLedger({ samples: true });
    for (const [asOf, state] of [
      ['2025-03-01', '计划中'],
      ['2025-03-20', '已开展'],
    ] as const) {
      const json = await runJson<ShowJson>(['show', '春分健康义诊', '--as-of', asOf], { cwd });
      expect(json.found?.state).toBe(state);
    }
  });

  test('what refers to it is counted by kind; --all lists it', async () => {
    const brief = await runCli(['show', '2025-党建工作要点']);
    expect(brief.stdout).toContain('共15条，只列出前面的；加 --all 全部列出。');
    const all = await runCli(['show', '2025-党建工作要点', '--all']);
    expect(all.stdout).toContain('共15条。');
    expect(all.stdout.split('\n').length).toBeGreaterThan(brief.stdout.split('\n').length);
  });

  test('a document’s number shows the narrative that prints it', async () => {
    const { found } = await runJson<ShowJson>(['show', '2021-医德考评']);
    expect(found?.referredBy).toContainEqual(expect.objectContaining({ kind: 'narratives', fields: ['段落'] }));
  });

  test('part of a name is enough, and an action leads to its program', async () => {
    expect((await runJson<ShowJson>(['show', '春分健康'], { cwd: copiedLedger({ samples: true }) })).found?.kind).toBe(
      'activities',
    );
    expect((await runJson<ShowJson>(['show', '越医康养'])).found?.id).toBe('越医有爱');
  });

  test('hostile values are shown escaped', async () => {
    const cwd = copiedLedger({ samples: false });
    writeFiles(cwd, {
      'data/activities/a.yaml':
        '- id: 怪\n  title: "=HYPERLINK(1)"\n  date: 2025-03-20\n  types: [义诊]\n  note: "第一行\\n\\n第三行 {甲} |乙|"\n',
    });
    const { stdout, code } = await runCli(['show', '怪'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('=HYPERLINK(1)');
    for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });
});

describe('no single record', () => {
  test('several: a table to choose from, exit 1', async () => {
    const { stdout, stderr, code } = await runCli(['show', '骨科第']);
    expect([code, stderr]).toEqual([1, '']);
    for (const id of ['骨科第一党支部', '骨科第二党支部', '骨科第三党支部']) expect(stdout).toContain(id);
    expect(stdout).toContain('共3条。写全编号再查');
  });

  test('several in JSON: candidates, exit 1', async () => {
    const { stdout, code } = await runCli(['show', '骨科第', '--format', 'json']);
    const json = JSON.parse(stdout) as ShowJson;
    const validate = contract('show');
    validate(json);
    expect(validate.errors).toBeNull();
    expect([code, json.found, json.candidates.length]).toEqual([1, null, 3]);
  });

  test('none: the nearest names, exit 1', async () => {
    const { stdout, stderr, code } = await runCli(['show', '内科二党支部']);
    expect([stdout, code]).toEqual(['', 1]);
    expect(stderr).toBe('没有找到“内科二党支部”。\n是不是 内科第二党支部、骨科第二党支部？\n');
  });

  test.each([
    [['show', ''], '没有写要查哪一条记录'],
    [['show', '东湖', '--kind', '结队'], '是不是 结对'],
    [['show'], '缺少参数'],
  ])('%j is a wrong command line', async (args, said) => {
    const { stderr, code } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

test.each([
  ['护佑健康医心为民', '保障措施', '加强领导，靠前指挥'],
  ['2025-党建工作要点', '目标', '力行“六干”'],
  ['绍市中医党〔2022〕1号', '印发机关', '绍兴市中医院党政综合办公室'],
  ['2022-思路-6', '内容', '廉业处方'],
])('%s has the %s that its document gives', async (id, title, words) => {
  const { stdout } = await runCli(['show', id]);
  expect(stdout).toMatch(new RegExp(`│ ${title} +│`));
  expect(stdout.replaceAll(/\n│ +│ |│\n| +│/g, '')).toContain(words);
});
