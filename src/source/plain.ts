/**
 * Reads what a ledger usually holds several times faster than a whole YAML parser: block lists and mappings with keys of letters,
 * lists and mappings in brackets on one line, plain and quoted text on one line, text blocks, comments.
 *
 * It is sure or it is silent: everything else, and everything wrong, is left to js-yaml, which also says what is wrong.
 * What it accepts, js-yaml and `yaml` read the same (`npm run fuzz`). `YUEYI_READER=js-yaml` goes without it.
 */

const LF = 10;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const GREATER = 62;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const BAR = 124;
const CLOSE_MAP = 125;
/** Far below the limit of the plain subset. */
const DEEPEST = 20;
const LONGEST_KEY = 64;
/** What a key consists of; it begins with a letter, so that it is no number. */
const isLetter = (code: number): boolean => (code > 96 && code < 123) || (code > 64 && code < 91);
const isKeyPart = (code: number): boolean =>
  isLetter(code) || (code > 47 && code < 58) || code === 45 || code === 46 || code === 95;
/** The end of a line, or of the text: there charCodeAt gives NaN. */
const isEnd = (code: number): boolean => code === LF || Number.isNaN(code);

const WORDS: ReadonlyMap<string, null | boolean> = new Map([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const LONGEST_WORD = 5;
/** Numbers that every parser reads alike, and keeps exactly. */
const NUMBER = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,3})?$/;
const DATE = /^\d{4}-\d\d(?:-\d\d)?$/;
/** What may be another way to write a number. */
const NUMBERLIKE = /^[-+.\w]+$/;
/** Signs that mean something at the beginning of a text. */
const INDICATORS = /^[-?:,[\]{}#&*!|>'"%@`]/;

/** Thrown, never shown: the text is left to js-yaml. */
const UNSURE = new Error('not plain');

/** The value of a text without control characters, lone carriage returns and byte order mark, or undefined where it takes a whole parser to tell. */
export function readPlain(text: string): unknown {
  if (text.includes('\t')) return undefined;
  try {
    return new PlainReader(text.includes('\r') ? text.replaceAll('\r\n', '\n') : text).read();
  } catch (error) {
    if (error === UNSURE) return undefined;
    throw error;
  }
}

class PlainReader {
  /** Where the content of the line to be read begins, and its column; -1 behind the last line. */
  private at = 0;
  private indent = 0;
  /** Behind what was read last within a line. */
  private end = 0;

  constructor(private readonly text: string) {}

  /** A line that fits nowhere ends every block it stands in, and so is left over. */
  read(): unknown {
    this.toLine(0);
    const value = this.indent === 0 ? this.block(0) : undefined;
    return this.indent === -1 ? value : undefined;
  }

  /** Goes to the first line from here on that holds more than a comment. */
  private toLine(start: number): void {
    const { text } = this;
    let line = start;
    while (line < text.length) {
      let at = line;
      while (text.charCodeAt(at) === SPACE) at += 1;
      const code = text.charCodeAt(at);
      if (code !== HASH && !isEnd(code)) {
        this.at = at;
        this.indent = at - line;
        return;
      }
      line = this.lineEnd(at) + 1;
    }
    this.indent = -1;
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end === -1 ? this.text.length : end;
  }

  /** Behind a value nothing may stand but a comment. */
  private endLine(): void {
    const at = this.skipSpaces(this.end);
    const code = this.text.charCodeAt(at);
    if (!isEnd(code) && (code !== HASH || at === this.end)) throw UNSURE;
    this.toLine(this.lineEnd(at) + 1);
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at += 1;
    return at;
  }

  private isDash(at: number): boolean {
    if (this.text.charCodeAt(at) !== DASH) return false;
    const next = this.text.charCodeAt(at + 1);
    return next === SPACE || isEnd(next);
  }

  /** The list or mapping that begins at the line to be read. */
  private block(depth: number): unknown {
    if (depth > DEEPEST) throw UNSURE;
    return this.isDash(this.at) ? this.list(depth) : this.mapping(depth);
  }

  private list(depth: number): unknown[] {
    const { indent } = this;
    const items: unknown[] = [];
    while (this.indent === indent && this.isDash(this.at)) {
      const start = this.at;
      const at = this.skipSpaces(start + 1);
      if (this.isDash(at) || this.keyEnd(at) !== -1) {
        this.at = at;
        this.indent += at - start;
        items.push(this.block(depth + 1));
      } else {
        items.push(this.value(at, indent, depth, false));
      }
    }
    return items;
  }

  private mapping(depth: number): object {
    const { indent } = this;
    const map: Record<string, unknown> = {};
    while (this.indent === indent) {
      const colon = this.keyEnd(this.at);
      if (colon === -1) throw UNSURE;
      const key = this.key(this.at, colon, map);
      map[key] = this.value(this.skipSpaces(colon + 1), indent, depth, true);
    }
    return map;
  }

  /** Where the key that begins here has its colon, or -1 where there is none. */
  private keyEnd(start: number): number {
    const { text } = this;
    if (!isLetter(text.charCodeAt(start))) return -1;
    let at = start + 1;
    while (isKeyPart(text.charCodeAt(at))) at += 1;
    if (text.charCodeAt(at) !== COLON) return -1;
    const next = text.charCodeAt(at + 1);
    return next === SPACE || isEnd(next) ? at : -1;
  }

  /** A key written twice, or one that every object has, is left to js-yaml, and so is a word that is no text. */
  private key(start: number, end: number, map: Record<string, unknown>): string {
    const key = this.text.slice(start, end);
    const isWord = key.length <= LONGEST_WORD && WORDS.has(key);
    if (isWord || key.length > LONGEST_KEY || map[key] !== undefined) throw UNSURE;
    return key;
  }

  /** What stands behind a dash or a colon, or on the lines below, further in; a mapping's list may stand right below its key. */
  private value(start: number, indent: number, depth: number, inMapping: boolean): unknown {
    const code = this.text.charCodeAt(start);
    if (isEnd(code) || code === HASH) {
      this.toLine(this.lineEnd(start) + 1);
      const isNested = this.indent > indent || (inMapping && this.indent === indent && this.isDash(this.at));
      return isNested ? this.block(depth + 1) : null;
    }
    if (code === BAR || code === GREATER) return this.textBlock(start, indent);
    const value = this.inline(start, depth, false);
    this.endLine();
    return value;
  }

  private inline(start: number, depth: number, inBrackets: boolean): unknown {
    const code = this.text.charCodeAt(start);
    if (code === QUOTE) return this.quoted(start, '"');
    if (code === APOSTROPHE) return this.quoted(start, "'");
    if (depth > DEEPEST) throw UNSURE;
    if (code === OPEN_LIST) return this.flowList(start, depth + 1);
    if (code === OPEN_MAP) return this.flowMapping(start, depth + 1);
    return inBrackets ? this.flowPlain(start) : this.plain(start);
  }

  private quoted(start: number, quote: string): string {
    const code = quote.charCodeAt(0);
    let at = start + 1;
    let doubled = false;
    for (;;) {
      const next = this.text.charCodeAt(at);
      if (isEnd(next) || (next === BACKSLASH && code === QUOTE)) throw UNSURE;
      if (next === code) {
        if (code === QUOTE || this.text.charCodeAt(at + 1) !== code) break;
        doubled = true;
        at += 1;
      }
      at += 1;
    }
    this.end = at + 1;
    const value = this.text.slice(start + 1, at);
    return doubled ? value.replaceAll("''", "'") : value;
  }

  private plain(start: number): unknown {
    const { text } = this;
    let end = start;
    for (let at = start; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code > COLON) end = at + 1;
      else if (isEnd(code) || (code === HASH && text.charCodeAt(at - 1) === SPACE)) break;
      else if (code === COLON && (text.charCodeAt(at + 1) === SPACE || isEnd(text.charCodeAt(at + 1)))) throw UNSURE;
      else if (code !== SPACE) end = at + 1;
    }
    this.end = end;
    return scalar(text.slice(start, end));
  }

  private flowPlain(start: number): unknown {
    const { text } = this;
    let end = start;
    for (let at = start; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === COMMA || code === CLOSE_LIST || code === CLOSE_MAP) break;
      // With a colon or a bracket in it, it may be a mapping of its own.
      if (isEnd(code) || code === COLON || code === HASH || code === OPEN_LIST || code === OPEN_MAP) throw UNSURE;
      if (code !== SPACE) end = at + 1;
    }
    this.end = end;
    return scalar(text.slice(start, end));
  }

  private flowList(start: number, depth: number): unknown[] {
    const items: unknown[] = [];
    let at = this.skipSpaces(start + 1);
    if (this.text.charCodeAt(at) !== CLOSE_LIST) {
      do {
        items.push(this.inline(this.skipSpaces(at), depth, true));
        at = this.skipSpaces(this.end) + 1;
      } while (this.text.charCodeAt(at - 1) === COMMA);
      if (this.text.charCodeAt(--at) !== CLOSE_LIST) throw UNSURE;
    }
    this.end = at + 1;
    return items;
  }

  private flowMapping(start: number, depth: number): object {
    const map: Record<string, unknown> = {};
    let at = this.skipSpaces(start + 1);
    if (this.text.charCodeAt(at) !== CLOSE_MAP) {
      do {
        at = this.skipSpaces(at);
        const colon = this.keyEnd(at);
        if (colon === -1) throw UNSURE;
        const key = this.key(at, colon, map);
        map[key] = this.inline(this.skipSpaces(colon + 1), depth, true);
        at = this.skipSpaces(this.end) + 1;
      } while (this.text.charCodeAt(at - 1) === COMMA);
      if (this.text.charCodeAt(--at) !== CLOSE_MAP) throw UNSURE;
    }
    this.end = at + 1;
    return map;
  }

  /** Text of several lines, all of them as far in as the first or further. */
  private textBlock(start: number, indent: number): string {
    const { text } = this;
    const folded = text.charCodeAt(start) === GREATER;
    const strip = text.charCodeAt(start + 1) === DASH;
    let line = this.lineEnd(start) + 1;
    if (this.skipSpaces(start + (strip ? 2 : 1)) !== line - 1) throw UNSURE;
    const inner = this.skipSpaces(line) - line;
    if (inner <= indent || isEnd(text.charCodeAt(line + inner))) throw UNSURE;
    let value = '';
    let breaks = 0;
    while (line < text.length) {
      const at = this.skipSpaces(line);
      const end = this.lineEnd(at);
      if (at === end && end - line > inner) throw UNSURE;
      if (at !== end && at - line < inner) break;
      if (at === end) breaks += 1;
      else {
        if (folded && at - line > inner) throw UNSURE;
        if (value !== '') value += folded && breaks === 0 ? ' ' : '\n'.repeat(folded ? breaks : breaks + 1);
        value += text.slice(line + inner, end);
        breaks = 0;
      }
      line = end + 1;
    }
    this.toLine(line);
    return strip ? value : `${value}\n`;
  }
}

/** What a plain text stands for. */
function scalar(text: string): unknown {
  const code = text.charCodeAt(0);
  if (code > 126) return text;
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  if (isLetter(code)) return text;
  if (NUMBERLIKE.test(text)) {
    const value = NUMBER.test(text) ? Number(text) : 0;
    if (value !== 0 || text === '0') return value;
    if (DATE.test(text)) return text;
    throw UNSURE;
  }
  if (text === '' || INDICATORS.test(text)) throw UNSURE;
  return text;
}
