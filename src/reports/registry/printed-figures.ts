import { type Figure, fullLabel } from '../../document/figure.js';
import type { Table } from '../../document/report-document.js';
import { formatNumber } from '../../text/format-number.js';
import type { ReportContext } from '../context.js';
import { amount, cell, sentence, text } from '../inlines.js';
import { printedInYear } from '../printed-in-year.js';
import { shownOf, tallyFigure } from './tally.js';

/** A number as it may be copied from a product: 15099 · 不少于15,099人次 · 68.0% · ７０场* */
const COPIED = /^(?:约|近|不少于|不超过)?([+-]?\d+(?:\.\d+)?)(?:余|多)?([^\d*]*)\*?$/;

/**
 * The figures that the year's summary and progress print so: by the number, with or without its unit and bound, or by a
 * word of their names; an exact name first, then in the order of print.
 */
export function figuresPrintedAs(context: ReportContext, typed: string): readonly Figure[] {
  const wanted = typed.normalize('NFKC').replace(/[\s,，]/g, '');
  if (wanted === '') return [];
  const copied = COPIED.exec(wanted);
  const [, digits = '', unit = ''] = copied ?? [];
  const isMeant = copied
    ? (figure: Figure) => hasNumber(figure, digits, unit)
    : (figure: Figure) => fullLabel(figure).includes(wanted);
  const found = printedInYear(context).filter(isMeant);
  return copied
    ? found
    : [...found.filter(({ label }) => label === wanted), ...found.filter(({ label }) => label !== wanted)];
}

function hasNumber({ value, decimals, unit: own }: Figure, digits: string, unit: string): boolean {
  if (value === null || Number(formatNumber(value, decimals)) !== Number(digits)) return false;
  return unit === '' ? true : own.startsWith(unit);
}

/** The candidates with their ids, to open one of; the first ones unless `all`. */
export function candidatesTable(typed: string, candidates: readonly Figure[], all: boolean): Table {
  const { items, hidden } = shownOf(candidates, all);
  const count = tallyFigure('candidates', '对得上的数字', '个', candidates);
  return {
    type: 'table',
    title: `与“${typed}”对得上的数字`,
    columns: [{ title: '名称' }, { title: '数值', align: 'right' }, { title: '统计编号' }],
    rows: items.map((figure) => [cell(fullLabel(figure)), [amount(figure)], [text(figure.id)]]),
    notes: [
      sentence`共${amount(count)}${hidden > 0 ? '，这里列出前面的，加 --all 全部列出' : ''}。打开其中一个：yueyi explain 统计编号`,
    ],
  };
}
