import { describe, expect, test } from 'vitest';
import {
  happeningsOf,
  isDateless,
  KIND_TABLE,
  recordDate,
  recordDays,
  recordState,
  stateWords,
} from '../../src/ledger/kind-table.js';
import { type Entry, entryFrom, fieldsOf, labelOf } from '../../src/ledger/ledger.js';
import { schemaOf } from '../../src/schema/dictionary.js';
import { KINDS, type Kind } from '../../src/schema/kinds.js';
import { EARLIEST_DAY, LATEST_DAY } from '../../src/text/calendar-date.js';
import { isDate, isPartialDate } from '../../src/text/date-format.js';
import { buildLedger, held } from '../support/ledger-builder.js';

const ledger = buildLedger();

/** The records that a kind's schema gives as examples. */
function examplesOf(kind: Kind): Entry[] {
  return (schemaOf(kind).examples ?? []).map((value) => {
    const record = value as { readonly id: string };
    return entryFrom({ kind, id: record.id, value: record, file: '', pointer: '', sample: false, valid: true });
  });
}

describe.each(KINDS)('an example of %s', (kind) => {
  const entries = examplesOf(kind);

  test('belongs to days that follow each other, or to none', () => {
    for (const entry of entries) {
      const days = recordDays(ledger, entry);
      if (isDateless(kind)) expect(days).toBeNull();
      const { from, until } = days ?? {};
      for (const day of [from, until]) if (typeof day === 'string') expect(day).toSatisfy(isDate);
      expect((from ?? EARLIEST_DAY) <= (until ?? LATEST_DAY)).toBe(true);
    }
  });

  test('has a date that can be printed, or none', () => {
    for (const entry of entries) {
      const date = recordDate({ ledger, asOf: '2025-12-31' }, entry);
      if (date !== undefined) expect(date).toSatisfy(isPartialDate);
    }
  });

  test.each(['2020-01-01', '2025-06-30', '2030-12-31'])('has one of its kind’s states on %s', (asOf) => {
    for (const entry of entries) {
      const state = recordState({ ledger, asOf }, entry);
      expect(state === null).toBe(stateWords(kind).length === 0);
      for (const word of state?.words ?? []) expect(stateWords(kind)).toContain(word);
    }
  });

  test('dates its events by whole days', () => {
    for (const entry of entries) {
      for (const { on, what, field } of happeningsOf(entry)) {
        expect(on).toSatisfy(isDate);
        expect(what).toMatch(/\p{Script=Han}/u);
        expect(Object.keys(fieldsOf(entry.value))).toContain(field);
      }
    }
  });

  test('is labelled by its name field, else by its id', () => {
    const { named } = KIND_TABLE[kind];
    for (const entry of entries)
      expect(labelOf(entry)).toBe(named ? (fieldsOf(entry.value)[named] ?? entry.id) : entry.id);
  });
});

test('a kind with a name, a title or a label is called by it', () => {
  const unnamed = KINDS.filter((kind) => {
    const { properties = {} } = schemaOf(kind);
    return KIND_TABLE[kind].named === undefined && ['name', 'title', 'label'].some((key) => key in properties);
  });
  expect(unnamed).toEqual([]);
});

test('the kind of an entry narrows its type', () => {
  const both = buildLedger({ boards: [{ id: '要点' }], activities: [{ id: '义诊', events: held('2025-03-20') }] });
  const entries: readonly Entry<'boards' | 'activities'>[] = [...both.all('boards'), ...both.all('activities')];
  // Compiles without a cast.
  expect(entries.map((entry) => (entry.kind === 'boards' ? entry.value.year : entry.value.date))).toEqual([
    2025,
    '2025-03-15',
  ]);
});

test('an agreement that nobody has signed belongs to no day yet', () => {
  const unsigned = buildLedger({ agreements: [{ id: '东湖协议' }] }).all('agreements')[0];
  expect(unsigned && recordDays(ledger, unsigned)).toBeNull();
});
