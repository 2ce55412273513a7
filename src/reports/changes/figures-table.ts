import type { Figure } from '../../document/figure.js';
import type { Cell, Inline, Table } from '../../document/report-document.js';
import { parseFigureId } from '../../figures/figure-id.js';
import { TARGET_MEASURES } from '../../figures/rows/target-rows.js';
import type { FigureChange } from '../../history/figure-changes.js';
import { labelOf } from '../../ledger/ledger.js';
import { amount, cell, joined, text, verdict } from '../inlines.js';
import type { Comparison } from './compare.js';
import { differenceOf, earlier } from './difference.js';
import { linesOf, ordinal, type RecordLine } from './records-part.js';

/** The figures of a target in this table; its rates have another table, and single weeks or branches are in its sum. */
const COUNTED_OF_TARGET: readonly string[] = ['goal', 'done'];

/** 变动的数字: before, after, the difference, and the numbered records that explain it. */
export function figuresTable(comparison: Comparison): Table | null {
  const shown = comparison.figures.filter(({ id }) => isCounted(id));
  if (shown.length === 0) return null;
  return {
    type: 'table',
    title: '变动的数字',
    columns: [
      { title: '数字' },
      { title: '之前', align: 'right' },
      { title: '之后', align: 'right' },
      { title: '增减', align: 'right' },
      { title: '记录' },
    ],
    rows: shown.map((change) => [
      cell(labelOfChange(comparison, change)),
      change.before ? valueCell(earlier(change.before)) : cell(undefined),
      change.after ? valueCell(change.after) : cell(undefined),
      differenceCell(change),
      explanation(comparison, change),
    ]),
    notes: [[text('“记录”一栏是上面变动的记录的序号。')]],
  };
}

/** The label of a figure; without the program's long name for an action or a linkage. */
function labelOfChange({ after, before }: Comparison, change: FigureChange): string {
  const { label = change.id } = change.after ?? change.before ?? {};
  const { program, action, linkage } = parseFigureId(change.id)?.dimensions ?? {};
  const entry = [after, before].map(({ context }) => context.ledger.get('programs', program)).find((each) => each);
  return entry && (action ?? linkage) !== undefined ? label.replace(`·${labelOf(entry)}`, '') : label;
}

function isCounted(id: string): boolean {
  const parsed = parseFigureId(id);
  if (!parsed || !TARGET_MEASURES.includes(parsed.measure)) return true;
  return COUNTED_OF_TARGET.includes(parsed.measure) && parsed.dimensions.cell === undefined;
}

/** A number with its unit; of a judgement its word. */
function valueCell(figure: Figure): Cell {
  return figure.word === undefined ? [amount(figure)] : verdict(figure);
}

function differenceCell(change: FigureChange): Cell {
  if (!change.before) return cell('新出现');
  if (!change.after) return cell('不再出现');
  if (change.after.word !== undefined) return cell(undefined);
  // Nobody keeps it any more, or keeps it now: that is no growth, and no zero.
  if (change.after.value === null) return cell('不再有数');
  if (change.before.value === null) return cell('开始有数');
  const difference = differenceOf(change);
  return difference === null ? cell(undefined) : [{ type: 'figure', figure: difference, sign: true }];
}

/** The numbers of its records; without any, the figures it is made of, or the day. */
function explanation(comparison: Comparison, { id, inputs }: FigureChange): Cell {
  const { after, before } = comparison;
  const ranges = rangesOf(linesOf(comparison), id);
  if (ranges.length > 0) return joined(ranges.map(rangeInlines), '、');
  const names = inputs.map((input) => (after.context.figures.byId(input) ?? before.context.figures.byId(input))?.label);
  const quoted = names.flatMap((name) => (name === undefined ? [] : [`“${name.replace(/[“”]/g, '')}”`]));
  if (quoted.length > 0) return [text(`由${quoted.join('')}算出`)];
  return cell(after.context.asOf === before.context.asOf ? undefined : '日期推移');
}

/** The numbers of some records in a row; not `whole` where only some of those on one line are meant. */
interface Range {
  readonly from: number;
  readonly until: number;
  readonly whole: boolean;
}

/** The records that move a figure: 3—31, or 3—31之中 where not all on that line do. */
function rangesOf(lines: readonly RecordLine[], id: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const { first, changes } of lines) {
    const own = changes.filter(({ figures }) => figures.includes(id)).length;
    const next = { from: first, until: first + changes.length - 1, whole: own === changes.length };
    const last = ranges.at(-1);
    if (own === 0) continue;
    if (last?.whole && next.whole && last.until === first - 1) ranges.splice(-1, 1, { ...next, from: last.from });
    else ranges.push(next);
  }
  return ranges;
}

function rangeInlines({ from, until, whole }: Range): readonly Inline[] {
  if (from === until) return [ordinal(from)];
  return [ordinal(from), text('—'), ordinal(until), ...(whole ? [] : [text('之中')])];
}
