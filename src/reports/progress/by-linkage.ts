import type { Figure } from '../../document/figure.js';
import type { Cell, Inline, Table } from '../../document/report-document.js';
import { NO_PAIRING } from '../../figures/countable.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { amount, cell, joined, number, record, sentence, text } from '../inlines.js';
import { ofProgram } from '../names.js';
import { asOfNote } from '../notes.js';
import { type Linkage, linkagesOfYear, pairingsOfYear } from '../selection.js';
import { filled, type View } from './view.js';

/** 按五联: each linkage in each pairing, with the gaps; one matrix for each programme with linkages. */
export const byLinkage: View = (context) => {
  const matrices = matricesOf(context);
  return filled(
    context,
    [linkagesTable(context), ...matrices.map((matrix) => matrixTable(context, matrix))],
    '还没有登记联建内容和结对。',
  );
};

/** A programme's linkages by its pairings in force. */
interface Matrix {
  readonly program: string;
  readonly linkages: readonly Linkage[];
  readonly pairings: readonly Entry<'pairings'>[];
}

function matricesOf(context: ReportContext): readonly Matrix[] {
  const all = linkagesOfYear(context);
  return [...new Set(all.map(({ program }) => program))].map((program) => ({
    program,
    linkages: all.flatMap((each) => (each.program === program ? [each.linkage] : [])),
    pairings: pairingsOfYear(context).filter(({ value }) => value.program === program),
  }));
}

/** 联建内容: the number of activities of each, and of pairings without one. */
export function linkagesTable(context: ReportContext): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const linkages = linkagesOfYear(context);
  const [only, ...others] = matricesOf(context);
  return {
    type: 'table',
    title: '联建内容',
    columns: [
      { title: '联建内容' },
      { title: '活动', align: 'right' },
      { title: '会议', align: 'right' },
      { title: '合计', align: 'right' },
      { title: '应覆盖结对', align: 'right' },
      { title: '空白结对', align: 'right' },
    ],
    rows: linkages.map(({ program, linkage: { id } }) => {
      const dimensions = { ...inPeriod, program, linkage: id };
      return [
        cell(`${id}${ofProgram(context, program, linkages)}`),
        [number(figures.get('linked-activities', dimensions))],
        [number(figures.get('linked-meetings', dimensions))],
        [number(figures.get('linked', dimensions))],
        [number(figures.get('matrix-cells', dimensions))],
        [number(figures.get('gaps', dimensions))],
      ];
    }),
    ...(only && others.length === 0 ? { total: totals(context, only.program) } : {}),
    notes: [
      sentence`${asOfNote(context)}一次活动或会议体现几联，在各联下各计一次，合计只计一次；空白指该联在某一对结对下还没有开展。`,
    ],
  };
}

function totals({ figures, period }: ReportContext, program: string): readonly Cell[] {
  const dimensions = { ...period.dimensions, program };
  return [
    cell('合计（去重）'),
    [number(figures.get('linked-activities', dimensions))],
    [number(figures.get('linked-meetings', dimensions))],
    [number(figures.get('linked', dimensions))],
    [number(figures.get('matrix-cells', dimensions))],
    [number(figures.get('gaps', dimensions))],
  ];
}

function matrixTable(context: ReportContext, { program, linkages, pairings }: Matrix): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const row = (pairing: string, show = heldInline): readonly Cell[] => [
    ...linkages.map(({ id }) => [show(figures.get('linked', { ...inPeriod, pairing, linkage: id }))]),
    [number(figures.get('linked', { ...inPeriod, program, pairing }))],
  ];
  const loose = figures.get('linked', { ...inPeriod, program, pairing: NO_PAIRING }).value;
  return {
    type: 'table',
    title: `结对与联建内容对照${ofProgram(context, program, linkagesOfYear(context))}`,
    columns: [
      { title: '结对' },
      ...linkages.map(({ id }) => ({ title: id, align: 'right' as const })),
      { title: '合计', align: 'right' },
    ],
    rows: [
      ...pairings.map((pairing) => [[record(pairing)], ...row(pairing.id)]),
      ...(loose ? [[cell(NO_PAIRING), ...row(NO_PAIRING, number)]] : []),
    ],
    total: [
      cell('合计（去重）'),
      ...linkages.map(({ id }) => [number(figures.get('linked', { ...inPeriod, program, linkage: id }))]),
      [number(figures.get('linked', { ...inPeriod, program }))],
    ],
    notes: [
      sentence`${asOfNote(context)}各格为该结对、该联下的活动场次与会议次数之和，行、列的合计一次活动或会议只计一次。`,
      ...gapNotes(context, { program, linkages, pairings }),
    ],
  };
}

/** The word for a gap, which is visible without colour. */
function heldInline(figure: Figure): Inline {
  return figure.value === 0 ? text('空白') : number(figure);
}

/** The number of gaps, then the pairings, linkage by linkage. */
function gapNotes(context: ReportContext, { program, linkages, pairings }: Matrix): readonly (readonly Inline[])[] {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const total = figures.get('gaps', { ...inPeriod, program });
  if (total.value === null) return [];
  if (!total.value) return pairings.length > 0 ? [sentence`没有空白。`] : [];
  const clauses = linkages.flatMap(({ id }) => {
    const count = figures.get('gaps', { ...inPeriod, program, linkage: id });
    const blank = pairings.filter(
      (pairing) => figures.get('linked', { ...inPeriod, pairing: pairing.id, linkage: id }).value === 0,
    );
    const names =
      blank.length === pairings.length
        ? sentence`各结对均未开展`
        : joined(
            blank.map((pairing) => [record(pairing)]),
            '、',
          );
    return count.value ? [sentence`${id}（${amount(count)}）：${names}。`] : [];
  });
  return [
    sentence`结对与联建内容两两对应，共${amount(figures.get('matrix-cells', { ...inPeriod, program }))}，空白${amount(total)}：`,
    ...clauses,
  ];
}
