import { OF_ONE_OCCASION } from '../../edit/copied-record.js';
import { type Entry, fieldsOf, type Ledger } from '../../ledger/ledger.js';
import type { Kind } from '../../schema/kinds.js';
import { scalarText } from '../../text/scalar-text.js';

/** Fields whose last value says nothing about the next: what a record is called, and its day. */
const ITS_OWN: ReadonlySet<string> = new Set([
  'title',
  'name',
  'shortName',
  'label',
  'date',
  'issued',
  'aliases',
  'text',
]);

/** What the fields of a record have, as they would be typed: several values apart, 约86 with its bound. */
export function valuesOf(value: object): (key: string) => readonly string[] {
  const fields = fieldsOf(value);
  return (key) => {
    const known = [fields[key] ?? []].flat();
    if (known.some((each) => typeof each === 'object')) return [];
    const bound = scalarText(fields[`${key}Bound`]);
    return known.map((each) => (typeof each === 'boolean' ? (each ? '是' : '否') : bound + scalarText(each)));
  };
}

/** What the last record of a kind has, without what belongs to that one alone. */
export function lastValues(ledger: Ledger, kind: Kind): (key: string) => readonly string[] {
  const all: readonly Entry[] = ledger.all(kind);
  const last = all.findLast(({ sample }) => !sample);
  if (!last) return () => [];
  const values = valuesOf(last.value);
  return (key) => (OF_ONE_OCCASION.has(key) || ITS_OWN.has(key) ? [] : values(key));
}
