import { valuesAt } from '../../ledger/field-values.js';
import type { Entry } from '../../ledger/ledger.js';
import type { SchemaNode } from '../../schema/dictionary.js';
import type { Kind } from '../../schema/kinds.js';
import { scalarText } from '../../text/scalar-text.js';
import { displayWidth } from '../../text/width.js';
import type { ReportContext } from '../context.js';
import { type Field, fieldNamed, isYear, ownFields, STATE_PATH } from './field.js';

/** The width of a plain screen, and of a column's border and padding. */
const SCREEN = 80;
const BORDER = 3;
const WIDEST = 24;
const DATE_WIDTH = 14;
/** Fields of every kind that only `show` prints. */
const ASIDE: readonly string[] = ['source', 'note', 'excuse'];
/** Fields for the program and for spreadsheets, not for a screen. */
const NAMES: readonly string[] = ['aliases', 'distinctFrom', 'cues'];

/** The columns a user names, separated by ASCII or full-width commas. @throws LookupFault for an unknown field */
export function columnsNamed(kind: Kind, typed: string): readonly Field[] {
  return typed
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => fieldNamed(kind, name));
}

/**
 * The default columns of a list: the id, the required fields, the state, then in the dictionary's order what
 * still fits a plain screen, measured by the dictionary's examples. What no listed record has is left out.
 */
export function usualColumns({ ledger }: ReportContext, kind: Kind, entries: readonly Entry[]): readonly Field[] {
  const fields = simpleFields(kind).filter(
    ({ path, required, item }) =>
      !NAMES.includes(path) &&
      !isParagraph(item) &&
      (required || path === STATE_PATH || entries.some((entry) => valuesAt(ledger, entry, path).length > 0)),
  );
  const first = fields.filter(({ path, required }) => required || path === STATE_PATH);
  const chosen = new Set(first);
  let room = SCREEN - 1 - first.reduce((sum, field) => sum + widthOf(field), 0);
  for (const field of fields) {
    if (chosen.has(field) || widthOf(field) > room) continue;
    chosen.add(field);
    room -= widthOf(field);
  }
  return fields.filter((field) => chosen.has(field));
}

/** Every column of a kind that is one value or a list of them: what a spreadsheet gets. */
export function simpleFields(kind: Kind): readonly Field[] {
  return ownFields(kind).filter(({ nested, path }) => !nested && !ASIDE.includes(path));
}

/** Texts of several lines are left to `show`. */
function isParagraph({ $ref }: SchemaNode): boolean {
  return $ref?.endsWith('/text') ?? false;
}

function widthOf({ item, title, node }: Field): number {
  if (item.format !== undefined || isYear(item)) return DATE_WIDTH + BORDER;
  const words = item.enum?.map(scalarText) ?? [node.examples?.[0] ?? ''].flat().map(scalarText).slice(0, 1);
  const widest = Math.max(displayWidth(title), ...words.map(displayWidth));
  return Math.min(widest, WIDEST) + BORDER;
}
