import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { renderGitlab } from '../../src/diagnostics/formats/gitlab.js';
import { diagnostic } from '../support/diagnostic.js';
import { factsOf } from './facts-of.js';

interface Row {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: object;
}

const render = (...args: Parameters<typeof renderGitlab>): string => [...renderGitlab(...args)].join('');
const rows = (all: readonly Diagnostic[]) => JSON.parse(render(all, factsOf(all))) as Row[];
const prints = (all: readonly Diagnostic[]) => rows(all).map(({ fingerprint }) => fingerprint);

describe('validate --format gitlab', () => {
  test('a finding has every field that Code Quality wants', () => {
    expect(rows([diagnostic()])).toEqual([
      {
        description: '“党支部”里没有“骨科二支部”。是不是“骨科第二党支部”？',
        check_name: 'unknown-reference',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        severity: 'major',
        location: {
          path: 'data/pairings/2025.yaml',
          lines: { begin: 4, end: 4 },
          positions: { begin: { line: 4, column: 9 }, end: { line: 4, column: 14 } },
        },
      },
    ]);
    expect(rows([diagnostic({ severity: 'warning' })])[0]?.severity).toBe('minor');
  });

  test('an empty list where nothing was found', () => {
    expect(render([], factsOf([]))).toBe('[]\n');
  });

  test('English sentences are joined as English', () => {
    const all = [diagnostic({ message: 'There is no “x”', hint: 'Check the name.' })];
    expect(JSON.parse(render(all, factsOf(all, { language: 'en' })))[0].description).toBe(
      'There is no “x”. Check the name.',
    );
  });
});

describe('fingerprints', () => {
  test('stay the same when records are entered above, and in another language', () => {
    const moved = { line: 40, endLine: 40, path: '/7/lead', message: 'There is none', hint: '' };
    expect(prints([diagnostic(moved)])).toEqual(prints([diagnostic()]));
  });

  test('stay the same where there is no record, by the line itself', () => {
    const broken = { code: 'yaml-syntax', path: null, record: null };
    expect(prints([diagnostic({ ...broken, line: 9, endLine: 9 })])).toEqual(prints([diagnostic(broken)]));
    expect(prints([diagnostic({ ...broken, lines: ['别的'] })])).not.toEqual(prints([diagnostic(broken)]));
  });

  test.each([
    ['code', { code: 'alias-reference' }],
    ['file', { file: 'data/pairings/2026.yaml' }],
    ['record', { record: '西湖' }],
    ['field', { path: '/0/assist/0' }],
  ])('differ by %s', (_, more) => {
    expect(prints([diagnostic(more)])).not.toEqual(prints([diagnostic()]));
  });

  test('are never shared, even by findings alike', () => {
    expect(new Set(prints([diagnostic(), diagnostic(), diagnostic()])).size).toBe(3);
  });
});
