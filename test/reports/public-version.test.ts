import { describe, expect, test } from 'vitest';
import { FolderReader } from '../../src/files/folder-reader.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { renderMarkdown } from '../../src/render/markdown.js';
import { reportContract } from '../../src/render/report-contract.js';
import { renderTerminal } from '../../src/render/terminal.js';
import { buildAnnual } from '../../src/reports/annual/annual-document.js';
import { buildPairingSummary } from '../../src/reports/summaries/pairing-summary.js';
import { load } from '../../src/workspace/load.js';
import { buildLedger, type Drafts, entryOf, held } from '../support/ledger-builder.js';
import { runCli, runJson } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';
import type { ReportJson } from './contracts.js';
import { contextOf, hospitalLedger } from './report-context.js';

const cwd = sampleYear();
const rich = (await load(new FolderReader('data', cwd))).ledger;
const hospital = await hospitalLedger();

/** Everything a public version writes, in every format. */
function published(ledger: Ledger, year: number): string {
  const document = buildAnnual({ ...contextOf(ledger, year), audience: 'public' });
  const text = renderTerminal(document, { width: 80, color: false, ascii: false });
  return [text, renderMarkdown(document), JSON.stringify(reportContract(document, year))].join('\n');
}

/** Every person the ledger names: secretaries, responsible leaders, liaisons. */
const persons = (ledger: Ledger): string[] => [
  ...ledger.ids('people'),
  ...ledger.all('agreements').flatMap(({ value }) => (value.liaisons ?? []).map(({ person }) => person)),
];

describe('the public version', () => {
  test.each<[string, Ledger, number]>([
    ['2021', hospital, 2021],
    ['2025', hospital, 2025],
    ['the illustrative year', rich, 2025],
  ])('of %s names no secretary and no leader', (_, ledger, year) => {
    const all = published(ledger, year);
    expect(persons(ledger).length).toBeGreaterThanOrEqual(20);
    for (const person of persons(ledger)) expect(all.includes(person), person).toBe(false);
  });

  test('tells nothing of what inspections found and of what is late by unit', () => {
    const all = published(rich, 2025);
    expect(all).not.toMatch(/发现问题|已整改\d|高频问题有|应改未改|│ 逾期/);
    for (const id of ['problems@', 'rectified@', 'unrectified@', 'recurring@']) expect(all).not.toContain(id);
  });

  test('is no 内部资料, every other version is', async () => {
    expect(published(rich, 2025)).not.toContain('内部资料');
    for (const options of [[], ['--internal'], ['--format', 'markdown']]) {
      const { stdout } = await runCli(['report', '--year', '2025', ...options], { cwd });
      expect(stdout.split('\n').filter((line) => line === '内部资料')).toHaveLength(1);
    }
  });

  test('gives figures without what is behind them, which would name who is behind', async () => {
    const { figures } = await runJson<ReportJson>(['report', '--year', '2025', '--public'], { cwd });
    expect(figures.length).toBeGreaterThan(50);
    expect(figures.filter(({ inputs, records }) => inputs.length + records.length > 0)).toEqual([]);
    expect(figures.filter(({ id }) => id.includes('cell='))).toEqual([]);
  });

  test('keeps the narratives and the problems without names', async () => {
    const { stdout } = await runCli(['report', '--year', '2025', '--public'], { cwd });
    expect(stdout).toContain('以中央八项规');
    expect(stdout).toContain('一是“揭榜挂帅”任务清单没有全部完成');
  });
});

describe('few persons', () => {
  const few = hospital
    .all('facts')
    .filter(({ value }) => value.year === 2021 && ['名', '位', '人次'].includes(value.unit) && value.value <= 3);

  test('of 2021 are printed as 不超过3, in the text’s own unit', async () => {
    expect(few.length).toBeGreaterThan(6);
    const { stdout } = await runCli(['report', '--year', '2021', '--public']);
    expect(stdout).toContain('其中高知不超过3名');
    expect(stdout).toContain('不超过3位同志');
    expect(stdout).not.toMatch(/(?<![\d过])[0-3][名位](?!中心)/);
  });

  test('leave neither value nor record in JSON; the policy stands for them', async () => {
    const json = await runJson<ReportJson>(['report', '--year', '2021', '--public']);
    const ids = json.figures.flatMap(({ id, inputs, records }) => [id, ...inputs, ...records]);
    for (const { id } of few) expect(ids).not.toContain(id);
    expect(json.figures.find(({ id }) => id === 'policy-suppressUpTo')).toMatchObject({ value: 3, unit: '人' });
  });

  test('a single hidden part takes the next smallest with it', async () => {
    const json = await runJson<ReportJson>(['report', '--year', '2021', '--public']);
    const told = json.sections.find(({ id }) => id === '医德')?.text;
    expect(told).toContain('参加医德考评人员922名，其中优秀不公布、良好869名、不合格不超过3名');
    expect(json.figures.map(({ id }) => id)).not.toContain('2021-医德考评-优秀');
  });

  test('follow the workspace’s policy', () => {
    const drafts: Drafts = {
      facts: [{ id: '获奖', section: '目标任务', label: '获奖党员', value: 5, unit: '名' }],
      outlines: [{ id: '提纲', sections: [{ id: '目标任务', title: '目标任务' }] }],
    };
    const of = (suppressUpTo: number) =>
      published(buildLedger(drafts, { workspace: { policies: { suppressUpTo } } }), 2025);
    expect(of(5)).toContain('获奖党员不超过5名');
    expect(of(4)).toContain('获奖党员5名');
  });
});

describe('what is counted', () => {
  const activity = (id: string, pairing: string, beneficiaries: number) => ({
    id,
    pairings: [pairing],
    beneficiaries,
    events: held('2025-03-15'),
  });
  const ledger = buildLedger({
    programs: [{ id: '越医有爱', from: '2025-03-11' }],
    pairings: [{ id: '东湖' }, { id: '迪荡' }, { id: '陶堰' }],
    activities: [activity('一', '东湖', 2), activity('二', '迪荡', 40), activity('三', '陶堰', 500)],
  });

  test('hides few persons in a table, and one more row, so that the total does not tell', () => {
    const json = JSON.parse(
      JSON.stringify(reportContract(buildAnnual({ ...contextOf(ledger, 2025), audience: 'public' }), 2025)),
    ) as ReportJson;
    const pairings = json.sections.find(({ title }) => title.includes('结对一览'))?.text.split('\n') ?? [];
    const people = pairings.slice(1, 5).map((line) => line.split('\t').at(-1));
    expect(people).toEqual(['不超过3', '不公布', '500', '542']);
    const ids = json.figures.map(({ id }) => id);
    expect(ids).toContain('beneficiaries@year=2025,pairing=陶堰');
    expect(ids).not.toContain('beneficiaries@year=2025,pairing=东湖');
    expect(ids).not.toContain('beneficiaries@year=2025,pairing=迪荡');
  });

  test('gives no persons of single activities', () => {
    const document = buildAnnual({ ...contextOf(ledger, 2025), audience: 'public' });
    expect(document.figures.some(({ id }) => id.startsWith('beneficiaries@activity='))).toBe(false);
  });

  test('a pairing’s own version hides them as well', () => {
    const context = { ...contextOf(ledger, 2025), audience: 'public' as const };
    const document = buildPairingSummary(context, entryOf(ledger, 'pairings', '东湖'));
    expect(renderTerminal(document, { width: 80, color: false, ascii: false })).toContain('服务群众不超过3人次');
  });
});
