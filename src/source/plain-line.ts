import { InnerMapping } from './mapping.js';
import { lineSigns } from './unusual-text.js';

const [SPACE, QUOTE, HASH, APOSTROPHE, COMMA, DASH, COLON] = [32, 34, 35, 39, 44, 45, 58];
const [GREATER, OPEN_LIST, CLOSE_LIST, OPEN_MAP, BAR, CLOSE_MAP] = [62, 91, 93, 123, 124, 125];
/** The deepest nesting of dashes, and of brackets, on one line. */
const DEEPEST = 20;
/** Longer keys and lines are left to js-yaml. A text block may have longer lines. */
const [LONGEST_KEY, LONGEST_LINE] = [64, 10_000];
/** Keys begin with a letter, so that they are no numbers. */
const KEY = /[A-Za-z][\w.-]*:(?= |$)/y;
const TEXT_BLOCK = /[|>]-?(?= *$)/y;
/** Text in quotes, on one line and without a backslash that may mean something. */
const QUOTED = /"[^"\\]*"|'[^']*(?:''[^']*)*'/y;
/** What ends a plain text in brackets. */
const STOP = /[,[\]{}:]|(?<= )#/g;
/** Plain words that are not texts, with their values. */
const WORDS = new Map<string, boolean | null>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map((word) => [word, /^t/i.test(word)] as const),
]);
const LETTER = /^[A-Za-z]/;
/** Numbers that every parser reads alike and exactly. */
const NUMBER = /^(?:0|-?[1-9]\d{0,11}(?:\.\d{1,3})?|-?0\.\d{0,2}[1-9])$/;
/** Possible other notations of a number; dates and periods (2025-H1) are excepted. */
const NUMBERLIKE = /^[-+.\w]+$/;
const DATE = /^\d{4}-(?:\d\d(?:-\d\d)?|[HQ]\d)$/;
/** An indicator at the beginning of a text, or an empty text. */
const INDICATOR = /^(?:$|[-?:,[\]{}#&*!|>'"%@`])/;

/** Thrown within the plain reader only: the file is left to js-yaml. */
export const UNSURE = new Error('not plain');

/**
 * What a line holds after its dashes and its key: something for a whole parser; only a comment or nothing, without dash
 * and key; a value; the header of a text block; nothing.
 */
export const [UNCLEAR, BLANK, VALUE, BLOCK] = [0, 1, 2, 3];
const NOTHING = 4;

/** One line of the plain subset, parsed independently of the lines around it. */
export class Line {
  kind = UNCLEAR;
  /** The content after its dash, as a line of its own. */
  item: Line | null = null;
  key = '';
  /** A bit of a 32-bit hash of the key: if it is not set in a mapping's bits, the key is new there. */
  bit = 0;
  /** The value; of a text block its header. */
  value: unknown = null;

  constructor(
    /** The column where its content begins, or -1 for `END`. */
    readonly indent: number,
    /** Everything after the indentation: what counts in a text block. */
    readonly text: string,
    readonly signs: number,
  ) {}
}

/** Stands for the end of the file. */
export const END = new Line(-1, '', 0);
/** One string for each recent key, so that V8 computes its hash once. */
const keys = new Map<string, string>();
const MOST_KEYS = 1024;

/** Parses the line in `bytes` from `start` to `end`, its line end excluded. */
export function readLine(bytes: Buffer, start: number, end: number): Line {
  let from = start;
  while (from < end && bytes[from] === SPACE) from += 1;
  const text = bytes.toString(undefined, from, end);
  const line = new Line(from - start, text, lineSigns(text));
  try {
    if (text.length <= LONGEST_LINE) new LineReader(text).read(line);
  } catch (error) {
    if (error !== UNSURE) throw error;
  }
  return line;
}

class LineReader {
  /** The position after what was read last. */
  private end = 0;

  constructor(private readonly text: string) {}

  read(outer: Line): void {
    const { text } = this;
    let line = outer;
    let depth = 0;
    while (text.charCodeAt(this.end) === DASH && this.isGap(this.end + 1)) {
      const dash = this.end;
      this.end = this.skipSpaces(dash + 1);
      line.item = new Line(line.indent + this.end - dash, '', 0);
      line = line.item;
      depth += 1;
    }
    if (depth > DEEPEST) throw UNSURE;
    const key = this.key(this.end);
    if (key !== null) {
      line.key = key;
      line.bit = 1 << (key.charCodeAt(0) + 3 * key.length);
    }
    this.content(line, this.end);
  }

  private content(line: Line, at: number): void {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (at === text.length || code === HASH) line.kind = at === 0 ? BLANK : NOTHING;
    else if (code === BAR || code === GREATER) {
      line.value = this.match(TEXT_BLOCK, at);
      line.kind = BLOCK;
    } else {
      line.value = this.inline(at, 0, false);
      // Only a comment may follow a value.
      const rest = this.skipSpaces(this.end);
      const isLast = rest === text.length || (text.charCodeAt(rest) === HASH && rest > this.end);
      line.kind = isLast ? VALUE : UNCLEAR;
    }
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at += 1;
    return at;
  }

  private isGap(at: number): boolean {
    return at === this.text.length || this.text.charCodeAt(at) === SPACE;
  }

  private match(pattern: RegExp, start: number): string {
    pattern.lastIndex = start;
    if (!pattern.test(this.text)) throw UNSURE;
    this.end = pattern.lastIndex;
    return this.text.slice(start, this.end);
  }

  /** The key that begins here, or null; members of every object (`constructor`) and words such as `true` are left to js-yaml. */
  private key(start: number): string | null {
    KEY.lastIndex = start;
    if (!KEY.test(this.text)) return null;
    const key = this.text.slice(start, KEY.lastIndex - 1);
    this.end = this.skipSpaces(KEY.lastIndex);
    const known = keys.get(key);
    if (known !== undefined) return known;
    if (key.length > LONGEST_KEY || key in {} || WORDS.has(key)) throw UNSURE;
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(key, key);
    return key;
  }

  private inline(start: number, depth: number, inBrackets: boolean): unknown {
    const code = this.text.charCodeAt(start);
    if (code === OPEN_LIST || code === OPEN_MAP) return this.brackets(start, depth + 1, code === OPEN_LIST);
    if (code === QUOTE) return this.match(QUOTED, start).slice(1, -1);
    if (code === APOSTROPHE) return this.match(QUOTED, start).slice(1, -1).replaceAll("''", "'");
    return scalar(this.plain(start, inBrackets));
  }

  private brackets(start: number, depth: number, isList: boolean): object {
    if (depth > DEEPEST) throw UNSURE;
    const items: unknown[] = [];
    const map = new InnerMapping();
    const close = isList ? CLOSE_LIST : CLOSE_MAP;
    let at = this.skipSpaces(start + 1);
    for (let more = this.text.charCodeAt(at) !== close; more; ) {
      if (isList) items.push(this.inline(at, depth, true));
      else {
        const key = this.key(at);
        if (key === null || map[key] !== undefined) throw UNSURE;
        map[key] = this.inline(this.end, depth, true);
      }
      at = this.skipSpaces(this.end);
      more = this.text.charCodeAt(at) === COMMA;
      if (more) at = this.skipSpaces(at + 1);
    }
    if (this.text.charCodeAt(at) !== close) throw UNSURE;
    this.end = at + 1;
    return isList ? items : map;
  }

  private stop(start: number): number {
    STOP.lastIndex = start;
    return STOP.test(this.text) ? STOP.lastIndex - 1 : -1;
  }

  private plain(start: number, inBrackets: boolean): string {
    const { text } = this;
    let end = inBrackets ? this.stop(start) : text.indexOf(' #', start);
    if (end === -1) end = text.length;
    // In brackets a colon may begin a mapping.
    if (inBrackets && text.charCodeAt(end) === COLON) throw UNSURE;
    while (end > start && text.charCodeAt(end - 1) === SPACE) end -= 1;
    this.end = end;
    const value = text.slice(start, end);
    if (value.includes(': ') || value.endsWith(':')) throw UNSURE;
    return value;
  }
}

/** The value of a plain scalar. */
function scalar(text: string): unknown {
  if (text.charCodeAt(0) > 126) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (LETTER.test(text)) return text;
  if (NUMBER.test(text)) return Number(text);
  if (INDICATOR.test(text) || (NUMBERLIKE.test(text) && !DATE.test(text))) throw UNSURE;
  return text;
}
