import { kindsFollowed } from '../ledger/field-values.js';
import { FIGURE_MENTION } from '../ledger/figure-mentions.js';
import { KIND_TABLE } from '../ledger/kind-table.js';
import { type Entry, fieldsOf, type Ledger } from '../ledger/ledger.js';
import { referencesOf, referredTo } from '../ledger/references.js';
import { isKind, KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import { EditFault } from './edit-fault.js';
import type { FieldPath, FieldWrite } from './record-fields.js';

/** A record, and what a renaming writes into it. */
interface Renaming {
  readonly entry: Entry;
  readonly writes: readonly FieldWrite[];
}

/**
 * Everything that a new id of a record changes: the id, the references to it, the figures that narratives and fields name
 * by it (`{activities@pairing=东湖}`), and the conditions of targets.
 * @throws EditFault where another record of the kind has that id
 */
export function renamingWrites(ledger: Ledger, renamed: Entry, id: string): readonly Renaming[] {
  if (id !== renamed.id && ledger.has(renamed.kind, id))
    throw new EditFault(`${kindTitle(renamed.kind)}“${id}”已经有了`, '换一个编号。');
  const entries = KINDS.flatMap((kind): readonly Entry[] => ledger.allWithInvalid(kind));
  return entries.flatMap((entry): Renaming[] => {
    const own: FieldWrite[] = entry === renamed ? [{ path: ['id'], value: id }] : [];
    const referring = [...referencesOf(entry)]
      .filter((reference) => reference.id === renamed.id && referredTo(ledger, reference, entry).includes(renamed))
      .map(({ pointer }) => ({ path: pathOf(entry.value, pointer), value: id }));
    const writes = [...own, ...referring, ...mentions(entry, renamed, id), ...conditions(entry, renamed, id)];
    return writes.length === 0 ? [] : [{ entry, writes }];
  });
}

/** A JSON pointer as a path: indexes of lists as numbers. */
function pathOf(value: unknown, pointer: string): FieldPath {
  let at = value;
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => {
      const key = Array.isArray(at) ? Number(segment) : segment;
      at = at !== null && typeof at === 'object' ? fieldsOf(at)[segment] : undefined;
      return key;
    });
}

/** Texts that name a figure of the record, in braces or as a whole. */
function mentions(entry: Entry, renamed: Entry, id: string): FieldWrite[] {
  return textsIn(entry.value, []).flatMap(({ path, text }) => {
    const isFigure = text.includes('@') && !text.includes('{');
    const changed = isFigure
      ? figureRenamed(text, renamed, id)
      : text.replace(FIGURE_MENTION, (whole, figure: string) => {
          const trimmed = figure.trim();
          return whole.replace(trimmed, () => figureRenamed(trimmed, renamed, id));
        });
    return changed === text ? [] : [{ path, value: changed }];
  });
}

/** The id of a figure after the renaming: of a fact the record's own, else with another value of its dimension. */
function figureRenamed(figure: string, { kind, id: old }: Entry, id: string): string {
  if (kind === 'facts' && figure === old) return id;
  const { dimension } = KIND_TABLE[kind];
  if (dimension === undefined || !figure.includes('@')) return figure;
  const [measure = '', ...rest] = figure.split('@');
  const parts = rest.join('@').split(',');
  return `${measure}@${parts.map((part) => (part === `${dimension}=${old}` ? `${dimension}=${id}` : part)).join(',')}`;
}

function textsIn(value: unknown, path: FieldPath): { readonly path: FieldPath; readonly text: string }[] {
  if (typeof value === 'string') return /[{@]/.test(value) ? [{ path, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** Conditions of a target that name the record: `where: { pairings: 东湖 }`. */
function conditions(entry: Entry, renamed: Entry, id: string): FieldWrite[] {
  if (entry.kind !== 'targets') return [];
  return ['count', 'each'].flatMap((part): FieldWrite[] => {
    const { kind, where } = fieldsOf(fieldsOf(entry.value)[part] ?? {});
    if (typeof kind !== 'string' || !isKind(kind) || where === null || typeof where !== 'object') return [];
    return Object.entries(where).flatMap(([field, value]) =>
      value === renamed.id && leadsTo(kind, field.split('.'), renamed.kind)
        ? [{ path: [part, 'where', field], value: id }]
        : [],
    );
  });
}

/** Whether a field, or one behind a reference, refers to a kind. */
function leadsTo(kind: Kind, [field = '', ...rest]: readonly string[], to: Kind): boolean {
  const kinds = kindsFollowed(kind, field);
  return rest.length === 0 ? kinds.includes(to) : kinds.some((next) => leadsTo(next, rest, to));
}
