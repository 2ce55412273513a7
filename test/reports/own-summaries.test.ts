import { describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../src/document/report-document.js';
import { FolderReader } from '../../src/files/folder-reader.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { renderTerminal } from '../../src/render/terminal.js';
import type { Audience } from '../../src/reports/context.js';
import { publicContext } from '../../src/reports/public/public-figures.js';
import { buildBranchSummary } from '../../src/reports/summaries/branch-summary.js';
import { buildPairingSummary } from '../../src/reports/summaries/pairing-summary.js';
import { buildProgramSummary } from '../../src/reports/summaries/program-summary.js';
import { displayWidth } from '../../src/text/width.js';
import { load } from '../../src/workspace/load.js';
import { buildLedger, entryOf } from '../support/ledger-builder.js';
import { runCli, runJson, SHAOXING } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';
import { contract, type ReportJson } from './contracts.js';
import { contextOf, hospitalLedger } from './report-context.js';

const cwd = sampleYear();
const ledger = await hospitalLedger();
const rich = (await load(new FolderReader('data', cwd))).ledger;

/** Every programme's, branch's and pairing's own summary of a ledger. */
function everySummary(from: Ledger, audience: Audience): readonly (readonly [string, ReportDocument])[] {
  const own = { ...contextOf(from, 2025), audience };
  const context = audience === 'public' ? publicContext(own) : own;
  const { ledger: known } = context;
  return [
    ...known.all('programs').map((entry) => [entry.id, buildProgramSummary(context, entry)] as const),
    ...known.all('branches').map((entry) => [entry.id, buildBranchSummary(context, entry)] as const),
    ...known.all('pairings').map((entry) => [entry.id, buildPairingSummary(context, entry)] as const),
  ];
}

const report = (args: readonly string[], folder = cwd) =>
  runJson<ReportJson>(['report', '--year', '2025', ...args], { cwd: folder });
const textOf = ({ sections }: ReportJson, id: string): string =>
  sections.find((section) => section.id === id)?.text ?? '';

describe.each([
  ['the illustrative year', rich],
  ['the bare ledger', ledger],
])('every summary of %s', (_, from) => {
  test.each(['office', 'public', 'internal'] as const)('fits 80 columns for the %s', (audience) => {
    const summaries = everySummary(from, audience);
    expect(summaries).toHaveLength(5 + 16 + 11);
    for (const [id, document] of summaries) {
      const text = renderTerminal(document, { width: 80, color: false, ascii: false });
      for (const line of text.split('\n')) expect(displayWidth(line), `${id}: ${line}`).toBeLessThanOrEqual(80);
      expect(text, id).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});

test.each([
  ['--program', '越医有爱'],
  ['--branch', '骨科第二党支部'],
  ['--pairing', '东湖'],
])('%s keeps the contract of the report', async (...args) => {
  const validate = contract('report');
  validate(await report(args));
  expect(validate.errors).toBeNull();
});

describe('a programme’s', () => {
  test('has four parts and counts its own records alone', async () => {
    const json = await report(['--program', '越医有爱']);
    expect(json.title).toContain('“党建联建 越医有爱”');
    expect(json.sections.map(({ title }) => title).filter((title) => /^[一二三四]、/.test(title))).toEqual([
      '一、主要做法',
      '二、工作成效',
      '三、存在问题',
      '四、下一步工作打算',
    ]);
    expect(textOf(json, '主要做法')).toContain('组织联建');
    expect(textOf(json, '工作成效')).toContain('义诊目标100场');
    expect(textOf(json, '存在问题')).not.toMatch(/督查|一书记一项目/);
    expect(json.figures.map(({ id }) => id)).toContain('activities@year=2025,program=越医有爱');
  });

  test('without pairings tells its boards', async () => {
    const json = await report(['--program', '揭榜挂帅']);
    expect(json.title).toBe('绍兴市中医院2025年度高质量发展“揭榜挂帅”项目工作总结');
    expect(textOf(json, '工作成效')).toMatch(/任务清单43项.*完成率46\.5%/s);
  });
});

describe('a branch’s', () => {
  test('has its three lists', async () => {
    const json = await report(['--branch', '内科第一党支部']);
    for (const id of ['成绩清单', '问题清单', '整改清单']) expect(textOf(json, id), id).not.toBe('');
    expect(textOf(json, '成绩清单')).toMatch(/牵头活动\t\d+\*?\t场次/);
    expect(textOf(json, '问题清单')).toMatch(/逾期未完成\t内科第一党支部.*\t2025年11月30日/);
  });

  test('names itself responsible for what it lacks, and no day where none is recorded', () => {
    const projects = buildLedger({
      branches: [{ id: '内科' }, { id: '外科' }],
      boards: [{ id: '项目榜', type: '一书记一项目' }],
      tasks: [{ id: '项目', board: '项目榜', branch: '外科' }],
      targets: [
        {
          id: '一书记一项目',
          atLeast: 1,
          count: { kind: 'tasks', where: { 'board.type': '一书记一项目' } },
          each: { kind: 'branches', by: 'branch' },
        },
      ],
    });
    const document = buildBranchSummary(contextOf(projects, 2025), entryOf(projects, 'branches', '内科'));
    const text = renderTerminal(document, { width: 80, color: false, ascii: false });
    expect(text).toMatch(/没有达到“*一书记一项目”*的要求[^\n]*│ 内科 +│ 未登记/);
  });

  test('for the public are its achievements alone, without its secretary', async () => {
    const json = await report(['--branch', '骨科第二党支部', '--public']);
    expect(json.sections.map(({ id }) => id)).not.toContain('问题清单');
    expect(json.sections.map(({ id }) => id)).not.toContain('整改清单');
    expect(JSON.stringify(json)).not.toContain('胡松峰');
    expect((await runCli(['report', '--year', '2025', '--branch', '骨科第二党支部'], { cwd })).stdout).toContain(
      '胡松峰',
    );
  });
});

describe('a pairing’s', () => {
  test('is its 考核评估', async () => {
    const json = await report(['--pairing', '东湖']);
    expect(json.title).toBe('绍兴市中医院与东湖街道社区卫生服务中心结对2025年度考核评估');
    expect(textOf(json, '基本情况')).toMatch(/内科第二党支部牵头，医技第一党支部协助.*结对协议履行中/s);
    expect(textOf(json, '活动开展')).toMatch(/最近一次是\d+月\d+日的/);
    expect(textOf(json, '联建内容')).toContain('召开联席会议');
  });

  test('says what is missing, and is silent on requests where there are none', async () => {
    const json = await report(['--pairing', '富盛'], SHAOXING);
    // Nobody has kept agreements, activities and meetings: nothing is known to be missing.
    expect(textOf(json, '存在不足')).toBe('【待补充】');
    expect(json.sections.map(({ id }) => id)).not.toContain('点单办理');
  });
});

describe('names', () => {
  const refusal = async (args: readonly string[]) => {
    const { code, stdout, stderr } = await runCli(['report', '--year', '2025', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    return stderr.replaceAll('\n', '');
  };

  test('part of one is enough where it fits a single record, and a pairing goes by its partner too', async () => {
    expect((await runCli(['report', '--year', '2025', '--pairing', '富盛镇'])).stdout).toContain('与富盛镇卫生院结对');
    expect((await runCli(['report', '--year', '2025', '--branch', '急诊'])).stdout).toContain('急诊重症医学党支部');
  });

  test('several are listed', async () => {
    expect(await refusal(['--branch', '骨科'])).toContain(
      '--branch 的“骨科”有3个：骨科第二党支部、骨科第三党支部、骨科第一党支部',
    );
  });

  test('a wrong one gets the nearest', async () => {
    expect(await refusal(['--branch', '骨料二支'])).toContain('没有“骨料二支”这个党支部。是不是 骨科二支');
    expect(await refusal(['--pairing', '西溪镇'])).toContain('可用的名称：东湖、迪荡');
    expect(await refusal(['--program', ''])).toContain('没有“”这个项目');
  });

  test('one at a time, and no internal public version', async () => {
    expect(await refusal(['--branch', '外科', '--pairing', '东湖'])).toContain('--branch、--pairing不能一起用');
    expect(await refusal(['--internal', '--public'])).toContain('--internal 和 --public 不能一起用');
  });
});

describe('all', () => {
  test.each([
    ['--branch', 16],
    ['--pairing', 11],
    ['--program', 1],
  ])('%s all is a summary each, of those of the year', async (flag, count) => {
    const list = await runJson<ReportJson[]>(['report', '--year', '2025', flag, 'all'], { cwd: SHAOXING });
    expect(list.length).toBeGreaterThanOrEqual(count);
    expect(new Set(list.map(({ title }) => title)).size).toBe(list.length);
    expect(list[0]?.title).toContain('2025');
  });

  test('of a year without any is refused', async () => {
    const { stderr, code } = await runCli(['report', '--year', '2021', '--pairing', 'all'], { cwd: SHAOXING });
    expect(code).toBe(2);
    expect(stderr).toContain('2021年没有结对');
  });
});
