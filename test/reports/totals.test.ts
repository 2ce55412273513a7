import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/document/figure.js';
import type { Cell, ReportDocument, Table } from '../../src/document/report-document.js';
import { parsePeriod } from '../../src/figures/period.js';
import { buildAnnual } from '../../src/reports/annual/annual-document.js';
import { createContext, type ReportContext } from '../../src/reports/context.js';
import { buildProgress } from '../../src/reports/progress/progress-document.js';
import { VIEW_NAMES, type ViewName } from '../../src/reports/progress/view-names.js';
import { day, drafts } from '../figures/random-year.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';
import { contextOf } from './report-context.js';

const VIEWS = [undefined, ...(Object.keys(VIEW_NAMES) as ViewName[])];

function tablesOf({ body, appendices }: ReportDocument): readonly Table[] {
  return [...body, ...appendices.flatMap((appendix) => appendix.body)].filter((block) => block.type === 'table');
}

const figureIn = (cell: Cell | undefined): Figure | undefined =>
  cell?.flatMap((inline) => (inline.type === 'figure' ? [inline.figure] : []))[0];

/** Whether a figure counts or adds up records, each of which it lists. */
const lists = (figure: Figure | undefined): figure is Figure =>
  figure !== undefined && figure.value !== null && (figure.formula === 'count' || figure.formula === 'sum');

/** The records that add something to a figure. */
const adding = (figure: Figure): string[] =>
  Array.from(figure.records()).flatMap(({ id, amount }) => (amount === 0 || amount === null ? [] : [id]));

/** The columns of tables with 合计（去重） whose total is not made of just what its rows are made of. */
function wrongTotals(context: ReportContext): string[] {
  const documents = [...VIEWS.map((view) => buildProgress(context, view)), buildAnnual(context)];
  return documents.flatMap(tablesOf).flatMap(({ title, columns, rows, total }) =>
    (total ?? []).flatMap((cell, index) => {
      const [first] = total?.[0] ?? [];
      const figure = figureIn(cell);
      if (first?.type !== 'text' || first.text !== '合计（去重）' || !lists(figure)) return [];
      const inRows = rows.map((row) => figureIn(row[index])).filter(lists);
      // A column of names has no figure in its rows.
      if (inRows.length === 0) return [];
      const [whole, parts] = [new Set(adding(figure)), new Set(inRows.flatMap(adding))];
      const same = whole.size === parts.size && [...whole].every((id) => parts.has(id));
      return same ? [] : [`${title}·${columns[index]?.title}: ${[...whole]} against ${[...parts]}`];
    }),
  );
}

describe('合计（去重） is made of what its rows are made of, each once', () => {
  const LOOSE: Drafts = {
    branches: [{ id: '内科' }, { id: '外科' }],
    programs: [{ id: '有爱', from: '2025-01-01', actions: [{ id: '康养' }], linkages: [{ id: '联办' }] }],
    pairings: [{ id: '东湖', program: '有爱', lead: '内科' }],
    activities: [
      {
        id: '甲',
        date: '2025-03-01',
        program: '有爱',
        action: '康养',
        pairings: ['东湖'],
        lead: '内科',
        linkages: ['联办'],
      },
      { id: '乙', date: '2025-04-01', lead: '外科', assist: ['内科'] },
    ].map((each) => ({ ...each, beneficiaries: 5, events: held(each.date) })),
    meetings: [{ id: '党日', date: '2025-03-02', branches: ['内科'] }],
    inspections: [
      { id: '一', problems: [{ category: '态度', text: '生硬' }] },
      { id: '二', date: '2025-06-01' },
    ],
  };

  test('with activities of no pairing and no action, and inspections without a problem', () => {
    expect(wrongTotals(contextOf(buildLedger(LOOSE), 2025, '2025-12-31'))).toEqual([]);
  });

  test('of a part of the year', () => {
    const march = parsePeriod('2025-03');
    const context = contextOf(buildLedger(LOOSE), 2025, '2025-12-31');
    expect(wrongTotals(createContext({ ...context, period: march ?? context.period }))).toEqual([]);
  });

  test('of random years', () => {
    fc.assert(
      fc.property(drafts, day, (chosen, asOf) => {
        expect(wrongTotals(contextOf(buildLedger(chosen), 2025, asOf))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
