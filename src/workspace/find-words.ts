import type { Reader } from '../files/reader.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { KINDS, type Kind } from '../schema/kinds.js';
import { lenientText } from '../source/text-encoding.js';
import { locatorOf } from './locations.js';

/** A record that holds the words searched for. */
export interface FoundRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly sample: boolean;
  /** As the user opens it. */
  readonly file: string;
  /** Where the record begins, from 1. */
  readonly line: number;
  /** The lines that hold one of the words; comments above the record are among them. */
  readonly lines: readonly FoundLine[];
}

interface FoundLine {
  /** From 1. */
  readonly line: number;
  /** Without the spaces around it. */
  readonly text: string;
}

/**
 * Every record that holds all of some words in its fields or comments, with the lines that hold one: in the ledger's order.
 * Upper and lower case are the same.
 */
export function findWords(reader: Reader, ledger: Ledger, words: readonly string[]): readonly FoundRecord[] {
  const sought = words.map((word) => word.normalize().toLowerCase());
  const files = new Map<string, Entry[]>();
  for (const kind of KINDS)
    for (const entry of ledger.allWithInvalid(kind)) files.set(entry.file, [...(files.get(entry.file) ?? []), entry]);
  return [...files].flatMap(([file, entries]) => inFile(reader, file, entries, sought));
}

function inFile(reader: Reader, file: string, entries: readonly Entry[], words: readonly string[]): FoundRecord[] {
  const whole = lenientText(reader.read(file)).normalize();
  const folded = whole.toLowerCase();
  if (!words.every((word) => folded.includes(word))) return [];
  const lines = folded.split(/\r?\n/);
  const shown = whole.split(/\r?\n/);
  const locator = locatorOf(reader, file);
  const starts = entries
    .map((entry) => ({ entry, line: locator.range({ file, pointer: entry.pointer }).line }))
    .sort((a, b) => a.line - b.line);
  return starts.flatMap(({ entry, line }, index) => {
    const first = withComments(lines, line, starts[index - 1]?.line ?? 0);
    const next = starts[index + 1]?.line;
    const end = next === undefined ? lines.length : withComments(lines, next, line) - 1;
    const own = lines.slice(first - 1, end);
    if (!words.every((word) => own.some((text) => text.includes(word)))) return [];
    const found = own.flatMap((text, at): FoundLine[] => {
      if (!words.some((word) => text.includes(word))) return [];
      return [{ line: first + at, text: (shown[first + at - 1] ?? '').trim() }];
    });
    const { kind, id, sample } = entry;
    return [{ kind, id, sample, file: reader.display(file), line, lines: found }];
  });
}

/** The first line of a record with the comments directly above it; those of the file's head belong to its first record. */
function withComments(lines: readonly string[], line: number, least: number): number {
  let first = line;
  while (first - 1 > least && /^\s*#/.test(lines[first - 2] ?? '')) first -= 1;
  return first;
}
