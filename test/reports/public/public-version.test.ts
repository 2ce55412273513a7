import { describe, expect, test } from 'vitest';
import { FolderReader } from '../../../src/files/folder-reader.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { renderMarkdown } from '../../../src/render/markdown.js';
import { reportContract } from '../../../src/render/report-contract.js';
import { renderTerminal } from '../../../src/render/terminal.js';
import { buildAnnual } from '../../../src/reports/annual/annual-document.js';
import { publicVersion } from '../../../src/reports/public/public-version.js';
import { load } from '../../../src/workspace/load.js';
import { buildLedger, held } from '../../support/ledger-builder.js';
import { runCli, runJson } from '../../support/run-cli.js';
import { sampleYear } from '../../support/sample-year.js';
import type { ReportJson } from '../contracts.js';
import { contextOf, hospitalLedger } from '../report-context.js';

const cwd = sampleYear();
const rich = (await load(new FolderReader('data', cwd))).ledger;
const hospital = await hospitalLedger();
const KINDS_OF_REPORT = [[], ['--program', '越医有爱'], ['--branch', '内科第一党支部'], ['--pairing', '富盛']];

/** Everything a public version writes, in every format. */
function published(ledger: Ledger, year: number): string {
  const document = publicVersion(contextOf(ledger, year), buildAnnual);
  const text = renderTerminal(document, { width: 80, color: false, ascii: false });
  return [text, renderMarkdown(document), JSON.stringify(reportContract(document, year))].join('\n');
}

/** Every person the ledger names: secretaries, responsible leaders, liaisons. */
const persons = (ledger: Ledger): string[] => [
  ...ledger.ids('people'),
  ...ledger.all('agreements').flatMap(({ value }) => (value.liaisons ?? []).map(({ person }) => person)),
];

/** A public report of the illustrative year, as text. */
async function printed(...options: readonly string[]): Promise<string> {
  const { stdout } = await runCli(['report', '--year', '2025', '--public', ...options], { cwd });
  return stdout;
}

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

  test('of a pairing says nothing of what has not been done, by words or by zeros', async () => {
    const { stdout: own } = await runCli(['report', '--year', '2025', '--pairing', '富盛'], { cwd });
    expect(own).toContain('联席会议未召开');
    expect(own).toMatch(/│ 资源联享 │ +0\* │ +0\* │/);
    const open = await printed('--pairing', '富盛');
    expect(open).toContain('联建内容');
    expect(open).not.toMatch(/未召开|未开展|未办结|│ +0\*? │/);
    expect(open).not.toMatch(/^[\s　]+\n\n/m);
  });

  test('marks a sample’s 不足10 as it marks its numbers', () => {
    const few = buildLedger(
      {},
      { samples: { activities: [{ id: '义诊', beneficiaries: 3, events: held('2025-03-15') }] } },
    );
    const document = publicVersion(contextOf(few, 2025), buildAnnual);
    expect(renderTerminal(document, { width: 80, color: false, ascii: false })).toContain('不足10*');
  });

  test('tells nothing of what inspections found and of what is late by unit', () => {
    const all = published(rich, 2025);
    expect(all).not.toMatch(/发现问题|已整改\d|高频问题有|应改未改|逾期/);
    for (const id of ['problems@', 'rectified@', 'unrectified@', 'recurring@']) expect(all).not.toContain(id);
  });

  test.each(KINDS_OF_REPORT.map((options) => [options.join(' '), options]))(
    'has no chapter of problems and no state of an agreement: %s',
    async (_, options) => {
      const [own, open] = [
        (await runCli(['report', '--year', '2025', ...options], { cwd })).stdout,
        await printed(...options),
      ];
      const internal = /存在的?主要?问题|存在不足|问题清单|整改清单|下一步工作打算|结对协议|待对方签章|一是/;
      expect(own).toMatch(internal);
      expect(open).not.toMatch(internal);
    },
  );

  test('keeps what the clerk plans for the next year, numbered from one', async () => {
    expect(await printed()).toMatch(/2026年党建工作思路\n　　一、【示例】/);
  });

  test('does not show which branches, or how many, have no project', async () => {
    const open = await printed();
    expect(open).toContain('共立项14项');
    expect(open).not.toMatch(/没有立项|应覆盖16个/);
    expect(open.slice(open.lastIndexOf('\n一书记一项目\n'))).not.toContain('药剂党支部');
    expect(await printed('--branch', '内科第一党支部')).not.toMatch(/│ “一书记一项目” +│ +\d/);
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

  test('is a page with nothing beside it, whose figures open to nothing more', async () => {
    const page = await printed('--format', 'html');
    const own = (await runCli(['report', '--year', '2025', '--format', 'html'], { cwd })).stdout;
    const recorded = rich.all('activities').filter(({ id }) => id !== '' && own.includes(`"${id}"`));
    expect(recorded.length).toBeGreaterThan(100);
    expect(recorded.filter(({ id }) => page.includes(`"${id}"`))).toEqual([]);
    for (const internal of ['15099', '逾期', '待对方签章']) {
      expect([own.includes(internal), page.includes(internal)], internal).toEqual([true, false]);
    }
  });

  test('says that persons are counted in tens, where any are', async () => {
    expect(await printed()).toContain('人数按十位取整');
    const { stdout } = await runCli(['report', '--year', '2021', '--public']);
    expect(stdout).not.toContain('人数按十位取整');
  });

  test('cannot be an internal one as well', async () => {
    const { code, stderr } = await runCli(['report', '--year', '2025', '--public', '--internal'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('不能一起用')]);
  });
});
