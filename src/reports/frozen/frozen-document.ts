import type { FigureRecord } from '../../document/figure.js';
import type { Block, Cell, Inline, Table } from '../../document/report-document.js';
import type { Frozen, FrozenChange, FrozenCheck, TouchedRecord } from '../../ledger/frozen-year.js';
import { amount, cell, day, joined, record, sentence, text } from '../inlines.js';
import { tallyFigure } from '../registry/tally.js';
import { saidCell, saidFigure } from './frozen-figures.js';

const HOW: Readonly<Record<TouchedRecord['how'], string>> = { added: '新增', edited: '改过', removed: '删去' };
/** How many records a cell names. */
const MOST_NAMED = 3;

/** What freezing a year has kept, and where. @param file as the user opens it */
export function frozenBlocks({ year, frozen, asOf, figures, records }: Frozen, file: string): readonly Block[] {
  const kept = Object.entries(records).flatMap(([kind, marks]) => Object.keys(marks).map((id) => ({ kind, id })));
  const numbers = tallyFigure('frozen-figures', '定稿的数', '个', numbersOf(figures));
  const behind = tallyFigure('frozen-records', '当年的记录', '条', kept);
  return [
    {
      type: 'paragraph',
      content: sentence`${day(String(year))}的数字已于${day(frozen)}定稿，截至${day(asOf)}，共${amount(numbers)}数，当年的记录${amount(behind)}。`,
    },
    { type: 'paragraph', content: sentence`写在 ${file}，请一并提交。以后改动记录使这些数变了，校验就报错。` },
  ];
}

/** What a restatement has changed, and where it is kept. */
export function restatedBlocks({ year, restatements = [] }: Frozen, file: string): readonly Block[] {
  const { changes = [] } = restatements.at(-1) ?? {};
  if (changes.length === 0) {
    return [{ type: 'paragraph', content: sentence`${day(String(year))}定稿的数没有变，换过的依据已记在 ${file}。` }];
  }
  const rows = changes.map(({ was, now, ...figure }): readonly Cell[] => [
    cell(figure.label),
    saidCell(was && saidFigure(`was:${figure.id}`, figure, was), '原来没有'),
    saidCell(now && saidFigure(`now:${figure.id}`, figure, now), '不再有这个数'),
  ]);
  return [
    valuesTable(`${year}年更正的数`, ['原报', '更正'], rows),
    { type: 'paragraph', content: sentence`写在 ${file}，请一并提交。原报和更正都留着。` },
  ];
}

/** Every frozen figure that is another now, with the records touched since. */
export function checkBlocks(checks: readonly FrozenCheck[]): readonly Block[] {
  return checks.flatMap(({ frozen: { value, file }, isIntact, changes, exchanged }): readonly Block[] => {
    const year = day(String(value.year));
    const said = (content: Inline[]): Block => ({ type: 'paragraph', content });
    if (!isIntact) return [said(sentence`${year}的定稿文件手改过，和校验码对不上：${file}。`)];
    if (changes.length > 0) return [changesTable(value, changes)];
    const numbers = tallyFigure('frozen-figures', '定稿的数', '个', numbersOf(value.figures));
    const moved = exchanged.length === 0 ? [] : sentence`依据的记录换过：${touchedInlines(exchanged)}。`;
    return [said(sentence`${year}的数字${day(value.frozen)}定稿，共${amount(numbers)}，都没有变。${moved}`)];
  });
}

function changesTable({ year, frozen }: Frozen, changes: readonly FrozenChange[]): Table {
  const rows = changes.map(({ frozen: was, now, touched }): readonly Cell[] => [
    cell(was.label),
    saidCell(saidFigure(`frozen:${was.id}`, was, was), ''),
    saidCell(now && saidFigure(`now:${was.id}`, was, now), '没有这个数'),
    touched.length === 0 ? cell(undefined) : touchedInlines(touched),
  ]);
  const count = tallyFigure(
    'frozen-changes',
    '变了的数',
    '个',
    numbersOf(changes.map(({ frozen: { id } }) => ({ id }))),
  );
  return {
    ...valuesTable(`${year}年定稿以后变了的数`, ['定稿', '现在', '定稿以后动过的记录'], rows),
    notes: [sentence`${day(frozen)}定稿，共${amount(count)}变了。改回记录，或用 --restate --reason 写明理由更正。`],
  };
}

function valuesTable(title: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  return {
    type: 'table',
    title,
    columns: [
      { title: '数字' },
      ...columns.map((name, index) => (index < 2 ? { title: name, align: 'right' as const } : { title: name })),
    ],
    rows,
    notes: [],
  };
}

/** The rows of a tally of figures. */
const numbersOf = (figures: readonly { readonly id: string }[]): readonly FigureRecord[] =>
  figures.map(({ id }) => ({ kind: 'figures', id }));

/** 新增甲、删去乙等; the first few. */
function touchedInlines(touched: readonly TouchedRecord[]): Inline[] {
  const named = touched
    .slice(0, MOST_NAMED)
    .map(
      ({ how, kind, id, entry }) =>
        sentence`${HOW[how]}${entry ? record(entry, entry.id) : ({ type: 'record', kind, id, label: id } as const)}`,
    );
  return [...joined(named, '、'), ...(touched.length > MOST_NAMED ? [text('等')] : [])];
}
