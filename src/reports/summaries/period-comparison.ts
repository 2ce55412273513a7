import type { Block, Cell, Inline } from '../../document/report-document.js';
import type { Dimensions } from '../../figures/figure-id.js';
import { type Period, periodBefore } from '../../figures/period.js';
import { evaluationOf } from '../../figures/rows/evaluation-rows.js';
import { overlaps, pairingInterval } from '../../ledger/in-force.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { cell, day, number, periodInlines, quoted, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { paragraph } from '../views/view.js';

/** What is compared, in order. */
const ROWS: readonly (readonly [name: string, measure: string, more?: Dimensions])[] = [
  ['服务活动', 'activities'],
  ['服务群众', 'beneficiaries'],
  ['联席会议', 'meetings', { type: '联席会议' }],
  ['点单', 'requests'],
  ['已办结点单', 'served'],
];

/** A pairing in two periods that follow each other. */
interface Compared {
  readonly pairing: string;
  readonly now: Period;
  readonly before: Period;
}

/** A pairing's figures and evaluations in a period beside those of the period before; else why they are not compared. */
export function comparisonBlocks(context: ReportContext, pairing: Entry<'pairings'>, now: Period): readonly Block[] {
  const before = periodBefore(now);
  if (!before) return paragraph(sentence`${periodInlines(now)}不是完整的月、季、半年或者年，没有上一期可比。`);
  const interval = pairingInterval(context.ledger, pairing);
  if (!overlaps(interval, before.from, before.until)) {
    const why = interval.from !== null && interval.from > before.until ? '还没有开始' : '已经结束';
    return paragraph(sentence`上一期（${periodInlines(before)}）结对${why}，不可比。`);
  }
  const compared: Compared = { pairing: pairing.id, now, before };
  // A pairing that began within the period before had fewer days in it.
  const isShort = interval.from !== null && interval.from > before.from;
  const short = isShort ? sentence`上一期的结对从${day(interval.from)}起，不满一期。` : [];
  return [
    {
      type: 'table',
      title: '与上一期比较',
      columns: [{ title: '内容' }, ...['本期', '上一期', '增减'].map((title) => ({ title, align: 'right' as const }))],
      rows: [
        ...ROWS.map(([name, measure, more]) => figureRow(context, compared, name, measure, more)),
        ...evaluationRows(context, compared),
      ],
      notes: [sentence`${asOfNote(context)}本期是${periodInlines(now)}，上一期是${periodInlines(before)}。${short}`],
    },
  ];
}

function figureRow(
  { figures, asOf }: ReportContext,
  { pairing, now, before }: Compared,
  name: string,
  measure: string,
  more: Dimensions = {},
): readonly Cell[] {
  const dimensions = { ...now.dimensions, pairing, ...more };
  const own = figures.get(measure, dimensions);
  const earlier = figures.get(measure, { ...dimensions, period: undefined, ...before.dimensions });
  const change = figures.get(`${measure}-change`, dimensions);
  const reason =
    (asOf < now.until ? '本期未完' : undefined) ??
    (own.value === null ? `本期${own.missing}` : undefined) ??
    (earlier.value === null ? `上一期${earlier.missing}` : undefined);
  const told: Inline = { type: 'figure', figure: change, ...(change.value === 0 ? {} : { sign: true }) };
  return [
    cell(`${name}（${own.unit}）`),
    [number(own)],
    [number(earlier)],
    reason === undefined ? [told] : cell(`不可比（${reason}）`),
  ];
}

/** The results in the evaluations' words, and the scores where one of both has any. */
function evaluationRows(context: ReportContext, compared: Compared): readonly (readonly Cell[])[] {
  const { pairing, now, before } = compared;
  const found = [now, before].map(({ id }) => evaluationOf(context.figures, id, pairing));
  const results = found.map((entry): Cell => {
    const { result } = entry?.value ?? {};
    return entry && result !== undefined ? [quoted(entry, result)] : cell('未登记');
  });
  const isScored = found.some((entry) => entry?.value.score !== undefined);
  return [
    [cell('评估结果'), ...results, cell(undefined)],
    ...(isScored ? [figureRow(context, compared, '评估得分', 'evaluation-score')] : []),
  ];
}
