import { recordDate, recordState } from '../../ledger/kind-table.js';
import { type Entry, labelOf } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import type { PlaceOf } from './place-of.js';
import { figuresOf } from './record-figures.js';
import { type Link, linksFrom, linksTo } from './record-links.js';

/**
 * The object of `show --format json` (version 1): `found` where exactly one record matches, else null and the
 * candidates to choose from. Every referring record is listed.
 */
export function showContract(
  context: ReportContext,
  word: string,
  entries: readonly Entry[],
  placeOf: PlaceOf,
  year?: number,
) {
  const [only, ...more] = entries;
  const single = only !== undefined && more.length === 0;
  const nameJson = (entry: Entry) => ({
    kind: entry.kind,
    id: entry.id,
    label: labelOf(entry),
    ...placeOf(entry),
    sample: entry.sample,
  });
  const linkJson = ({ entry, fields, item }: Link) => ({
    ...nameJson(entry),
    fields,
    item: item ?? null,
    date: recordDate(context, entry) ?? null,
  });
  return {
    version: 1,
    word,
    asOf: context.asOf,
    found: single
      ? {
          ...nameJson(only),
          state: recordState(context, only)?.label ?? null,
          record: only.value,
          refersTo: linksFrom(context.ledger, only).map(linkJson),
          referredBy: linksTo(context.ledger, only).map(linkJson),
          figures: figuresOf(context, only, year).map(({ id, label, value, unit, sample }) => ({
            id,
            label,
            value,
            unit,
            sample,
          })),
        }
      : null,
    candidates: single ? [] : entries.map(nameJson),
  };
}
