import { isDeepStrictEqual } from 'node:util';
import { newId } from '../edit/new-id.js';
import type { FieldWrite } from '../edit/record-fields.js';
import { addTo } from '../ledger/add-to.js';
import { labelParts } from '../ledger/called.js';
import { recordDate } from '../ledger/kind-table.js';
import { type Entry, fieldsOf, type Ledger } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import { foldName } from '../text/clean-name.js';
import type { Draft, Issue } from './draft-record.js';
import { eventsChange } from './events-change.js';
import type { SheetField } from './sheet-fields.js';

export type RowStatus = 'new' | 'changed' | 'unchanged' | 'doubt' | 'refused';

/** A field that a row changes. */
export interface RowChange {
  readonly title: string;
  readonly path: FieldWrite['path'];
  /** Undefined where it was not filled in. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What a row does to the ledger. */
export interface PlannedRow {
  readonly kind: Kind;
  readonly draft: Draft;
  readonly status: RowStatus;
  /** Of the record it is about, where that is known. */
  readonly id?: string;
  /** The record that is there already. */
  readonly entry?: Entry;
  /** The new record. */
  readonly value?: Readonly<Record<string, unknown>>;
  readonly writes: readonly FieldWrite[];
  readonly changes: readonly RowChange[];
  readonly issues: readonly Issue[];
}

type Fields = Record<string, unknown>;

/** Compares the rows of a file with the ledger: which records they add, change or find unchanged. */
export class ImportPlan {
  /** By day and name, by which people know a record. */
  private readonly known = new Map<string, Entry[]>();
  private readonly byDay = new Map<string, Entry[]>();
  /** By the numbers that their steps have elsewhere. */
  private readonly byNumber = new Map<string, Entry>();
  /** The lines of rows by the id or the day and name of their record. */
  private readonly lines = new Map<string, number>();
  private readonly ids = new Set<string>();

  constructor(
    private readonly ledger: Ledger,
    private readonly kind: Kind,
    private readonly fields: readonly SheetField[],
    private readonly asOf: string,
  ) {
    for (const entry of ledger.all(kind)) {
      if (entry.sample) continue;
      const { day, year, name } = labelParts(ledger, entry.value);
      const days = new Set([day ?? year ?? '', recordDate({ ledger, asOf }, entry) ?? '']);
      for (const each of days) {
        addTo(this.known, identity(each, name), entry);
        addTo(this.byDay, each, entry);
      }
      for (const number of numbersOf(entry.value)) this.byNumber.set(number, entry);
    }
  }

  /** @param found the record it is about, where that is known */
  row(draft: Draft, found?: Entry): PlannedRow {
    const value = recordOf(draft);
    const entry = found ?? this.entryOf(value, draft);
    const key = typeof value.id === 'string' ? value.id : this.identityOf(value);
    const issues = [...draft.issues, ...(entry ? [] : this.missing(value, draft)), ...this.repeated(key, draft)];
    const planned = entry ? this.change(draft, entry) : this.addition(draft, value, issues.length === 0);
    const all = [...issues, ...planned.issues];
    if (all.length === 0) return planned;
    return { ...planned, status: all.every(({ isDoubt }) => isDoubt) ? 'doubt' : 'refused', issues: all };
  }

  /** The record a row is about: by its id, by the number it has elsewhere, else by its day and name. */
  private entryOf(value: Fields, { events }: Draft): Entry | undefined {
    if (typeof value.id === 'string') return this.ledger.withId(this.kind, value.id)[0];
    const numbered = events.flatMap(({ number }) => this.byNumber.get(number ?? '') ?? []);
    if (numbered[0]) return numbered[0];
    const found = this.known.get(this.identityOf(value)) ?? [];
    return found.length === 1 ? found[0] : undefined;
  }

  private identityOf(value: Fields): string {
    const { day, year, name } = labelParts(this.ledger, value);
    return identity(day ?? year, name);
  }

  /** The required fields that a row does not have; one with a cell that cannot be read is reported already. */
  private missing(value: Fields, { row, issues }: Draft): Issue[] {
    return this.fields
      .filter(({ required, path }) => required && path.length === 1 && path[0] !== 'id' && !(String(path[0]) in value))
      .filter((field) => !row.cells.has(field) && !issues.some(({ column }) => column === field.title))
      .map(({ title }) => ({ column: title, text: '必填，没有填', isDoubt: false, isMissing: true }));
  }

  private repeated(key: string, { row }: Draft): Issue[] {
    const line = this.lines.get(key);
    if (line === undefined) {
      this.lines.set(key, row.line);
      return [];
    }
    return [{ column: '', text: `和第${line}行是同一条，删去一行，或在“编号”一列写不同的编号`, isDoubt: true }];
  }

  private addition(draft: Draft, value: Fields, isWhole: boolean): PlannedRow {
    const none = { kind: this.kind, draft, status: 'new' as const, writes: [], changes: [] };
    if (!isWhole) return { ...none, issues: [] };
    const like = this.alike(value);
    if (like) {
      const text = `和“${like.id}”同一天、同一牵头和结对，是同一场就在“编号”一列写它的编号，不是就另写一个编号`;
      return { ...none, issues: [{ column: '', text, isDoubt: true }] };
    }
    try {
      const id = typeof value.id === 'string' ? value.id : newId(this.ledger, this.kind, value);
      if (this.ids.has(id))
        return { ...none, issues: [{ column: '编号', text: `“${id}”和前面的行相同`, isDoubt: false }] };
      this.ids.add(id);
      return { ...none, id, value: { id, ...value }, issues: [] };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return { ...none, issues: [{ column: '编号', text: error.message, isDoubt: false }] };
    }
  }

  /** A record of the same day, lead and pairings under another name. */
  private alike(value: Fields): Entry | undefined {
    const { day } = labelParts(this.ledger, value);
    if (day === undefined || value.lead === undefined || value.pairings === undefined || value.id !== undefined) return;
    return this.byDay.get(day)?.find((entry) => {
      const { lead, pairings } = fieldsOf(entry.value);
      return lead === value.lead && isSame(pairings, value.pairings);
    });
  }

  private change(draft: Draft, entry: Entry): PlannedRow {
    const old = fieldsOf(entry.value);
    const days = [valueAt(old, ['date']), recordDate({ ledger: this.ledger, asOf: this.asOf }, entry)];
    const changed = draft.filled.filter(({ path, value }) => {
      // A record that was moved keeps the day it was planned for.
      return path.join() === 'date' ? !days.includes(value as string) : !isSame(valueAt(old, path), value);
    });
    const { writes, changes, issues } = eventsChange(old.events, draft.events);
    const all = [
      ...changed.map(({ title, path, value }) => ({ title, path, before: valueAt(old, path), after: value })),
      ...changes,
    ];
    return {
      kind: this.kind,
      draft,
      status: all.length > 0 ? 'changed' : 'unchanged',
      id: entry.id,
      entry,
      writes: [...changed.map(({ path, value }) => ({ path, value })), ...writes],
      changes: all,
      issues,
    };
  }
}

/** The value of a new record, its events in the order of their days. */
function recordOf({ filled, events }: Draft): Fields {
  const value: Fields = {};
  for (const { path, value: own } of filled) {
    const [first = '', second] = path;
    value[first] = second === undefined ? own : { ...(value[first] as object | undefined), [second]: own };
  }
  if (events.length > 0) value.events = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return value;
}

function valueAt(value: Fields, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (at === null || typeof at !== 'object' ? undefined : fieldsOf(at)[key]),
    value,
  );
}

/** Equal; in a list the order does not matter, and a text may end in line breaks that a cell does not keep. */
function isSame(before: unknown, after: unknown): boolean {
  if (typeof before === 'string' && typeof after === 'string') return before.trim() === after.trim();
  if (!Array.isArray(before) || !Array.isArray(after)) return isDeepStrictEqual(before, after);
  return isDeepStrictEqual([...before].sort(), [...after].sort());
}

/** The numbers that the steps of a record have in other systems. */
export function numbersOf(value: object): string[] {
  const { events } = fieldsOf(value);
  const numbers = Array.isArray(events)
    ? events.map((event: unknown) => (isObject(event) ? event.number : undefined))
    : [];
  return numbers.filter((number) => typeof number === 'string');
}

function isObject(value: unknown): value is Fields {
  return value !== null && typeof value === 'object';
}

const identity = (day = '', name = ''): string => `${day}\n${foldName(name)}`;
