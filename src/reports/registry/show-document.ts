import type { Block, Cell, Table } from '../../document/report-document.js';
import { refOf } from '../../figures/ref-of.js';
import { recordDate } from '../../ledger/kind-table.js';
import type { Entry } from '../../ledger/ledger.js';
import { KINDS, kindTitle } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { amount, cell, day, record, sentence, text } from '../inlines.js';
import { markedLabel } from '../names.js';
import { ownFields, STATE_PATH } from './field.js';
import { type PlaceOf, placeInline } from './place-of.js';
import { figuresOf } from './record-figures.js';
import { type Link, linksFrom, linksTo } from './record-links.js';
import { stagesTable, stateTable } from './state-rows.js';
import { shownOf, tallyFigure } from './tally.js';
import { valueCell } from './value-cell.js';

/** The number of referring records of one kind that are shown; the rest is counted. */
const FIRST_REFERRING = 10;

export interface ShowOptions {
  /** Every referring record. */
  readonly all: boolean;
  /** The year whose figures are shown; all days where none is asked for. */
  readonly year?: number | undefined;
}

/** 查阅: a record with its fields, its state, and its references in both directions. */
export function buildRecord(
  context: ReportContext,
  entry: Entry,
  placeOf: PlaceOf,
  options: ShowOptions,
): readonly Block[] {
  const { ledger } = context;
  const state = stateTable(context, entry);
  const stages = stagesTable(context, entry);
  return [
    { type: 'heading', id: entry.id, level: 1, number: '', title: markedLabel(entry) },
    fieldsTable(context, entry, placeOf),
    ...(state ? [state] : []),
    ...(stages ? [stages] : []),
    ...figuresTable(context, entry, options.year),
    ...fromTable(linksFrom(ledger, entry), placeOf),
    ...toTables(context, linksTo(ledger, entry), placeOf, options.all),
  ];
}

/** The records that match a word, for the user to choose from. */
export function candidatesTable(entries: readonly Entry[], placeOf: PlaceOf): Table {
  return {
    type: 'table',
    title: '不止一条记录符合',
    columns: [{ title: '类别' }, { title: '编号' }, { title: '名称' }, { title: '位置' }],
    rows: entries.map((entry) => [
      cell(kindTitle(entry.kind)),
      cell(entry.id),
      [record(entry)],
      [placeInline(placeOf(entry))],
    ]),
    notes: [
      sentence`共${amount(tallyFigure('candidates', '记录', '条', entries.map(refOf)))}。写全编号再查；编号相同的加 --kind 类别。`,
    ],
  };
}

function fieldsTable(context: ReportContext, entry: Entry, placeOf: PlaceOf): Table {
  const { kind } = entry;
  const fields = ownFields(kind)
    .filter(({ path }) => path !== STATE_PATH)
    .map((field) => ({ field, content: valueCell(context, entry, field, 'name') }))
    .filter(({ content }) => content.length > 0);
  return {
    type: 'table',
    title: '',
    columns: [{ title: '字段' }, { title: '内容' }],
    rows: [
      [cell('记录类别'), cell(`${kindTitle(kind)}（${kind}）`)],
      [cell('位置'), [placeInline(placeOf(entry))]],
      ...fields.map(({ field, content }) => [cell(field.title), content]),
    ],
    notes: [],
  };
}

function figuresTable(context: ReportContext, entry: Entry, year: number | undefined): Table[] {
  const figures = figuresOf(context, entry, year);
  if (figures.length === 0) return [];
  return [
    {
      type: 'table',
      title: '有关的数字',
      columns: [{ title: '名称' }, { title: '数值', align: 'right' }, { title: '统计编号' }],
      rows: figures.map((figure) => [cell(figure.label), [amount(figure)], cell(figure.id)]),
      notes: [sentence`截至${day(context.asOf)}，是零的没有列出；来历用 yueyi explain 加统计编号查看。`],
    },
  ];
}

function fromTable(links: readonly Link[], placeOf: PlaceOf): Table[] {
  if (links.length === 0) return [];
  return [
    {
      type: 'table',
      title: '它引用的记录',
      columns: [{ title: '字段' }, { title: '记录' }, { title: '类别' }, { title: '位置' }],
      rows: links.map(({ entry, fields, item }) => [
        cell(fields.join('、')),
        item === undefined ? [record(entry)] : [text(item)],
        cell(kindTitle(entry.kind)),
        [placeInline(placeOf(entry))],
      ]),
      notes: [],
    },
  ];
}

/** What refers to a record, a table for each kind. */
function toTables(context: ReportContext, links: readonly Link[], placeOf: PlaceOf, all: boolean): Table[] {
  return KINDS.flatMap((kind) => {
    const own = links.filter(({ entry }) => entry.kind === kind);
    if (own.length === 0) return [];
    const shown = shownOf(own, all, FIRST_REFERRING);
    const count = amount(
      tallyFigure(
        `referring-${kind}`,
        kindTitle(kind),
        '条',
        own.map(({ entry }) => refOf(entry)),
      ),
    );
    const through = [...new Set(own.map(({ fields }) => fields.join('、')))];
    const [same = ''] = through.length === 1 ? through : [];
    const dated = own.some(({ entry }) => recordDate(context, entry) !== undefined);
    return [
      {
        type: 'table' as const,
        title: `引用它的${kindTitle(kind)}${same === '' ? '' : `（字段：${same}）`}`,
        columns: [
          ...(dated ? [{ title: '日期' }] : []),
          { title: '记录' },
          ...(same === '' ? [{ title: '字段' }] : []),
          { title: '位置' },
        ],
        rows: shown.items.map(({ entry, fields }) => [
          ...(dated ? [dateCell(context, entry)] : []),
          [record(entry)],
          ...(same === '' ? [cell(fields.join('、'))] : []),
          [placeInline(placeOf(entry))],
        ]),
        notes: [shown.hidden > 0 ? sentence`共${count}，只列出前面的；加 --all 全部列出。` : sentence`共${count}。`],
      },
    ];
  });
}

function dateCell(context: ReportContext, entry: Entry): Cell {
  const date = recordDate(context, entry);
  return date === undefined ? cell(undefined) : [day(date)];
}
