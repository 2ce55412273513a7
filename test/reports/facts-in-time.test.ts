import { describe, expect, it } from 'vitest';
import { contentText, UNICODE_MARKS } from '../../src/render/inlines.js';
import { reportContract } from '../../src/render/report-contract.js';
import { buildAnnual } from '../../src/reports/annual/annual-document.js';
import type { ReportContext } from '../../src/reports/context.js';
import { progressContract } from '../../src/reports/progress/progress-contract.js';
import { buildProgress } from '../../src/reports/progress/progress-document.js';
import { buildLedger } from '../support/ledger-builder.js';
import { contextOf, hospitalLedger } from './report-context.js';

const hospital = await hospitalLedger();

/** A report as its JSON has it, with all its text in one. */
function reported(context: ReportContext) {
  const { sections, figures } = reportContract(buildAnnual(context), context.year);
  return { figures, text: sections.map(({ title, text }) => `${title}\n${text}`).join('\n') };
}

describe('facts have their time', () => {
  it('prints nothing in June that the document says of December or of the whole year', () => {
    const { text, figures } = reported(contextOf(hospital, 2021, '2021-06-30'));
    expect(text).not.toMatch(/12月|229|156|锦旗/);
    const facts = hospital.all('facts').map(({ id }) => id);
    expect(figures.filter(({ id }) => facts.includes(id))).toEqual([]);
  });

  it('says of which sections something is left out, and that of none at the year’s end', () => {
    expect(reported(contextOf(hospital, 2021, '2021-06-30')).text).toContain('【未到时间】');
    expect(reported(contextOf(hospital, 2021, '2021-06-30')).text).toMatch(/见以下章节：.*疫情防控/);
    expect(reported(contextOf(hospital, 2021, '2021-12-31')).text).not.toContain('【未到时间】');
  });

  it('leaves out whole a paragraph that holds one number before its time, and keeps the others', () => {
    const { text } = reported(contextOf(hospital, 2021, '2021-06-30'));
    expect(text).not.toContain('课堂式');
    expect(text).toContain('“指尖式”学习抓自主');
  });

  it('does not print a declared total before its document is issued, in no product', () => {
    const before = contextOf(hospital, 2025, '2025-05-20');
    const after = contextOf(hospital, 2025, '2025-05-21');
    expect(reported(before).text).not.toContain('揭榜挂帅”榜单');
    expect(reported(after).text).toContain('“揭榜挂帅”榜单10项');
    const declared = (context: ReportContext) => progressContract(context).declared.map(({ label }) => label);
    expect(declared(before)).toEqual([]);
    expect(declared(after)).toContain('“揭榜挂帅”任务清单');
    expect(buildProgress(before).front.notices.join()).toContain('“揭榜挂帅”任务清单');
    expect(buildProgress(after).front.notices).toEqual([]);
  });

  it('gives a number before its time no value, and a reason', () => {
    const { figures } = contextOf(hospital, 2021, '2021-06-30');
    expect(figures.byId('2021-锦旗')).toMatchObject({ value: null, missing: '期间未结束' });
    const { figures: early } = contextOf(hospital, 2025, '2025-03-31');
    expect(early.byId('2025-任务')).toMatchObject({ value: null, missing: '文件尚未印发' });
    expect(early.byId('completion@year=2025,program=揭榜挂帅-2025')?.value).toBeNull();
  });
});

describe('the time of a fact', () => {
  const on = (asOf: string, fact: object, issued = '2025-05-21') => {
    const ledger = buildLedger({ facts: [{ id: '数', ...fact }], sources: [{ id: '文', issued }] });
    return contextOf(ledger, 2025, asOf).figures.byId('数')?.value;
  };

  it('is the last day of its period', () => {
    const spring = { from: '2025-03', until: '2025-04' };
    expect(on('2025-04-29', spring)).toBeNull();
    expect(on('2025-04-30', spring)).toBe(1);
  });

  it('is the end of its year where the document looks back on it', () => {
    expect(on('2025-12-30', { source: '文' }, '2026-01-07')).toBeNull();
    expect(on('2025-12-31', { source: '文' }, '2026-01-07')).toBe(1);
    expect(on('2025-12-30', {})).toBeNull();
  });

  it('is the day of a document that sets it for the year', () => {
    expect(on('2025-05-20', { source: '文' })).toBeNull();
    expect(on('2025-05-21', { source: '文' })).toBe(1);
  });
});

describe('a narrative with a figure made of a fact', () => {
  it('waits for that fact', () => {
    const ledger = buildLedger({
      programs: [{ id: '揭榜', year: 2025 }],
      sources: [{ id: '文', issued: '2025-05-21' }],
      facts: [{ id: '任务', value: 4, subject: '揭榜', measure: 'tasks', source: '文' }],
      boards: [{ id: '要点', program: '揭榜' }],
      tasks: [{ id: '一', events: [{ on: '2025-02-01', step: '已完成' }] }],
      narratives: [{ id: '句', text: '任务完成率{completion@year=2025,program=揭榜}。' }],
      outlines: [{ id: '提纲' }],
    });
    const textOn = (asOf: string): string =>
      buildAnnual(contextOf(ledger, 2025, asOf))
        .body.flatMap((block) => (block.type === 'paragraph' ? [contentText(block.content, UNICODE_MARKS)] : []))
        .join('\n');
    expect(textOn('2025-05-20')).not.toContain('任务完成率');
    expect(textOn('2025-05-21')).toContain('任务完成率25.0%');
  });
});
