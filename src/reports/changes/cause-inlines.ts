import type { Inline } from '../../document/report-document.js';
import type { FieldChange } from '../../history/field-changes.js';
import type { Cause, RecordChange } from '../../history/record-changes.js';
import type { RecordSnapshot } from '../../history/record-snapshot.js';
import type { Happening } from '../../ledger/happening.js';
import { nodeAt } from '../../schema/dictionary.js';
import { showValue } from '../../schema/show-value.js';
import { day, joined, sentence, text } from '../inlines.js';

const CAUSES: Readonly<Record<Cause, string>> = {
  new: '新登记',
  deleted: '已从台账删除',
  edited: '记录有改动',
  day: '到了日期',
};
/** The number of fields described one by one; the rest of a rewritten record is summarised. */
const MOST_FIELDS = 3;
const LONGEST = 30;
/** The number of events shown: two for an edited record, one where only time has passed. */
const MOST_HAPPENINGS = { edited: 2, others: 1 };

/** Why a record counts differently: 新登记，10月29日已开展 · 受益群众由86改为90. */
export function causeInlines(change: RecordChange, year: number): Inline[] {
  const { cause, record, happenings, fields, state } = change;
  if (state !== undefined) return sentence`状态变为${state}`;
  const told = happenings
    .slice(-MOST_HAPPENINGS[cause === 'edited' ? 'edited' : 'others'])
    .map((happening) => happeningInlines(happening, year));
  const edits = fields.slice(0, MOST_FIELDS).map((field) => fieldInlines(record, field));
  const more = fields.length > MOST_FIELDS ? [[text('等')]] : [];
  const pieces = [...told, ...edits, ...more];
  if (pieces.length === 0) return [text(CAUSES[cause])];
  return cause === 'new' ? sentence`${CAUSES.new}，${joined(pieces, '，')}` : joined(pieces, '，');
}

/** A record by its name; a sample says so. */
export function named({ kind, id, label, sample }: RecordSnapshot, as = label): Inline {
  return { type: 'record', kind, id, label: as, ...(as === label ? { sample } : {}) };
}

/** 10月29日已开展, with the year where it is another than the reader's. */
export function happeningInlines({ on, what, to }: Happening, year: number): Inline[] {
  const short = (date: string): Inline => day(date, date.startsWith(String(year)));
  return to === undefined ? sentence`${short(on)}${what}` : sentence`${short(on)}${what}至${short(to)}`;
}

/** 受益群众由86改为90: the values are typed as the record, which a reader can open. */
export function fieldInlines(record: RecordSnapshot, { path, before, after }: FieldChange): Inline[] {
  const title = nodeAt(record.kind, path.split('.'))?.title ?? path;
  const [old, now] = [quoted(before), quoted(after)];
  if (before === undefined)
    return now === null ? sentence`补填“${title}”` : sentence`补填“${title}”${named(record, now)}`;
  if (after === undefined) return sentence`删去“${title}”`;
  if (old === null || now === null) return sentence`“${title}”有改动`;
  return sentence`“${title}”由${named(record, old)}改为${named(record, now)}`;
}

/** A value in a few words, on one line; null where it is too long to be quoted. */
function quoted(value: unknown): string | null {
  const items = [value].flat();
  if (items.some((item) => item !== null && typeof item === 'object')) return null;
  const words = items
    .map((item) => (typeof item === 'string' ? item : showValue(item)))
    .join('、')
    .replace(/\s+/g, ' ');
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
