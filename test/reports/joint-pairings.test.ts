import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/document/report-document.js';
import { openingParagraph } from '../../src/reports/annual/opening.js';
import { pairingsTable } from '../../src/reports/tables/pairings-table.js';
import { VIEWS } from '../../src/reports/views/views.js';
import { buildLedger, type Draft } from '../support/ledger-builder.js';
import { contextOf } from './report-context.js';

const BRANCHES = ['内科', '外科', '药剂'].map((id) => ({ id }));

function contextWith(...pairings: Omit<Draft<'pairings'>, 'id'>[]) {
  const programs = [{ id: '越医有爱', from: '2025-03-11' }];
  const named = pairings.map((pairing, index) => ({ id: `第${index}对`, ...pairing }));
  return contextOf(buildLedger({ programs, branches: BRANCHES, pairings: named }), 2025);
}

/** Texts and names as they are, a figure as its value and unit. */
function textOf(inlines: readonly Inline[] = []): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'figure') return `${inline.figure.value}${inline.figure.unit}`;
      return inline.type === 'record' ? inline.label : inline.type === 'text' ? inline.text : '';
    })
    .join('');
}

const leadCells = (context: ReturnType<typeof contextWith>): string[] =>
  pairingsTable(context).rows.map((row) => textOf(row[1]));
const leadTotal = (context: ReturnType<typeof contextWith>): string => textOf(pairingsTable(context).total?.[1]);
const told = (context: ReturnType<typeof contextWith>): string =>
  VIEWS.pairings(context, {})
    .map((block) => (block.type === 'paragraph' ? textOf(block.content) : ''))
    .join('');

describe('the lead of a pairing', () => {
  test.each([
    ['named', { lead: '内科' }, '内科'],
    ['nobody knows', {}, '未登记'],
    ['nobody knows, with an assistant', { assist: ['外科'] }, '未登记'],
    ['there is none: branches share it', { joined: ['内科', '外科'] }, '未分牵头：内科、外科'],
    ['and others who share it', { lead: '药剂', joined: ['内科', '外科'] }, '药剂，共同：内科、外科'],
  ])('%s', (_, roles, words) => {
    expect(leadCells(contextWith(roles))).toEqual([words]);
  });
});

test('the total names the shared pairings’ branches only where there are any, each once', () => {
  expect(leadTotal(contextWith({ lead: '内科' }))).toBe('1个');
  expect(leadTotal(contextWith({ lead: '内科' }, { joined: ['内科', '外科'] }, { joined: ['外科'] }))).toBe(
    '1个，共同2个',
  );
});

describe('the summary', () => {
  test('tells the roles that occur', () => {
    expect(told(contextWith({ lead: '内科', assist: ['外科'] }))).toContain('其中牵头支部1个、协助支部1个。');
    expect(told(contextWith({ lead: '内科' }))).toContain('其中牵头支部1个。');
    expect(told(contextWith({ joined: ['内科', '外科'] }))).toContain('全院2个支部');
    expect(told(contextWith({ joined: ['内科', '外科'] }))).toContain('其中共同结对支部2个。');
  });

  test('counts a branch once that leads one pairing and assists another, and says so', () => {
    expect(told(contextWith({ lead: '内科', assist: ['外科'] }, { lead: '外科' }))).toContain(
      '全院2个支部与2家单位结对，共2对，其中牵头支部2个、协助支部1个（既牵头又协助的1个，各计一次）。',
    );
    expect(told(contextWith({ lead: '内科', assist: ['外科'] }, { lead: '外科', joined: ['内科'] }))).toContain(
      '，牵头支部2个、协助支部1个、共同结对支部1个（一个支部担任几种角色的，各计一次）。',
    );
  });

  test('names no branch where none is known, and gives no zero', () => {
    const context = contextWith({});
    expect(told(context)).toMatch(/^医院与1家单位结对，共1对。/);
    expect(textOf(openingParagraph(context).content)).toContain('医院与1家单位开展党建联建');
    expect(told(context)).not.toMatch(/0个/);
  });
});
