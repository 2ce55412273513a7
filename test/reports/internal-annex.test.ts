import { expect, test } from 'vitest';
import { FolderReader } from '../../src/files/folder-reader.js';
import { buildAnnual } from '../../src/reports/annual/annual-document.js';
import { problemsFound } from '../../src/reports/problems/catalogue.js';
import { load } from '../../src/workspace/load.js';
import { runCli, runJson } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';
import type { ProgressJson, ReportJson } from './contracts.js';
import { contextOf } from './report-context.js';

const cwd = sampleYear();
const rich = (await load(new FolderReader('data', cwd))).ledger;
const report = await runJson<ReportJson>(['report', '--year', '2025', '--internal'], { cwd });
const progress = await runJson<ProgressJson>(['progress', '--year', '2025'], { cwd });
const annex = report.sections.find(({ title }) => title.includes('仅供内部'))?.text ?? '';
const problems = problemsFound(contextOf(rich, 2025), {});
const behind = (code: string) => problems.find((problem) => problem.code === code)?.laggards ?? [];

test('the annex stands last and tells every problem, not only the four of the text', () => {
  expect(report.sections.at(-1)?.title).toBe('附件3：问题清单（仅供内部）');
  expect(problems.length).toBeGreaterThan(4);
  expect(annex.match(/^对象\t/gm)).toHaveLength(problems.length);
});

test('no other version has it', async () => {
  for (const options of [[], ['--public']]) {
    const { stdout } = await runCli(['report', '--year', '2025', ...options], { cwd });
    expect(stdout).not.toContain('仅供内部');
  }
});

test('it names exactly the branches without a project', () => {
  const without = progress.branches.filter(({ projects }) => projects === 0).map(({ id }) => id);
  const named = behind('subjects-missed').map(({ what }) => (what[0]?.type === 'record' ? what[0].id : ''));
  expect(named).toEqual(without);
  for (const id of without) expect(annex).toContain(`${id}\t没有达到`);
});

test('exactly the overdue tasks, with their units and days', () => {
  const overdue = progress.alerts
    .filter(({ type, kind }) => type === '逾期' && kind === 'tasks')
    .map(({ record }) => record);
  const named = problems
    .filter(({ code }) => code === 'tasks-overdue')
    .flatMap(({ laggards }) => laggards.map(({ what }) => (what[0]?.type === 'record' ? what[0].id : '')));
  expect(named.toSorted()).toEqual(overdue.toSorted());
  expect(annex).toMatch(/\t逾期未完成\t[^\t\n]+\t2025年\d+月\d+日/);
});

test('as many weeks, agreements and arrears as the figures say', () => {
  for (const { code, part, laggards } of problems) {
    if (['cycles-missed', 'agreements-open', 'pairings-idle', 'problems-unrectified'].includes(code))
      expect(laggards, code).toHaveLength(part.value ?? -1);
  }
  expect(behind('cycles-missed').length).toBeGreaterThan(0);
});

test('the text itself names none of them', () => {
  const { body } = buildAnnual({ ...contextOf(rich, 2025), audience: 'internal' });
  const start = body.findIndex((block) => block.type === 'heading' && block.id === '主要问题');
  const told = body.slice(start + 1, start + 5);
  const kinds = told.flatMap((block) =>
    block.type === 'paragraph' ? block.content.flatMap((each) => (each.type === 'record' ? [each.kind] : [])) : [],
  );
  for (const kind of kinds) expect(['facts', 'targets', 'inspections']).toContain(kind);
});
