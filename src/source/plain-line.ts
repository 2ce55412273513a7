import { InnerMapping } from './mapping.js';
import { lineSigns } from './unusual-text.js';

const [SPACE, QUOTE, HASH, APOSTROPHE, COMMA, DASH, COLON] = [32, 34, 35, 39, 44, 45, 58];
const [GREATER, OPEN_LIST, CLOSE_LIST, OPEN_MAP, BAR, CLOSE_MAP] = [62, 91, 93, 123, 124, 125];
/** Dashes, and brackets in one another, on one line. */
const DEEPEST = 20;
/** No clerk writes longer ones. A text block may have longer lines. */
const [LONGEST_KEY, LONGEST_LINE] = [64, 10_000];
/** Keys begin with a letter, so that they are no numbers. */
const KEY = /[A-Za-z][\w.-]*:(?= |$)/y;
const TEXT_BLOCK = /[|>]-?(?= *$)/y;
/** Text in quotes, on one line and without a backslash that may mean something. */
const QUOTED = /"[^"\\]*"|'[^']*(?:''[^']*)*'/y;
/** What ends a plain text in brackets. */
const STOP = /[,[\]{}:]|(?<= )#/g;
/** The words that are no texts. */
const WORDS = new Map<string, boolean | null>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map((word) => [word, /^t/i.test(word)] as const),
]);
const LETTER = /^[A-Za-z]/;
/** Numbers that every parser reads alike, and keeps exactly. */
const NUMBER = /^(?:0|-?[1-9]\d{0,11}(?:\.\d{1,3})?|-?0\.\d{0,2}[1-9])$/;
/** What may be another way to write a number, and what is none. */
const NUMBERLIKE = /^[-+.\w]+$/;
const DATE = /^\d{4}-\d\d(?:-\d\d)?$/;
/** Signs that mean something at the beginning of a text, and nothing at all. */
const INDICATOR = /^(?:$|[-?:,[\]{}#&*!|>'"%@`])/;

/** Thrown, never shown: the text is left to js-yaml. */
export const UNSURE = new Error('not plain');

/** What a line holds behind its dashes and its key: what takes a whole parser, a comment or nothing where it has
 * neither, a value, the header of a text block, or nothing. */
export const [UNCLEAR, BLANK, VALUE, BLOCK] = [0, 1, 2, 3];
const NOTHING = 4;

/** One line of the plain subset, made out without those around it. */
export class Line {
  kind = UNCLEAR;
  /** What stands behind its dash, as a line of its own. */
  item: Line | null = null;
  key = '';
  /** One of 32 that stands for the key: where no other key has set it, the key is new. */
  bit = 0;
  /** Of a text block its header. */
  value: unknown = null;

  constructor(
    /** The column where its content begins, or -1 behind the last line. */
    readonly indent: number,
    /** What it is in a text block: all behind the indentation. */
    readonly text: string,
    readonly signs: number,
  ) {}
}

/** What comes behind the last line. */
export const END = new Line(-1, '', 0);
/** Keys seen lately: one string for each, whose hash is known. */
const keys = new Map<string, string>();
const MOST_KEYS = 1024;

/** What the line says that stands at these bytes, without its line end. */
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
  /** Behind what was read last. */
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
      // Behind a value nothing may stand but a comment.
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

  /** The key that begins here, or null; one that every object has is left to js-yaml, and so is a word that is no text. */
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
    // In brackets, a colon may make a mapping of its own.
    if (inBrackets && text.charCodeAt(end) === COLON) throw UNSURE;
    while (end > start && text.charCodeAt(end - 1) === SPACE) end -= 1;
    this.end = end;
    const value = text.slice(start, end);
    if (value.includes(': ') || value.endsWith(':')) throw UNSURE;
    return value;
  }
}

/** What a plain text stands for. */
function scalar(text: string): unknown {
  if (text.charCodeAt(0) > 126) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (LETTER.test(text)) return text;
  if (NUMBER.test(text)) return Number(text);
  if (INDICATOR.test(text) || (NUMBERLIKE.test(text) && !DATE.test(text))) throw UNSURE;
  return text;
}
