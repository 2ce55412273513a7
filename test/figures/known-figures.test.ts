import { describe, expect, test } from 'vitest';
import { knownFigureIds, knowsFigure } from '../../src/figures/known-figures.js';
import { buildLedger } from '../support/ledger-builder.js';

describe('a narrative may take', () => {
  const ledger = buildLedger({
    facts: [{ id: '2021-锦旗' }],
    targets: [
      { id: '2025-义诊' },
      { id: '督查', from: '2025-03-03', until: '2025-03-16', per: 'week', atLeast: 1, count: { kind: 'inspections' } },
    ],
    inspections: [{ id: '一', problems: [{ category: '服务态度', text: '不够耐心' }] }],
    pairings: [{ id: '东湖' }],
    boards: [{ id: '项目榜', type: '一书记一项目' }],
  });

  test.each([
    '2021-锦旗',
    'activities',
    'activities@year=2025',
    'activities@year=2025,pairing=东湖',
    'percent@target=2025-义诊',
    'short@target=2025-义诊',
    'idle-pairings@year=2025',
    'pairings@year=2025,state=待对方签章',
    'tasks@year=2025,state=攻榜推进',
    'tasks@board=项目榜,state=选题',
    'done@target=督查,cell=2025-W10',
    'policy-yellowFrom',
    'led@branch=未登记',
    'problems@type=服务态度',
    'done@month=2025-04,target=2025-义诊',
    'projected@target=2025-义诊',
    'missed-in@month=2025-04,target=2025-义诊',
    'linked@year=2025,pairing=东湖',
    'alerts@year=2025,type=逾期',
  ])('%s', (id) => {
    expect(knowsFigure(ledger, id)).toBe(true);
  });

  test.each([
    ['a fact nobody entered', '2021-锦其'],
    ['an unknown measure', 'activity@year=2025'],
    ['a dimension the measure does not have', 'inspections@pairing=东湖'],
    ['a target nobody set', 'percent@target=2025-巡讲'],
    ['a week outside the target', 'done@target=督查,cell=2025-W20'],
    ['a cell of anything but what is done', 'percent@target=督查,cell=2025-W10'],
    ['a policy there is not', 'policy-redFrom'],
    ['a category nobody has found', 'problems@type=服务'],
    ['a projection of a target nobody set', 'projected@target=2025-巡讲'],
    ['a matrix of no year', 'linked@pairing=东湖'],
    ['gaps of no programme', 'gaps@year=2025'],
    ['a stage of another type of board', 'tasks@board=项目榜,state=揭榜'],
    ['an alert nobody gives', 'alerts@year=2025,type=逾期了'],
    ['a matrix of a pairing the ledger does not have', 'linked@year=2025,pairing=西湖'],
    ['a projection at a month’s end', 'projected@month=2025-04,target=2025-义诊'],
    ['a target’s measure without its target', 'percent'],
    ['a composed figure without what it needs', 'idle-pairings'],
    ['a state no pairing can have', 'pairings@year=2025,state=攻榜推进'],
    ['a year that is none', 'activities@year=今年'],
    ['a month that is none', 'activities@month=2025-13'],
    ['a pairing the ledger does not have', 'activities@year=2025,pairing=西湖'],
  ])('but not %s', (_, id) => {
    expect(knowsFigure(ledger, id)).toBe(false);
  });
});

test('facts and measures are suggested for a wrong id', () => {
  const ids = knownFigureIds(buildLedger({ facts: [{ id: '2021-锦旗' }] }));
  expect(ids).toEqual(expect.arrayContaining(['2021-锦旗', 'activities', 'beneficiaries']));
});
