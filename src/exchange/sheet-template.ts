import type { Cell, Column, Table } from '../document/report-document.js';
import { possibleValues } from '../ledger/field-values.js';
import type { Ledger } from '../ledger/ledger.js';
import { text } from '../reports/inlines.js';
import { fieldType } from '../schema/fields.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { scalarText } from '../text/scalar-text.js';
import { type SheetField, sheetFields } from './sheet-fields.js';

/** Fields that the office enters, not whoever fills in a sheet. */
const OFFICE: readonly string[] = ['source', 'aliases', 'distinctFrom', 'cues'];
/** A step that needs more than its day. */
const MOVED = '改期';

/**
 * An empty sheet of a kind for a branch to fill in, which `import` reads back: a column a field, those that must be filled in
 * with a star, each with the words it may hold; and a sheet that says what to fill in.
 */
export function templateTables(ledger: Ledger, kind: Kind): readonly [Table, Table] {
  const all = sheetFields(kind);
  // What has a day and a name is called by them.
  const isCalled = all.some(({ path }) => path.join() === 'date');
  const fields = all.filter(({ path: [key = ''], step }) => {
    return !OFFICE.includes(key) && !(isCalled && key === 'id') && step !== MOVED;
  });
  return [
    {
      ...table(kindTitle(kind)),
      columns: fields.map((field) => columnOf(ledger, kind, field)),
      rows: [],
    },
    {
      ...table('填表说明'),
      columns: [{ title: '列' }, { title: '填什么' }, { title: '例子' }],
      rows: fields.map((field) => [[text(headingOf(field))], [text(explained(field))], exampleOf(field)]),
    },
  ];
}

function table(title: string) {
  return { type: 'table', title, notes: [], bare: true } as const;
}

function columnOf(ledger: Ledger, kind: Kind, field: SheetField): Column {
  const words = wordsOf(ledger, kind, field);
  const isNumber = field.node.type === 'integer' || field.node.type === 'number';
  return {
    title: headingOf(field),
    ...(isNumber ? { align: 'right' as const } : {}),
    ...(words.length === 0 ? {} : { choices: { words, several: field.node.items !== undefined } }),
  };
}

function headingOf({ title, node, required }: SheetField): string {
  const unit = node['x-unit'];
  return `${title}${unit === undefined ? '' : `（${unit}）`}${required ? '*' : ''}`;
}

function wordsOf(ledger: Ledger, kind: Kind, { path: [key = '', inner], item, step }: SheetField): readonly string[] {
  if (step !== undefined) return [];
  if (item.type === 'boolean') return ['是', '否'];
  const known = inner === undefined ? possibleValues(ledger, kind, key) : undefined;
  return known ?? item.enum?.map(scalarText) ?? [];
}

function explained({ node, required, step }: SheetField): string {
  if (step !== undefined) return `${step}的日期；就在“日期”那一天的写“是”，没有就空着。`;
  const type =
    node['x-ref'] === undefined && node.items?.['x-ref'] === undefined ? `（${fieldType(node)}）` : '（从列出的里选）';
  return `${required ? '必填。' : ''}${node.description ?? ''}${type}${node.items ? '几项用“、”隔开。' : ''}`;
}

function exampleOf({ node, step }: SheetField): Cell {
  if (step !== undefined) return [text('是')];
  const example = [node.examples?.[0] ?? []].flat().map(scalarText).join('、');
  return example === '' ? [] : [text(example)];
}
