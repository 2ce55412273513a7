import type { Reader } from '../files/reader.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { KINDS, type Kind } from '../schema/kinds.js';
import { lenientText } from '../source/text-encoding.js';
import { locatorOf } from './locations.js';

/** A line of a record that holds one of the words searched for. */
export interface FoundLine {
  readonly kind: Kind;
  readonly id: string;
  /** As the user opens it, with the line from 1. */
  readonly file: string;
  readonly line: number;
  /** The line without the spaces around it. */
  readonly text: string;
}

/**
 * The lines with one of some words, of every record that holds all of them in its fields or comments: in the ledger's order.
 * Upper and lower case are the same.
 */
export function findWords(reader: Reader, ledger: Ledger, words: readonly string[]): readonly FoundLine[] {
  const sought = words.map((word) => word.normalize().toLowerCase());
  const files = new Map<string, Entry[]>();
  for (const kind of KINDS)
    for (const entry of ledger.allWithInvalid(kind)) files.set(entry.file, [...(files.get(entry.file) ?? []), entry]);
  return [...files].flatMap(([file, entries]) => inFile(reader, file, entries, sought));
}

function inFile(reader: Reader, file: string, entries: readonly Entry[], words: readonly string[]): FoundLine[] {
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
    return own.flatMap((text, at): FoundLine[] => {
      if (!words.some((word) => text.includes(word))) return [];
      const { kind, id } = entry;
      const number = first + at;
      return [
        {
          kind,
          id,
          file: reader.display(file),
          line: number,
          text: (shown[number - 1] ?? '').trim(),
        },
      ];
    });
  });
}

/** The first line of a record with the comments directly above it; those of the file's head belong to its first record. */
function withComments(lines: readonly string[], line: number, least: number): number {
  let first = line;
  while (first - 1 > least && /^\s*#/.test(lines[first - 2] ?? '')) first -= 1;
  return first;
}
