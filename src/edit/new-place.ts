import { labelParts } from '../ledger/called.js';
import { isDateless } from '../ledger/kind-table.js';
import { type Entry, fieldsOf, type Ledger } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import type { NewPlace } from './ledger-edit.js';

/** The periods that a file's name may name, the narrowest first. */
const MONTH = /(?<!\d)\d{4}-(?:0[1-9]|1[0-2])(?!\d)/;
const QUARTER = /(?<!\d)\d{4}-(?:[Qq][1-4]|[一二三四]季度)/;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;
const NUMERALS = '一二三四';
/** Fields that say nothing about which file a record belongs to. */
const OWN: readonly string[] = ['id', 'title', 'label', 'name', 'date', 'source', 'note'];

/**
 * The file for a new record, and its place there: as the clerk has divided the records of the kind, by month, quarter or
 * year, and beside those most like it; in the order of days where the file keeps one.
 * @param now the year of a record without a date of its own
 */
export function placeFor(ledger: Ledger, files: readonly string[], kind: Kind, value: object, now?: number): NewPlace {
  const { day, year } = labelParts(ledger, value, isDateless(kind) ? undefined : now);
  const date = day ?? year;
  const own = files.filter((file) => file.startsWith(`${kind}/`));
  const models = own.length > 0 ? own : files.filter((file) => file.startsWith(`sample/${kind}/`));
  const candidates = models.map((model) => ({ model, file: inPeriod(model.replace(/^sample\//, ''), date) }));
  const present = candidates.filter(({ file, model }) => file === model);
  const choice = mostLike(ledger, kind, value, present.length > 0 ? present : candidates);
  const file = choice?.file ?? `${kind}/${usualName(kind, date)}.yaml`;
  const behind = behindOthers(ledger, file, kind, day);
  return behind === undefined ? { file } : { file, behind };
}

/** A file's name with the period of a date in place of its own. */
function inPeriod(file: string, date: string | undefined): string {
  if (date === undefined) return file;
  const month = date.slice(0, 7);
  if (MONTH.test(file)) return date.length < 7 ? file : file.replace(MONTH, month);
  const [quarter] = QUARTER.exec(file) ?? [];
  if (quarter === undefined) return file.replace(YEAR, date.slice(0, 4));
  if (date.length < 7) return file;
  const number = Math.ceil(Number(date.slice(5, 7)) / 3);
  const name = /Q/i.test(quarter) ? `Q${number}` : `${NUMERALS[number - 1]}季度`;
  return file.replace(QUARTER, `${date.slice(0, 4)}-${name}`);
}

function usualName(kind: Kind, date: string | undefined): string {
  if (date === undefined) return kind;
  return kind === 'activities' ? date.slice(0, 7) : date.slice(0, 4);
}

interface Candidate {
  /** The file whose records are compared. */
  readonly model: string;
  readonly file: string;
}

/** The candidate whose records have most fields in common with a new one; of equal ones the last. */
function mostLike(ledger: Ledger, kind: Kind, value: object, all: readonly Candidate[]): Candidate | undefined {
  if (all.length < 2) return all[0];
  const scored = all.map((candidate) => ({
    candidate,
    score: likeness(entriesIn(ledger, kind, candidate.model), value),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.findLast(({ score }) => score === best)?.candidate;
}

function likeness(entries: readonly Entry[], value: object): number {
  const fields = Object.entries(value).filter(([key, own]) => !OWN.includes(key) && typeof own !== 'object');
  const shared = entries.map((entry) => fields.filter(([key, own]) => fieldsOf(entry.value)[key] === own).length);
  return shared.reduce((sum, count) => sum + count, 0) / Math.max(shared.length, 1);
}

/** How many records of a file come before a day; undefined for the end of a file that is not in the order of days. */
function behindOthers(ledger: Ledger, file: string, kind: Kind, day: string | undefined): number | undefined {
  const days = entriesIn(ledger, kind, file).map(({ value }) => labelParts(ledger, value).day ?? '');
  const isInOrder = days.every((each, index) => index === 0 || (days[index - 1] ?? '') <= each);
  if (day === undefined || !isInOrder || days.includes('')) return undefined;
  return days.filter((each) => each <= day).length;
}

/** The records of a file, in its order. */
function entriesIn(ledger: Ledger, kind: Kind, file: string): readonly Entry[] {
  const all: readonly Entry[] = ledger.allWithInvalid(kind);
  const own = all.filter((entry) => entry.file === file);
  return own.sort((a, b) => Number(a.pointer.slice(1)) - Number(b.pointer.slice(1)));
}
