import type { Inline } from '../../document/report-document.js';
import { KIND_TABLE, recordState } from '../../ledger/kind-table.js';
import { type Entry, fieldsOf, type Ledger, labelOf } from '../../ledger/ledger.js';
import { contentText, UNICODE_MARKS } from '../../render/inlines.js';
import type { ReportContext } from '../../reports/context.js';
import { amount, day, joined, record, text } from '../../reports/inlines.js';
import { valueInlines } from '../../reports/registry/value-cell.js';
import { secretaryOf } from '../../reports/selection.js';
import { nodeAt } from '../../schema/dictionary.js';
import { isKind } from '../../schema/kinds.js';
import { figureIdFor, type Meaning } from './meaning.js';
import { STATE } from './names.js';

/** A value within a record, with the keys and indexes that lead to it; a record itself where there are none. */
export interface Value {
  readonly entry: Entry;
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Where a tag stands as a template is filled: the record, or an item of a loop; null where there is none. */
export interface Scope {
  readonly value: Value | null;
  /** The number of the item in its loop, from 1. */
  readonly ordinal: number;
  /** What is around it. */
  readonly outer?: Scope;
}

type FieldMeaning = Extract<Meaning, { readonly type: 'field' }>;

/** A text to be printed, and whether a sample (示例) is behind it; null where nothing is known. */
export interface Printed {
  readonly text: string | null;
  readonly sample: boolean;
}

export function recordValue(entry: Entry): Value {
  return { entry, path: [], value: entry.value };
}

/** What is printed for a tag. */
export function printed(context: ReportContext, meaning: Meaning, scope: Scope): Printed {
  const values = meaning.type === 'field' ? valuesOf(context, meaning, scope) : [];
  const inlines =
    meaning.type === 'field'
      ? joined(
          values.map((value) => valueText(context, value)),
          '、',
        )
      : inlinesOf(context, meaning, scope);
  const shown = contentText(inlines, UNICODE_MARKS).trim();
  const sample = values.some(({ entry }) => entry.sample) || inlines.some(isSample);
  return { text: shown === '' ? null : shown, sample };
}

function inlinesOf(context: ReportContext, meaning: Exclude<Meaning, FieldMeaning>, scope: Scope): Inline[] {
  const { ledger } = context;
  switch (meaning.type) {
    case 'ordinal':
      return scope.value === null ? [] : [{ type: 'ordinal', value: scope.ordinal }];
    case 'today':
      return [day(context.today)];
    case 'setting': {
      const set = ledger.workspace?.[meaning.key];
      const hospital = meaning.key === 'hospital' ? ledger.get('organizations', set) : undefined;
      return hospital ? [record(hospital)] : set === undefined ? [] : [text(set)];
    }
    case 'figure': {
      const figure = context.figures.byId(figureIdFor(meaning.id, rootOf(scope)?.entry.id ?? ''));
      return figure && figure.value !== null ? [amount(figure)] : [];
    }
    case 'item':
      return scope.value === null ? [] : valueText(context, scope.value);
  }
}

/** The values that a field's meaning leads to; none where nothing is known. */
export function valuesOf(context: ReportContext, { up, keys }: FieldMeaning, scope: Scope): readonly Value[] {
  const from = outwards(scope, up).value;
  return keys.reduce<readonly Value[]>(
    (values, key) => values.flatMap((value) => partOf(context, value, key)),
    from === null ? [] : [from],
  );
}

function outwards(scope: Scope, up: number): Scope {
  return up === 0 || scope.outer === undefined ? scope : outwards(scope.outer, up - 1);
}

function rootOf(scope: Scope): Value | null {
  return scope.outer === undefined ? scope.value : rootOf(scope.outer);
}

/** A part of a value by its key: of the record that it refers to, where it is a reference. */
function partOf(context: ReportContext, from: Value, key: string): readonly Value[] {
  const { entry, path, value } = typeof from.value === 'string' ? (referred(context.ledger, from) ?? from) : from;
  if (value === null || typeof value !== 'object') return [];
  if (path.length === 0) {
    if (key === STATE) return [{ entry, path: [STATE], value: recordState(context, entry)?.label }];
    // A record without a name of its own is called by its id.
    if (key === KIND_TABLE[entry.kind].named) return [{ entry, path: [key], value: labelOf(entry) }];
    if (key === 'secretaries' && entry.kind === 'branches') return inOffice(context, entry);
  }
  const found = fieldsOf(value)[key];
  if (found === undefined || found === null) return [];
  if (!Array.isArray(found)) return [{ entry, path: [...path, key], value: found }];
  return found.map((item: unknown, index) => ({ entry, path: [...path, key, String(index)], value: item }));
}

/** A branch has one secretary on the day; the others are its past and its future. */
function inOffice(context: ReportContext, entry: Entry<'branches'>): readonly Value[] {
  const person = secretaryOf(context, entry);
  const index = entry.value.secretaries?.findLastIndex((each) => each.person === person) ?? -1;
  return person === undefined || index < 0
    ? []
    : [{ entry, path: ['secretaries', String(index)], value: entry.value.secretaries?.[index] }];
}

function referred(ledger: Ledger, { entry, path, value }: Value): Value | undefined {
  const kinds = [nodeAt(entry.kind, path)?.['x-ref'] ?? []].flat();
  const [found] = kinds.flatMap((kind) => (isKind(kind) ? (ledger.get(kind, String(value)) ?? []) : []));
  return found && recordValue(found);
}

function valueText({ ledger }: ReportContext, { entry, path, value }: Value): Inline[] {
  if (path.length === 0) return [record(entry)];
  return valueInlines({ ledger, naming: 'name' }, entry, path, value);
}

function isSample(inline: Inline): boolean {
  return (inline.type === 'record' && inline.sample === true) || (inline.type === 'figure' && inline.figure.sample);
}
