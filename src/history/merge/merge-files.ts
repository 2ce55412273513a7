import { isDeepStrictEqual } from 'node:util';
import { parseSource } from '../../source/source.js';
import { type Clash, mergeComments, mergePieces, type Piece } from './merge-pieces.js';
import { type RecordPiece, type SplitFile, splitFile, splitRecord } from './split-text.js';

export type MergeSide = 'ours' | 'theirs';

/** A record of which both sides changed the same field, or that one side changed and the other took out. */
export interface MergeConflict {
  readonly id: string;
  /** The fields that both changed; empty where a side took the whole record out, or nothing smaller can be compared. */
  readonly fields: readonly string[];
  /** The record on each side; null where it was taken out. */
  readonly ours: Readonly<Record<string, unknown>> | null;
  readonly theirs: Readonly<Record<string, unknown>> | null;
}

export interface MergedFile {
  readonly text: string;
  /** What nobody has decided yet: it stands in the text between git's markers. */
  readonly conflicts: readonly MergeConflict[];
}

/** The three versions of a file; an absent one is empty. */
export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Merges two versions of a file record by record, and within a record field by field; comments and the layout of what
 * nobody touched stay. @param answers which side is taken where both changed the same, by the record's id
 * @returns null where a version is no plain list of records with ids: git's own way is left for it
 */
export function mergeFiles(versions: Versions, answers: ReadonlyMap<string, MergeSide> = new Map()): MergedFile | null {
  const [base, ours, theirs] = [versions.base, versions.ours, versions.theirs].map(splitFile);
  if (!base || !ours || !theirs) return null;
  const [head, tail] = [
    mergeComments(base.head, ours.head, theirs.head),
    mergeComments(base.tail, ours.tail, theirs.tail),
  ];
  const conflicts: MergeConflict[] = [];
  const records = mergePieces(base.records, ours.records, theirs.records, (clash) => {
    const settled = settleRecord(clash, [base, ours, theirs], answers);
    if (settled.conflict) conflicts.push(settled.conflict);
    return settled.text;
  });
  const text = head + records.map(({ lead, body }) => lead + body).join('') + tail;
  return conflicts.length > 0 || isSound(text, records) ? { text, conflicts } : null;
}

interface Settled {
  readonly text: string | null;
  readonly conflict?: MergeConflict;
}

function settleRecord(
  { key }: Clash,
  versions: readonly SplitFile[],
  answers: ReadonlyMap<string, MergeSide>,
): Settled {
  const [base, ours, theirs] = versions.map(({ records }) => records.find((record) => record.key === key));
  const answer = answers.get(key);
  if (!ours || !theirs) return settleGone(key, ours, theirs, answer);
  if (isDeepStrictEqual(ours.value, theirs.value)) return { text: ours.body };
  const fields: string[] = [];
  const merged = mergeFields(base, ours, theirs, (clash) => {
    fields.push(clash.key);
    return (answer === undefined ? undefined : clash[answer])?.body ?? null;
  });
  if (merged !== null && (fields.length === 0 || answer !== undefined)) return { text: merged };
  if (answer !== undefined) return { text: (answer === 'ours' ? ours : theirs).body };
  return conflictOf(key, fields, ours, theirs);
}

function settleGone(
  key: string,
  ours: RecordPiece | undefined,
  theirs: RecordPiece | undefined,
  answer: MergeSide | undefined,
): Settled {
  if (answer === undefined) return conflictOf(key, [], ours, theirs);
  return { text: (answer === 'ours' ? ours : theirs)?.body ?? null };
}

function conflictOf(
  id: string,
  fields: readonly string[],
  ours: RecordPiece | undefined,
  theirs: RecordPiece | undefined,
): Settled {
  const text = `<<<<<<< 本机\n${ours?.body ?? ''}=======\n${theirs?.body ?? ''}>>>>>>> 对方\n`;
  return { text, conflict: { id, fields, ours: ours?.value ?? null, theirs: theirs?.value ?? null } };
}

/** The text of a record merged by its fields; null for a record that has no fields below one another. */
function mergeFields(
  base: RecordPiece | undefined,
  ours: RecordPiece,
  theirs: RecordPiece,
  settle: (clash: Clash) => string | null,
): string | null {
  const [old, own, other] = [base ? splitRecord(base) : [], splitRecord(ours), splitRecord(theirs)];
  if (!old || !own || !other) return null;
  const [mine, yours] = [own, other].map(indentOf);
  if (mine !== yours) return null;
  const fields = mergePieces(old, own, other, (clash) => {
    const { ours: a, theirs: b } = clash;
    const isSame = a && b && isDeepStrictEqual(ours.value[clash.key], theirs.value[clash.key]);
    return isSame ? a.body : settle(clash);
  });
  return `-${fields
    .map(({ lead, body }) => lead + body)
    .join('')
    .slice(1)}`;
}

const indentOf = ([first]: readonly Piece[]): number => /^ */.exec(first?.body ?? '')?.[0].length ?? 0;

/** Whether a merged text reads as the records it was put together from. */
function isSound(text: string, records: readonly Piece[]): boolean {
  if (records.length === 0) return true;
  const { value } = parseSource('', Buffer.from(text));
  if (!Array.isArray(value) || value.length !== records.length) return false;
  return value.every((record, index) => (record as { readonly id?: unknown }).id === records[index]?.key);
}
