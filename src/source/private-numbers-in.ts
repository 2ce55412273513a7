import { escapePointer } from '../text/json-pointer.js';
import { findPrivateNumbers, maskedNumber, type PrivateNumber } from '../text/private-numbers.js';
import type { Locator } from './locate.js';

/** A person's number found in a file. */
export interface NumberInFile {
  readonly kind: PrivateNumber['kind'];
  /** What may be shown of it. */
  readonly masked: string;
  /** The value it stands in, from the file's root; empty for none, as in a comment. */
  readonly pointer: string;
  /** Where it stands in the text; absent where it goes over several lines of a value. */
  readonly offsets?: readonly [start: number, end: number];
}

/** Whether a person's number stands in a line of a text, or in a value, which may be written over several lines. */
export function hasPrivateNumbers(text: string, value: unknown): boolean {
  for (const [line] of linesOf(text)) if (findPrivateNumbers(line).length > 0) return true;
  for (const [, line] of textsIn(value, '')) if (findPrivateNumbers(line).length > 0) return true;
  return false;
}

/**
 * The numbers in the lines of a text, comments and keys too, then those that only the values show: folded, continued or
 * broken over lines.
 */
export function privateNumbersIn(file: {
  readonly text: string;
  readonly value: unknown;
  readonly locator: Pick<Locator, 'pointerAt' | 'offsets'>;
}): NumberInFile[] {
  const found: NumberInFile[] = [];
  const seen = new Map<string, number>();
  for (const [line, at] of linesOf(file.text)) {
    for (const number of findPrivateNumbers(line)) {
      const pointer = file.value === undefined ? '' : file.locator.pointerAt(at + number.start);
      seen.set(pointer, (seen.get(pointer) ?? 0) + 1);
      const offsets = [at + number.start, at + number.end] as const;
      found.push({ kind: number.kind, masked: maskedNumber(line, number), pointer, offsets });
    }
  }
  for (const [pointer, text] of textsIn(file.value, '')) {
    // What is written in one line was found there, with the words of the line beside it.
    if (!file.text.slice(...(file.locator.offsets({ pointer }) ?? [0, 0])).includes('\n')) continue;
    for (const number of findPrivateNumbers(text).slice(seen.get(pointer) ?? 0))
      found.push({ kind: number.kind, masked: maskedNumber(text, number).replace(/\s+/g, ' '), pointer });
  }
  return found;
}

/** Each line, and where it begins. */
function* linesOf(text: string): Generator<readonly [line: string, at: number]> {
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at);
    yield [text.slice(at, end === -1 ? text.length : end), at];
    at = end === -1 ? text.length + 1 : end + 1;
  }
}

/** Every text in a value of several lines or words, and its pointer: what is in one piece stands so in its line. */
function* textsIn(value: unknown, pointer: string): Generator<readonly [pointer: string, text: string]> {
  if (typeof value === 'string') {
    if (/\s/.test(value)) yield [pointer, value];
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsIn(item, `${pointer}/${index}`);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, `${pointer}/${escapePointer(key)}`);
  }
}
