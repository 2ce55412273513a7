import { parseSource } from '../../source/source.js';
import type { Piece } from './merge-pieces.js';

type Fields = Readonly<Record<string, unknown>>;

/** A record in the text of its file. */
export interface RecordPiece extends Piece {
  readonly value: Fields;
}

/** The text of a file in pieces, which make the whole again: a head, the records in their order, and what stands below. */
export interface SplitFile {
  readonly head: string;
  readonly records: readonly RecordPiece[];
  readonly tail: string;
}

/** A list of records begins a record with a hyphen in the first column; nothing else may begin a line with one. */
const RECORD = /^-(?=[ \t\r\n]|$)/;
const BLANK = /^\s*$/;

/**
 * Splits a file that holds a list of records, one below another, each with an id of its own; null for any other text.
 * A last line without its end gets one.
 */
export function splitFile(whole: string): SplitFile | null {
  const [, mark = '', text = ''] = /^(\ufeff?)(.*)$/s.exec(whole) ?? [];
  const { value } = parseSource('', Buffer.from(text));
  const lines = linesOf(text);
  const starts = lines.flatMap((line, index) => (RECORD.test(line) ? [index] : []));
  if (BLANK.test(withoutComments(lines))) return { head: mark + lines.join(''), records: [], tail: '' };
  if (!Array.isArray(value) || value.length !== starts.length) return null;
  const ids = value.map(idOf);
  if (new Set(ids).size !== ids.length || ids.includes(null)) return null;
  const cuts = starts.map((start, index) => leadStart(lines, start, starts[index - 1]));
  const records = starts.map((start, index): RecordPiece => {
    const end = index + 1 < starts.length ? (cuts[index + 1] ?? 0) : tailStart(lines, start);
    return {
      key: String(ids[index]),
      lead: lines.slice(cuts[index], start).join(''),
      body: lines.slice(start, end).join(''),
      value: value[index] as Fields,
    };
  });
  const last = starts.at(-1) ?? 0;
  return { head: mark + lines.slice(0, cuts[0]).join(''), records, tail: lines.slice(tailStart(lines, last)).join('') };
}

/** The lines with their ends. */
function linesOf(text: string): string[] {
  const lines = text.split(/(?<=\n)/);
  const last = lines.at(-1);
  if (last !== undefined && last !== '' && !last.endsWith('\n'))
    lines[lines.length - 1] = last + (text.includes('\r\n') ? '\r\n' : '\n');
  return lines.filter((line) => line !== '');
}

function withoutComments(lines: readonly string[]): string {
  return lines.filter((line) => !/^\s*#/.test(line)).join('');
}

function idOf(record: unknown): string | null {
  if (record === null || typeof record !== 'object') return null;
  const { id } = record as Fields;
  return typeof id === 'string' ? id : null;
}

/** Where the comments above a record begin: those in the first column, up to a blank line above the first record. */
function leadStart(lines: readonly string[], start: number, previous: number | undefined): number {
  const isLead = (line = ''): boolean => line.startsWith('#') || BLANK.test(line);
  let at = start;
  while (
    at > (previous ?? -1) + 1 &&
    isLead(lines[at - 1]) &&
    !(previous === undefined && BLANK.test(lines[at - 1] ?? ''))
  )
    at -= 1;
  return at;
}

/** Comments in the first column below the last record belong to none. */
function tailStart(lines: readonly string[], last: number): number {
  let at = lines.length;
  while (at > last + 1 && (BLANK.test(lines[at - 1] ?? '') || lines[at - 1]?.startsWith('#'))) at -= 1;
  return at;
}

/** Splits a record's text into its fields, the hyphen taken as a space; null for one in braces. */
export function splitRecord({ body, value }: RecordPiece): readonly Piece[] | null {
  const lines = linesOf(` ${body.slice(1)}`);
  const indent = /^ +(?=\S)/.exec(lines[0] ?? '')?.[0];
  if (indent === undefined) return null;
  const begins = (line: string): boolean => line.startsWith(indent) && !/[ \t#]/.test(line.charAt(indent.length));
  const starts = lines.flatMap((line, index) => (begins(line) && !BLANK.test(line) ? [index] : []));
  const keys = starts.map((start) => keyAt(lines[start] ?? '', indent.length));
  const names = Object.keys(value);
  if (keys.length !== names.length || keys.some((key) => key === null || !names.includes(key))) return null;
  const cuts = starts.map((start, index) => fieldLead(lines, start, starts[index - 1], indent));
  return starts.map((start, index) => ({
    key: keys[index] ?? '',
    lead: lines.slice(cuts[index], start).join(''),
    body: lines.slice(start, cuts[index + 1]).join(''),
  }));
}

function keyAt(line: string, column: number): string | null {
  return /^([\w-]+):(?=\s)/.exec(line.slice(column))?.[1] ?? null;
}

/** The comments above a field, as deep as its key. */
function fieldLead(lines: readonly string[], start: number, previous: number | undefined, indent: string): number {
  let at = start;
  while (previous !== undefined && at > previous + 1 && lines[at - 1]?.startsWith(`${indent}#`)) at -= 1;
  return at;
}
