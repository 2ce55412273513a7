import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/document/figure.js';
import { inlinesOf } from '../../src/document/inlines-of.js';
import type { Inline } from '../../src/document/report-document.js';
import { FolderReader } from '../../src/files/folder-reader.js';
import { buildChanges } from '../../src/reports/changes/changes-document.js';
import { compare, type State } from '../../src/reports/changes/compare.js';
import { load } from '../../src/workspace/load.js';
import { recordPlaces } from '../../src/workspace/locations.js';
import { contextOf } from './report-context.js';
import { copiedLedger } from './sample-ledger.js';

/** The hospital's ledger with samples, on a day; `revision` only names it. */
async function state(folder: string, asOf: string, committed?: string): Promise<State> {
  const reader = new FolderReader('data', folder);
  const { ledger } = await load(reader);
  const revision = committed === undefined ? {} : { revision: { commit: '0123456789abcdef', committed } };
  return { context: contextOf(ledger, 2025, asOf), placeOf: recordPlaces(reader), ...revision };
}

const NAMES = /“[^”]*”|《[^》]*》|〔[^〕]*〕(?:\d+号)?/g;

describe('变更说明', () => {
  test('prints no bare number, and lists every figure it prints once', async () => {
    const folder = copiedLedger({ samples: true });
    const comparison = compare(await state(folder, '2025-03-01', '2025-03-02'), await state(folder, '2025-12-31'));
    const document = buildChanges(comparison);
    const inlines = document.body.flatMap(inlinesOf);
    // What a figure is called may hold a program's name: 2025年度高质量发展项目.
    const labels = new Set(comparison.figures.map(({ after, before }) => (after ?? before)?.label));
    const texts = inlines.flatMap((inline) =>
      inline.type === 'text' && !labels.has(inline.text) ? [inline.text] : [],
    );
    for (const each of texts) expect(each.replace(NAMES, '')).not.toMatch(/\p{Nd}/u);
    const listed = document.figures.map(({ id }) => id);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(inlines.flatMap(figuresOf).map(({ id }) => id)));
  });

  test('a difference is the later value less the earlier, and says so', async () => {
    const folder = copiedLedger({ samples: true });
    const { figures } = buildChanges(compare(await state(folder, '2025-03-01'), await state(folder, '2025-12-31')));
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    const differences = figures.filter(({ id }) => id.startsWith('change:'));
    expect(differences.length).toBeGreaterThan(3);
    for (const { id, value, derivation, inputs } of differences) {
      const values = inputs.map((input) => byId.get(input)?.value ?? null);
      expect(value, id).toBe(derivation?.value(values));
    }
  });

  test('says that samples stand behind it', async () => {
    const folder = copiedLedger({ samples: true });
    const { front } = buildChanges(compare(await state(folder, '2025-03-01'), await state(folder, '2025-12-31')));
    expect(front.notices.join('')).toContain('【示例】');
  });

  test('every record stands in the ledger, each once, and explains a figure', async () => {
    const folder = copiedLedger({ samples: true });
    const { records, figures } = compare(await state(folder, '2025-03-01'), await state(folder, '2025-12-31'));
    expect(records.length).toBeGreaterThan(3);
    expect(new Set(records.map(({ record }) => `${record.kind}/${record.id}`)).size).toBe(records.length);
    const known = figures.map(({ id }) => id);
    for (const each of records) expect(known).toEqual(expect.arrayContaining([...each.figures]));
  });
});

function figuresOf(inline: Inline): readonly Figure[] {
  return inline.type === 'figure' ? [inline.figure] : [];
}
