import type { Cell, Inline } from '../../document/report-document.js';
import { CYCLES } from '../../ledger/cycles.js';
import { fieldValues, holdersOf } from '../../ledger/field-values.js';
import { recordState } from '../../ledger/kind-table.js';
import { type Entry, fieldsOf, type Ledger, labelOf } from '../../ledger/ledger.js';
import { nodeAt, type SchemaNode } from '../../schema/dictionary.js';
import { isKind, kindTitle } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { day, joined, record, text } from '../inlines.js';
import { type Field, isYear, STATE_PATH } from './field.js';
import { fieldFigure } from './field-figure.js';

/** How a referenced record is shown: by its id or by its name. */
export type Naming = 'id' | 'name';

export interface Wording {
  readonly ledger: Ledger;
  readonly naming: Naming;
}

/**
 * The value of a record's field as a typed cell; empty where it is not filled in. Groups of fields are one per line.
 */
export function valueCell(context: ReportContext, entry: Entry, field: Field, naming: Naming): Cell {
  if (field.path === STATE_PATH) {
    const state = recordState(context, entry);
    return state === null ? [] : [text(state.label)];
  }
  const key = field.path.split('.').at(-1) ?? '';
  const wording = { ledger: context.ledger, naming };
  const items = holdersOf(context.ledger, entry, field.path).flatMap((holder) => {
    const list = Array.isArray(fieldsOf(holder.value)[key]);
    return fieldValues(holder, key).map((value, index) =>
      valueInlines(wording, holder, list ? [key, String(index)] : [key], value),
    );
  });
  return joined(items, field.nested ? '\n' : '、');
}

/** The value at a path within a record as a typed cell, references by their ids; empty where it is not filled in. */
export function cellAt({ ledger }: ReportContext, entry: Entry, path: readonly string[]): Cell {
  const value = path.reduce<unknown>((at, key) => {
    return at !== null && typeof at === 'object' && Object.hasOwn(at, key) ? fieldsOf(at)[key] : undefined;
  }, entry.value);
  return valueInlines({ ledger, naming: 'id' }, entry, path, value);
}

/** The value at a path of keys and indexes within a record: a day, a number, a record, 是 or 否, words, or a group of fields. */
export function valueInlines(wording: Wording, holder: Entry, path: readonly string[], value: unknown): Inline[] {
  const node = nodeAt(holder.kind, path) ?? {};
  if (typeof value === 'number') return numberInlines(holder, path, value, node);
  if (typeof value === 'boolean') return [text(value ? '是' : '否')];
  if (typeof value === 'string') return [wordInline(wording, value, node)];
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => valueInlines(wording, holder, [...path, String(index)], item));
    return joined(items, '、');
  }
  return value === null || typeof value !== 'object' ? [] : groupInlines(wording, holder, path, value);
}

function numberInlines(holder: Entry, path: readonly string[], value: number, node: SchemaNode): Inline[] {
  if (isYear(node)) return [day(String(value))];
  return [{ type: 'figure', figure: fieldFigure(holder, path.join('/'), value), unit: true }];
}

function wordInline({ ledger, naming }: Wording, value: string, node: SchemaNode): Inline {
  if (node.format === 'date' || node.format === 'partial-date') return day(value);
  if (node.enum !== undefined) return text(wordShown(value));
  const [referred] = [node['x-ref'] ?? []]
    .flat()
    .flatMap((kind) => (isKind(kind) ? (ledger.get(kind, value) ?? []) : []));
  if (!referred || naming === 'id') return text(value);
  // A document is known by its number as much as by its title.
  return referred.kind === 'sources' ? record(referred, `${labelOf(referred)}（${value}）`) : record(referred);
}

/** English words of the schemas in Chinese: a kind, a cycle. */
function wordShown(value: string): string {
  if (isKind(value)) return kindTitle(value);
  return Object.hasOwn(CYCLES, value) ? CYCLES[value as keyof typeof CYCLES] : value;
}

/** 日期：2025年3月15日，环节：已开展; a nested group is in brackets. */
function groupInlines(wording: Wording, holder: Entry, path: readonly string[], value: object): Inline[] {
  const fields = Object.entries(value).map(([key, inner]): Inline[] => {
    const node = nodeAt(holder.kind, [...path, key]);
    const content = valueInlines(wording, holder, [...path, key], inner);
    const grouped = isGroup(inner) ? [text('（'), ...content, text('）')] : content;
    return [text(`${node?.title ?? key}：`), ...grouped];
  });
  return fields.flatMap((field, index) => {
    const before = fields[index - 1]?.at(-1);
    // A text that ends its own sentence needs no comma behind it.
    const ended = before === undefined || (before.type === 'text' && /[。；！？]$/u.test(before.text));
    return ended ? field : [text('，'), ...field];
  });
}

function isGroup(value: unknown): boolean {
  return [value].flat().some((item) => item !== null && typeof item === 'object');
}
