import type { Cell, Column, Table } from '../../document/report-document.js';
import { refOf } from '../../figures/ref-of.js';
import { KIND_TABLE } from '../../ledger/kind-table.js';
import type { Entry } from '../../ledger/ledger.js';
import { type Kind, kindTitle } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { amount, day, record, sentence, text } from '../inlines.js';
import { type Field, isYear, STATE_PATH } from './field.js';
import { tallyFigure } from './tally.js';
import { valueCell } from './value-cell.js';

/** The reader of a list: a person at a screen, or a spreadsheet, where ids are bare and unknown values are empty. */
export type ListReader = 'screen' | 'spreadsheet';

/** A sample's id that begins so needs no further mark. */
const SAYS_SO = /^示例/;

/** 台账: the records of a kind as rows, and their number. */
export function listTable(
  context: ReportContext,
  kind: Kind,
  entries: readonly Entry[],
  columns: readonly Field[],
  reader: ListReader,
): Table {
  const count = tallyFigure('listed', kindTitle(kind), '条', entries.map(refOf));
  const asOf = columns.some(({ path }) => path === STATE_PATH) ? sentence`状态截至${day(context.asOf)}。` : [];
  const marked = reader === 'screen' ? namingColumn(kind, columns) : undefined;
  const flag = reader === 'spreadsheet' && entries.some(({ sample }) => sample);
  return {
    type: 'table',
    title: `${kindTitle(kind)}台账`,
    columns: [...columns.map(columnOf), ...(flag ? [{ title: '示例' }] : [])],
    rows: entries.map((entry) => [
      ...columns.map((field) => cellOf(context, entry, field, field === marked, reader)),
      ...(flag ? [entry.sample ? [text('是')] : []] : []),
    ]),
    notes: [sentence`共${amount(count)}。${asOf}`],
  };
}

/** The column with a sample's mark: the name, else the id, else the first. */
function namingColumn(kind: Kind, columns: readonly Field[]): Field | undefined {
  return (
    columns.find(({ path }) => path === KIND_TABLE[kind].named) ??
    columns.find(({ path }) => path === 'id') ??
    columns[0]
  );
}

function cellOf(context: ReportContext, entry: Entry, field: Field, marked: boolean, reader: ListReader): Cell {
  const content = valueCell(context, entry, field, 'id');
  const blank = reader === 'screen' ? '—' : '';
  if (content.length === 0) return marked ? [record(entry, blank)] : blank === '' ? [] : [text(blank)];
  const [first] = content;
  if (marked && content.length === 1 && first?.type === 'text' && !SAYS_SO.test(first.text))
    return [record(entry, first.text)];
  // The heading names the unit.
  return content.map((inline) => (inline.type === 'figure' ? { ...inline, unit: false } : inline));
}

function columnOf({ title, item }: Field): Column {
  const counted = (item.type === 'integer' || item.type === 'number') && !isYear(item);
  const unit = item['x-unit'];
  return { title: unit === undefined ? title : `${title}（${unit}）`, ...(counted ? { align: 'right' as const } : {}) };
}
