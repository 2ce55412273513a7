import { describe, expect, test } from 'vitest';
import type { Block, Inline, ReportDocument } from '../../src/document/report-document.js';
import { withFigureMarks } from '../../src/render/figure-marks.js';
import { isWorded } from '../../src/render/plain-text.js';
import { renderTerminal } from '../../src/render/terminal.js';
import { buildAnnual } from '../../src/reports/annual/annual-document.js';
import { buildProgress } from '../../src/reports/progress/progress-document.js';
import { displayWidth } from '../../src/text/width.js';
import { contextOf, hospitalLedger } from '../reports/report-context.js';

const ledger = await hospitalLedger();
const DOCUMENTS: readonly (readonly [string, ReportDocument])[] = [
  ['progress 2025', buildProgress(contextOf(ledger, 2025))],
  ['progress 2021', buildProgress(contextOf(ledger, 2021))],
  ['report 2025', buildAnnual(contextOf(ledger, 2025))],
  ['report 2021', buildAnnual(contextOf(ledger, 2021))],
];

describe.each(DOCUMENTS)('%s', (_, document) => {
  const marked = withFigureMarks(document);
  const inlines = [...marked.body, ...(marked.appendices ?? []).flatMap(({ body }) => body)].flatMap(lists);
  const marks = inlines.flatMap((content) =>
    content.flatMap((inline, index) =>
      inline.type === 'figure' || inline.type === 'verdict' ? [[inline.figure.id, markAfter(content, index)]] : [],
    ),
  );

  test('every number bears exactly one mark, the same wherever the figure appears', () => {
    expect(marks.length).toBeGreaterThan(0);
    const byId = new Map<string, Set<string>>();
    for (const [id = '', mark = ''] of marks) byId.set(id, (byId.get(id) ?? new Set()).add(mark));
    for (const [id, own] of byId) expect([...own], id).toHaveLength(1);
    expect(new Set([...byId.values()].flatMap((own) => [...own])).size).toBe(byId.size);
  });

  test('every id is listed once, whole', () => {
    const texts = inlines.flat().flatMap((inline) => (inline.type === 'text' ? inline.text.split('\n') : []));
    const listed = texts.flatMap((line) => {
      const [, mark, id] = /^(〔\d+〕) (.+)$/.exec(line) ?? [];
      return mark === undefined ? [] : [[mark, id]];
    });
    const expected = [...new Map(marks.map(([id = '', mark = '']) => [id, mark]))].map(([id, mark]) => [mark, id]);
    expect(listed).toEqual(expected);
  });

  test('fits 80 columns, in ASCII too', () => {
    for (const ascii of [false, true]) {
      const text = renderTerminal(document, { width: 80, color: false, ascii, ids: true });
      for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    }
  });

  test('is unchanged where no marks are asked for', () => {
    expect(renderTerminal(document, { width: 80, color: false, ascii: false })).not.toMatch(/〔\d{1,3}〕 \w/);
  });
});

function markAfter(content: readonly Inline[], index: number): string {
  const next = content[index + 1];
  const [, mark = ''] = (next?.type === 'text' && /^\n?(〔\d+〕)$/.exec(next.text)) || [];
  if (mark === '') throw new TypeError('a number without its mark');
  return mark;
}

/** Every list of inlines in a block, its cells and notes each on their own. */
function lists(block: Block): (readonly Inline[])[] {
  if (block.type === 'heading' && block.claim) {
    const [mark = ''] = /〔\d+〕$/.exec(block.title) ?? [];
    return [
      [
        { type: 'verdict', figure: block.claim },
        { type: 'text', text: mark },
      ],
    ];
  }
  if (block.type === 'heading' || !isWorded(block)) return [];
  if (block.type !== 'table') return [block.content];
  return [...block.rows.flat(), ...(block.total ?? []), ...block.notes];
}
