import type { Figure } from '../../document/figure.js';
import type { Block, Inline } from '../../document/report-document.js';
import type { Revision } from '../../git/revision.js';
import { shortCommit } from '../../git/revision.js';
import type { FieldChange } from '../../history/field-changes.js';
import { fieldChanges } from '../../history/field-changes.js';
import type { RecordDifference } from '../../history/record-differences.js';
import type { RecordSnapshot } from '../../history/record-snapshot.js';
import { fieldsOf } from '../../ledger/ledger.js';
import { isKind, kindTitle } from '../../schema/kinds.js';
import { amount, day, joined, sentence } from '../inlines.js';
import { fieldInlines, happeningInlines, named } from './cause-inlines.js';
import { ordinal } from './records-part.js';

/** One of two versions of a ledger: the files as they are have no revision. */
interface Version {
  readonly revision?: Revision;
  /** Where a record of it stands: file as the user opens it, and line. */
  readonly placeOf: (record: RecordSnapshot) => { readonly file: string; readonly line: number };
}

export interface Differences {
  readonly before: Version;
  readonly after: Version;
  readonly records: readonly RecordDifference[];
  /** Whose days are printed without it. */
  readonly year: number;
}

const TITLE: Block = { type: 'heading', id: 'differences', level: 1, number: '', title: '台账改动' };
const CHANGES = { new: '新登记', edited: '改动', deleted: '删去' } as const;

/** 台账改动: how many records differ, then each with what differs in it, by kind. */
export function differencesBody(differences: Differences): readonly Block[] {
  const { records } = differences;
  if (records.length === 0)
    return [TITLE, { type: 'paragraph', content: sentence`${compared(differences)}，记录没有改动。` }];
  const counts = (['new', 'edited', 'deleted'] as const).flatMap((change) => {
    const some = records.filter((each) => each.change === change);
    return some.length === 0 ? [] : [sentence`${CHANGES[change]}${amount(countOf(change, some))}`];
  });
  const summary = sentence`${compared(differences)}：${joined(counts, '，')}。`;
  return [
    TITLE,
    { type: 'paragraph', content: summary },
    ...records.flatMap((_, index) => recordBlocks(differences, index)),
  ];
}

function recordBlocks(differences: Differences, index: number): Block[] {
  const { records, before, after } = differences;
  const difference = records[index];
  if (!difference) return [];
  const { record, change } = difference;
  const { file, line } = (change === 'deleted' ? before : after).placeOf(record);
  const told = joined(differenceInlines(difference, differences.year), '；');
  const content = sentence`${ordinal(index + 1)}.${CHANGES[change]}：${named(record)}${told.length > 0 ? '，' : ''}${told}。${named(record, `${file}:${line}`)}`;
  const isFirst = records[index - 1]?.record.kind !== record.kind;
  const title = isKind(record.kind) ? kindTitle(record.kind) : '总设置';
  const heading: Block = { type: 'heading', id: record.kind, level: 2, number: '', title };
  return [...(isFirst && isKind(record.kind) ? [heading] : []), { type: 'paragraph', content }];
}

/** What differs in a record, piece by piece: the state, the events that were added, the fields. */
export function differenceInlines({ record, state, happenings, fields }: RecordDifference, year: number): Inline[][] {
  return [
    ...(state ? [sentence`${state[0]}→${state[1]}`] : []),
    ...happenings.map((happening) => happeningInlines(happening, year)),
    ...fields.flatMap((field) => fieldPieces(record, field)),
  ];
}

/** A field; of a list of several fields each, the items that differ. */
function fieldPieces(record: RecordSnapshot, change: FieldChange): Inline[][] {
  const [old, now] = [itemsOf(change.before), itemsOf(change.after)];
  if (old === null || now === null) return [fieldInlines(record, change)];
  const pieces = Array.from({ length: Math.max(old.length, now.length) }, (_, index): Inline[][] => {
    const path = `${change.path}.${index}`;
    const [was, is] = [old[index], now[index]];
    if (was && is) return fieldChanges(was, is, `${path}.`).map((field) => fieldInlines(record, field));
    return [fieldInlines(record, { path: change.path, before: wordOf(was), after: wordOf(is) })];
  });
  return pieces.flat();
}

/** The items of a list of mappings, none where the field is missing; null for any other value. */
function itemsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length === 0) return null;
  const isMapping = (item: unknown): item is object =>
    item !== null && typeof item === 'object' && !Array.isArray(item);
  return value.every(isMapping) ? value.map(fieldsOf) : null;
}

/** The first text of an item, which is what it is called by. */
function wordOf(item: Readonly<Record<string, unknown>> | undefined): unknown {
  return item && Object.values(item).find((value) => typeof value === 'string');
}

/** 与版本“1a2b3c4”（2025年7月1日提交）相比. */
function compared({ before, after }: Differences): Inline[] {
  const old = before.revision
    ? sentence`版本“${shortCommit(before.revision)}”（${day(before.revision.committed)}提交）`
    : [];
  const now = after.revision ? sentence`版本“${shortCommit(after.revision)}”` : [];
  return sentence`${now}与${old}相比`;
}

function countOf(change: RecordDifference['change'], records: readonly RecordDifference[]): Figure {
  return {
    id: `differing-records:${change}`,
    label: `${CHANGES[change]}的记录`,
    value: records.length,
    unit: '条',
    formula: 'count',
    inputs: [],
    records: () => records.map(({ record: { kind, id } }) => ({ kind, id })),
    sample: records.some(({ record }) => record.sample),
  };
}

/** `diff --format json`, version 1: a contract others rely on, described in schemas/contracts/diff.schema.json. */
export function differencesContract({ before, after, records }: Differences) {
  return {
    version: 1,
    before: { rev: before.revision?.commit ?? null },
    after: { rev: after.revision?.commit ?? null },
    records: records.map(({ change, record, state, happenings, fields }) => {
      const { file, line } = (change === 'deleted' ? before : after).placeOf(record);
      return {
        kind: record.kind,
        id: record.id,
        label: record.label,
        sample: record.sample,
        change,
        state: state ? { before: state[0], after: state[1] } : null,
        happenings: happenings.map(({ on, what, to }) => ({ on, what, to: to ?? null })),
        fields: fields.map(({ path, before: old, after: now }) => ({ path, before: old ?? null, after: now ?? null })),
        file,
        line,
      };
    }),
  };
}
