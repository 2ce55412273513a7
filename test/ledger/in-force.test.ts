import { describe, expect, test } from 'vitest';
import {
  boardInterval,
  branchInterval,
  overlaps,
  pairingInterval,
  programInterval,
} from '../../src/ledger/in-force.js';
import { buildLedger, entryOf } from '../support/ledger-builder.js';

const SOURCE = { id: '〔2025〕2号', issued: '2025-03-11' };

describe('a program', () => {
  test('is in force from its first to its last day, the whole interval of a partial date', () => {
    const ledger = buildLedger({ programs: [{ id: '越医有爱', from: '2025-03', until: '2025-11' }] });
    expect(programInterval(ledger, entryOf(ledger, 'programs', '越医有爱'))).toEqual({
      from: '2025-03-01',
      until: '2025-11-30',
    });
  });

  test('of a year is in force that whole year', () => {
    const ledger = buildLedger({ programs: [{ id: '医心为民', year: 2021 }] });
    expect(programInterval(ledger, entryOf(ledger, 'programs', '医心为民'))).toEqual({
      from: '2021-01-01',
      until: '2021-12-31',
    });
  });

  test('known only from a document is in force from the document’s day, without an end', () => {
    const ledger = buildLedger({ sources: [SOURCE], programs: [{ id: '越医有爱', source: '〔2025〕2号' }] });
    expect(programInterval(ledger, entryOf(ledger, 'programs', '越医有爱'))).toEqual({
      from: '2025-03-11',
      until: null,
    });
  });

  test('without any date has no bounds', () => {
    const ledger = buildLedger({ programs: [{ id: '越医有爱' }] });
    expect(programInterval(ledger, entryOf(ledger, 'programs', '越医有爱'))).toEqual({ from: null, until: null });
  });
});

describe('a pairing', () => {
  const program = { id: '越医有爱', from: '2025-03-11', until: '2025-12-31' };

  test('without days of its own takes its program’s', () => {
    const ledger = buildLedger({ programs: [program], pairings: [{ id: '东湖' }] });
    expect(pairingInterval(ledger, entryOf(ledger, 'pairings', '东湖'))).toEqual({
      from: '2025-03-11',
      until: '2025-12-31',
    });
  });

  test('with one day of its own takes the other from its program', () => {
    const ledger = buildLedger({ programs: [program], pairings: [{ id: '东湖', from: '2025-06' }] });
    expect(pairingInterval(ledger, entryOf(ledger, 'pairings', '东湖'))).toEqual({
      from: '2025-06-01',
      until: '2025-12-31',
    });
  });

  test('is in force from the document that states it, where that is later than its program', () => {
    const from = (issued: string): string | null => {
      const sources = [{ id: '〔2025〕9号', issued }];
      const pairings = [{ id: '东湖', source: '〔2025〕9号' }];
      const ledger = buildLedger({ sources, programs: [program], pairings });
      return pairingInterval(ledger, entryOf(ledger, 'pairings', '东湖')).from;
    };
    expect(from('2025-09-01')).toBe('2025-09-01');
    expect(from('2025-01-20')).toBe('2025-03-11');
  });

  test('of a program without days is in force from its document’s day', () => {
    const ledger = buildLedger({
      sources: [SOURCE],
      programs: [{ id: '越医有爱' }],
      pairings: [{ id: '东湖', source: '〔2025〕2号' }],
    });
    expect(pairingInterval(ledger, entryOf(ledger, 'pairings', '东湖')).from).toBe('2025-03-11');
  });
});

describe('a branch', () => {
  test('is in force from its document’s day where its opening is unknown', () => {
    const ledger = buildLedger({ sources: [SOURCE], branches: [{ id: '外科党支部', source: '〔2025〕2号' }] });
    expect(branchInterval(ledger, entryOf(ledger, 'branches', '外科党支部'))).toEqual({
      from: '2025-03-11',
      until: null,
    });
  });

  test('is in force from opened to closed', () => {
    const ledger = buildLedger({
      branches: [{ id: '临时支部', category: '临时', opened: '2021-12-08', closed: '2022-01' }],
    });
    expect(branchInterval(ledger, entryOf(ledger, 'branches', '临时支部'))).toEqual({
      from: '2021-12-08',
      until: '2022-01-31',
    });
  });
});

describe('an interval and a period', () => {
  test.each([
    ['ends the day the period begins', { from: '2025-01-01', until: '2025-03-01' }, true],
    ['ends the day before', { from: '2025-01-01', until: '2025-02-28' }, false],
    ['begins the day the period ends', { from: '2025-03-31', until: null }, true],
    ['begins the day after', { from: '2025-04-01', until: null }, false],
    ['has no bounds', { from: null, until: null }, true],
  ])('that %s', (_, interval, shared) => {
    expect(overlaps(interval, '2025-03-01', '2025-03-31')).toBe(shared);
  });
});

test.each([
  ['in its year', '2025-05-21', undefined, '2025-05-21'],
  ['a year before', '2024-12-30', undefined, '2025-01-01'],
  ['after its year', '2026-01-04', undefined, '2025-01-01'],
  ['after a task was begun', '2025-05-21', '2025-04-02', '2025-04-02'],
  ['before a task was begun', '2025-05-21', '2025-06-02', '2025-05-21'],
  ['after a task was begun last year', '2025-05-21', '2024-11-02', '2025-01-01'],
])('a board whose document is issued %s is there from its document or its first step', (_, issued, on, from) => {
  const ledger = buildLedger({
    sources: [{ ...SOURCE, issued }],
    boards: [{ id: '要点', year: 2025, source: SOURCE.id }],
    tasks: [{ id: '一', board: '要点', ...(on === undefined ? {} : { events: [{ on, step: '发榜' as const }] }) }],
  });
  expect(boardInterval(ledger, entryOf(ledger, 'boards', '要点'))).toEqual({ from, until: '2025-12-31' });
});
