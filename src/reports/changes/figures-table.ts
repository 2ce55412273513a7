import type { Cell, Inline, Table } from '../../document/report-document.js';
import { parseFigureId } from '../../figures/figure-id.js';
import { TARGET_MEASURES } from '../../figures/rows/target-rows.js';
import type { FigureChange } from '../../history/figure-changes.js';
import { labelOf } from '../../ledger/ledger.js';
import { amount, cell, joined, text } from '../inlines.js';
import type { Comparison } from './compare.js';
import { differenceOf, earlier } from './difference.js';

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
      change.before ? [amount(earlier(change.before))] : cell(undefined),
      change.after ? [amount(change.after)] : cell(undefined),
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

function differenceCell(change: FigureChange): Cell {
  if (!change.before) return cell('新出现');
  if (!change.after) return cell('不再出现');
  const difference = differenceOf(change);
  return difference === null ? cell(undefined) : [{ type: 'figure', figure: difference, sign: true }];
}

/** The numbers of its records; without any, the figures it is made of, or the day. */
function explanation({ records, after, before }: Comparison, { id, inputs }: FigureChange): Cell {
  const ordinals = records.flatMap(({ figures }, index) => (figures.includes(id) ? [index + 1] : []));
  if (ordinals.length > 0) return joined(runsOf(ordinals), '、');
  const names = inputs.map((input) => (after.context.figures.byId(input) ?? before.context.figures.byId(input))?.label);
  if (names.length > 0) return [text(`由“${names.filter((name) => name !== undefined).join('”“')}”算出`)];
  return cell(after.context.asOf === before.context.asOf ? undefined : '日期推移');
}

/** 1, 2, 3, 5 → 1—3、5. */
function runsOf(ordinals: readonly number[]): readonly (readonly Inline[])[] {
  const runs: { from: number; until: number }[] = [];
  for (const ordinal of ordinals) {
    const last = runs.at(-1);
    if (last && last.until === ordinal - 1) last.until = ordinal;
    else runs.push({ from: ordinal, until: ordinal });
  }
  const number = (value: number): Inline => ({ type: 'ordinal', value });
  return runs.map(({ from, until }) => (from === until ? [number(from)] : [number(from), text('—'), number(until)]));
}
