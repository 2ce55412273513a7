import type { Figure } from '../../document/figure.js';
import type { Block, Cell, Inline, Table } from '../../document/report-document.js';
import { amount, cell, day, number, record, sentence, text, verdict } from '../inlines.js';
import type { ExplainedRecord, Explanation } from './explanation.js';
import { placeInline } from './place-of.js';
import { shownOf, tallyFigure } from './tally.js';

/** Records that state a number instead of being counted. */
const STATING: readonly string[] = ['targets', 'facts', 'outlines', 'workspace', 'frozen'];

/** 数据出处: a figure with its method, conditions, inputs and records. `all` shows every one, else the first twenty. */
export function buildExplanation(explained: Explanation, all: boolean): readonly Block[] {
  const { figure } = explained;
  return [
    ...(figure.sample ? [sampleNotice()] : []),
    { type: 'heading', id: figure.id, level: 1, number: '', title: figure.label },
    summaryTable(explained),
    ...factBlocks(explained),
    ...inputsTable(explained, all),
    ...(explained.records.length === 0 ? [] : [recordsTable(explained, all)]),
    checkParagraph(explained),
  ];
}

function sampleNotice(): Block {
  return { type: 'notice', tone: 'warning', content: [text('这个数含示例数据（带 * 号），仅供演示。')] };
}

function summaryTable({ figure, method, conditions }: Explanation): Table {
  const rows: (readonly [string, readonly Inline[]])[] = [
    ['统计编号', [text(figure.id)]],
    ['数值', [amount(figure)]],
    ...(figure.coverage === undefined ? [] : [['有数', [{ type: 'coverage', figure }]] as const]),
    ...(figure.word === undefined ? [] : [['评语', verdict(figure)] as const]),
    ['算法', [text(method)]],
    ...conditions.map(({ title, content }) => [title, content] as const),
  ];
  return {
    type: 'table',
    title: '',
    columns: [{ title: '项目' }, { title: '内容' }],
    rows: rows.map(([title, content]) => [cell(title), content]),
    notes: [],
  };
}

function factBlocks({ fact }: Explanation): Block[] {
  if (!fact) return [];
  const { parts, partsSum, of } = fact;
  const total: Pick<Table, 'total'> = partsSum ? { total: [cell('合计'), [amount(partsSum)], cell(undefined)] } : {};
  return [
    ...(parts.length > 0 ? [{ ...figuresTable('分项', parts), ...total }] : []),
    ...(of ? [figuresTable('是下面这个数的一部分', [of])] : []),
  ];
}

function inputsTable({ inputs }: Explanation, all: boolean): Table[] {
  if (inputs.length === 0) return [];
  const shown = shownOf(inputs, all);
  return [
    {
      ...figuresTable('由这些数得出', shown.items),
      notes: shown.hidden > 0 ? [moreNote(tallyFigure('inputs', '数', '个', inputs))] : [],
    },
  ];
}

function figuresTable(title: string, figures: readonly Figure[]): Table {
  return {
    type: 'table',
    title,
    columns: [{ title: '名称' }, { title: '数值', align: 'right' }, { title: '统计编号' }],
    rows: figures.map((figure) => [cell(figure.label), [amount(figure)], cell(figure.id)]),
    notes: [],
  };
}

function recordsTable({ figure, records }: Explanation, all: boolean): Table {
  const shown = shownOf(records, all);
  const sums = figure.formula === 'sum';
  const stated = records.every(({ kind }) => STATING.includes(kind)) && records.length > 0;
  // The year is in the id.
  const ofOneYear = /[@,](?:year|month)=/.test(figure.id);
  const dated = records.some(({ date }) => date !== undefined);
  const count = tallyFigure(
    'records',
    '记录',
    '条',
    records.map(({ kind, id }) => ({ kind, id })),
  );
  return {
    type: 'table',
    title: stated ? '登记在' : '数到的记录',
    columns: [
      ...(dated ? [{ title: '日期' }] : []),
      { title: '记录' },
      ...(sums ? [{ title: figure.unit, align: 'right' as const }] : []),
      { title: '位置' },
    ],
    rows: shown.items.map((each) => [
      ...(dated ? [each.date === undefined ? cell(undefined) : [day(each.date, ofOneYear)]] : []),
      recordCell(each),
      ...(sums ? [amountCell(figure, each)] : []),
      [placeInline(each.place)],
    ]),
    notes: stated ? [] : [shown.hidden > 0 ? moreNote(count) : sentence`共${amount(count)}。`],
  };
}

function moreNote(count: Figure): Inline[] {
  return sentence`共${amount(count)}，只列出前面的；加 --all 全部列出。`;
}

function recordCell({ entry, label }: ExplainedRecord): Cell {
  return entry ? [record(entry)] : cell(label);
}

function amountCell(figure: Figure, { kind, id, amount: added = null, entry }: ExplainedRecord): Cell {
  const part: Figure = {
    id: `${kind}/${id}/${figure.id}`,
    label: figure.label,
    value: added,
    missing: '未统计',
    unit: figure.unit,
    formula: 'fact',
    inputs: [],
    records: () => [{ kind, id }],
    sample: entry?.sample ?? false,
  };
  return [number(part)];
}

/** The proof: the listed inputs and records give the value. */
function checkParagraph({ figure, fact, records, recomputed }: Explanation): Block {
  if (figure.formula === 'fact' && figure.inputs.length === 0) {
    const told = fact
      ? '这是文件写明的数，照录在台账里，不是算出来的。'
      : '这个数直接写明或由日期推算，不是数记录得来的。';
    return { type: 'paragraph', content: [text(told)] };
  }
  if (figure.inputs.length === 0 && records.length === 0) {
    return { type: 'paragraph', content: [text('没有符合条件的记录。')] };
  }
  const again: Figure = { ...figure, value: recomputed };
  const from = figure.inputs.length > 0 ? '上列各数' : '上列各条记录';
  return { type: 'paragraph', content: sentence`用${from}重新计算，得${amount(again)}，与数值一致。` };
}
