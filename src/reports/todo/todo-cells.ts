import type { Inline } from '../../document/report-document.js';
import type { TodoItem } from '../../figures/todo/todo-item.js';
import { type Entry, isOf, type RecordOf } from '../../ledger/ledger.js';
import type { Kind } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { record, text } from '../inlines.js';
import { organizationNames } from '../names.js';

/** The record of an item, and the part of it that is meant: 制订协同路径：完成初稿. */
export function named({ entry, part }: TodoItem): readonly Inline[] {
  return part === undefined ? [record(entry)] : [record(entry), text('：'), record({ ...entry, sample: false }, part)];
}

/** The value of an item's record, of the kind of its group. @throws TypeError for another kind */
export function contentOf<K extends Kind>(kind: K, entry: Entry): RecordOf<K> {
  if (!isOf(entry, kind)) throw new TypeError(`${entry.id} is of ${entry.kind}, not of ${kind}`);
  return entry.value;
}

/** The partners of the pairing a record is, or belongs to. */
export function partnerNames(context: ReportContext, entry: Entry): Inline[] {
  const pairing = entry.kind === 'agreements' ? entry.value.pairing : entry.id;
  const found = context.ledger.get('pairings', pairing);
  return found ? organizationNames(context, found.value.partners) : [record(entry)];
}
