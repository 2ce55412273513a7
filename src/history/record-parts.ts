import { isDeepStrictEqual } from 'node:util';
import type { Days } from '../figures/days.js';
import type { Happening } from '../ledger/happening.js';
import { fieldsOf } from '../ledger/ledger.js';
import { firstDay, lastDay } from '../text/calendar-date.js';
import { isPartialDate } from '../text/date-format.js';
import { type FieldChange, fieldChanges } from './field-changes.js';
import type { RecordSnapshot } from './record-snapshot.js';

type Fields = Readonly<Record<string, unknown>>;

/** A piece of what changed in a record: an event, or a field. Each can be taken back alone. */
export interface Part {
  /** Where in the record it stands: `events/3`, `problems/0/rectified`, `due`; empty for the record itself. */
  readonly at: string;
  readonly happenings: readonly Happening[];
  readonly fields: readonly FieldChange[];
}

/** What changed in one record, in pieces, and what it would be without some of them. */
export interface Parts {
  readonly parts: readonly Part[];
  /** The record's fields with these pieces taken back; null where the record is not there then. */
  readonly without: (parts: readonly Part[]) => Fields | null;
}

/** The edited fields of a record that both versions have; new items of a list of events are told as these. */
export function editedParts(old: RecordSnapshot, now: RecordSnapshot, asOf: string): Parts {
  const names = [...new Set([...Object.keys(now.value), ...Object.keys(old.value)])];
  const parts = names.flatMap((name): Part[] => {
    if (isDeepStrictEqual(own(old.value, name), own(now.value, name))) return [];
    const happenings = now.happenings.filter(
      (each) =>
        each.listed &&
        each.field === name &&
        each.on <= asOf &&
        !old.happenings.some((h) => isDeepStrictEqual(h, each)),
    );
    const pick = (value: Fields): Fields => (Object.hasOwn(value, name) ? { [name]: value[name] } : {});
    return [
      { at: name, happenings, fields: happenings.length > 0 ? [] : fieldChanges(pick(old.value), pick(now.value)) },
    ];
  });
  return {
    parts,
    without: (taken) => {
      const back = taken.map(({ at }) => at);
      const kept = Object.entries(now.value).filter(([name]) => !back.includes(name));
      return Object.fromEntries([...kept, ...Object.entries(old.value).filter(([name]) => back.includes(name))]);
    },
  };
}

function own(value: Fields, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Dates up to which something lasts or can wait: what they change is seen on the day after. */
const LAST_DAYS = ['due', 'until'];
/** Dates without which a record is not there yet. */
const FIRST_DAYS = ['date', 'from', 'opened'];

/**
 * What happened in a record on the days after `from` up to `until`: its dated events and dates. One that begins or takes
 * place then without an event is a piece itself. The term of an agreement counts where its state is another.
 */
export function datedParts(snapshot: RecordSnapshot, span: Days, isOther: boolean): Parts {
  const { value, happenings } = snapshot;
  const all = [...datedPaths(value, span)];
  const later = all.filter((path) => !FIRST_DAYS.includes(path));
  const begins = all.length > later.length && !later.some((path) => path.startsWith('events/'));
  const ends = isOther && value.termYears !== undefined ? ['termYears'] : [];
  const paths = begins ? [''] : later.length > 0 ? later : ends;
  const parts = paths.map((path): Part => {
    const [field = ''] = path.split('/');
    const day = path === '' ? undefined : dayAt(value, path);
    const own = happenings.filter(({ on, field: of }) => isWithin(on, span, of));
    const told = path === '' ? own : own.filter(({ on, field: of }) => of === field && on === day);
    return { at: path, happenings: told, fields: [] };
  });
  return { parts, without: (taken) => withoutPaths(value, taken) };
}

function isWithin(date: string, { from, until }: Days, field: string): boolean {
  if (LAST_DAYS.includes(field)) return from <= lastDay(date) && lastDay(date) < until;
  const day = FIRST_DAYS.includes(field) ? firstDay(date) : lastDay(date);
  return from < day && day <= until;
}

function* datedPaths(value: Fields, span: Days, above = ''): Generator<string> {
  for (const [name, field] of Object.entries(value)) {
    const path = `${above}${name}`;
    if (typeof field === 'string') {
      if (isPartialDate(field) && isWithin(field, span, name)) yield path;
      continue;
    }
    const items = Array.isArray(field) ? field.map((item: unknown, index) => [`${path}/${index}`, item] as const) : [];
    for (const [at, item] of Array.isArray(field) ? items : [[path, field] as const]) {
      if (item === null || typeof item !== 'object') continue;
      const { on } = fieldsOf(item);
      if (typeof on !== 'string') yield* datedPaths(fieldsOf(item), span, `${at}/`);
      else if (isWithin(on, span, 'on')) yield at;
    }
  }
}

/** The day of an event, or of a date. */
function dayAt(value: Fields, path: string): string | undefined {
  const found = path.split('/').reduce<unknown>((at, name) => (at as Fields | undefined)?.[name], value);
  const day = typeof found === 'object' && found !== null ? fieldsOf(found).on : found;
  return typeof day === 'string' ? lastDay(day) : undefined;
}

function withoutPaths(value: Fields, taken: readonly Part[]): Fields | null {
  const paths = new Set(taken.map(({ at }) => at));
  return paths.has('') ? null : (without(value, paths, '') as Fields);
}

function without(value: unknown, paths: ReadonlySet<string>, at: string): unknown {
  const child = (name: string | number) => (at === '' ? `${name}` : `${at}/${name}`);
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      paths.has(child(index)) ? [] : [without(item, paths, child(index))],
    );
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) =>
      paths.has(child(name)) ? [] : [[name, without(field, paths, child(name))]],
    ),
  );
}
