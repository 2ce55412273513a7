import { kept } from './kept-text.js';

/**
 * Reads what a ledger usually holds several times faster than a whole YAML parser: lists and mappings with keys of
 * letters, in blocks or in brackets on one line, plain and quoted text on one line, text blocks, comments.
 * It is sure or it is silent: everything else, and everything wrong, is left to js-yaml, which also says what is wrong.
 * What it accepts, js-yaml and `yaml` read the same (`npm run fuzz`). `YUEYI_READER=js-yaml` goes without it.
 */
const [LF, SPACE, QUOTE, HASH, APOSTROPHE, COMMA, DASH] = [10, 32, 34, 35, 39, 44, 45];
const [COLON, GREATER, OPEN_LIST, CLOSE_LIST, OPEN_MAP, BAR, CLOSE_MAP] = [58, 62, 91, 93, 123, 124, 125];
/** Far below the limits of the plain subset. */
const [DEEPEST, LONGEST_KEY] = [20, 64];
/** What keys consist of: 2 for letters, with which they begin, so that they are no numbers, and 1 for the rest. */
const KEY_PARTS = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[A-Za-z]/.test(sign) ? 2 : /[\w.-]/.test(sign) ? 1 : 0;
});
const isBracket = (code: number): boolean =>
  code === COMMA || code === OPEN_LIST || code === CLOSE_LIST || code === OPEN_MAP || code === CLOSE_MAP;
const isEnd = (text: string, at: number): boolean => at >= text.length || text.charCodeAt(at) === LF;
const isGap = (text: string, at: number): boolean => isEnd(text, at) || text.charCodeAt(at) === SPACE;
const isDash = (text: string, at: number): boolean => text.charCodeAt(at) === DASH && isGap(text, at + 1);
/** The words that are no texts. */
const WORDS = new Map<string, boolean | null>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map((word) => [word, /^t/i.test(word)] as const),
]);
/** Numbers that every parser reads alike, and keeps exactly. */
const NUMBER = /^(?:0|-?[1-9]\d{0,11}(?:\.\d{1,3})?|-?0\.\d{0,2}[1-9])$/;
/** What may be another way to write a number, and what is none. */
const NUMBERLIKE = /^[-+.\w]+$/;
const DATE = /^\d{4}-\d\d(?:-\d\d)?$/;
/** Signs that mean something at the beginning of a text, and nothing at all. */
const INDICATOR = /^(?:$|[-?:,[\]{}#&*!|>'"%@`])/;

/** Thrown, never shown: the text is left to js-yaml. */
const UNSURE = new Error('not plain');

/**
 * The value of a text, or undefined where it takes a whole parser to tell. The text has no control characters, no lone
 * carriage returns and no byte order mark.
 */
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
    let line = start;
    let at = this.skipSpaces(line);
    while (line < this.text.length && (this.text.charCodeAt(at) === HASH || isEnd(this.text, at))) {
      line = this.lineEnd(at) + 1;
      at = this.skipSpaces(line);
    }
    this.at = at;
    this.indent = line < this.text.length ? at - line : -1;
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at += 1;
    return at;
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end === -1 ? this.text.length : end;
  }

  /** The list or mapping that begins at the line to be read. */
  private block(depth: number): unknown {
    if (depth > DEEPEST) throw UNSURE;
    return isDash(this.text, this.at) ? this.list(depth) : this.mapping(depth);
  }

  private list(depth: number): unknown[] {
    const { indent } = this;
    const items: unknown[] = [];
    while (this.indent === indent && isDash(this.text, this.at)) {
      const at = this.skipSpaces(this.at + 1);
      if (!isDash(this.text, at) && this.colon(at) === -1) items.push(this.value(at, indent, depth, false));
      else {
        this.indent += at - this.at;
        this.at = at;
        items.push(this.block(depth + 1));
      }
    }
    return items;
  }

  private mapping(depth: number): object {
    const { indent } = this;
    const map: Record<string, unknown> = {};
    while (this.indent === indent) {
      const key = this.key(this.at, map);
      map[key] = this.value(this.end, indent, depth, true);
    }
    return map;
  }

  /** Where the key that begins here has its colon, or -1 where there is none. */
  private colon(start: number): number {
    if (KEY_PARTS[this.text.charCodeAt(start)] !== 2) return -1;
    let at = start + 1;
    while ((KEY_PARTS[this.text.charCodeAt(at)] ?? 0) > 0) at += 1;
    return this.text.charCodeAt(at) === COLON && isGap(this.text, at + 1) ? at : -1;
  }

  /** A key written twice, or one that every object has, is left to js-yaml, and so is a word that is no text. */
  private key(start: number, map: Record<string, unknown>): string {
    const colon = this.colon(start);
    const key = this.text.slice(start, colon);
    if (colon === -1 || key.length > LONGEST_KEY || map[key] !== undefined || WORDS.has(key)) throw UNSURE;
    this.end = this.skipSpaces(colon + 1);
    return key;
  }

  /** What stands behind a dash or a colon or, further in, below it; a mapping's list may stand right below its key. */
  private value(start: number, indent: number, depth: number, inMapping: boolean): unknown {
    const code = this.text.charCodeAt(start);
    if (code === HASH || isEnd(this.text, start)) {
      this.toLine(this.lineEnd(start) + 1);
      const isNested = this.indent > indent || (inMapping && this.indent === indent && isDash(this.text, this.at));
      return isNested ? this.block(depth + 1) : null;
    }
    if (code === BAR || code === GREATER) return this.textBlock(start, indent);
    const value = this.inline(start, depth, false);
    // Behind a value nothing may stand but a comment.
    const rest = this.skipSpaces(this.end);
    if (!isEnd(this.text, rest) && (this.text.charCodeAt(rest) !== HASH || rest === this.end)) throw UNSURE;
    this.toLine(this.lineEnd(rest) + 1);
    return value;
  }

  private inline(start: number, depth: number, inBrackets: boolean): unknown {
    const code = this.text.charCodeAt(start);
    if (code === OPEN_LIST || code === OPEN_MAP) return this.brackets(start, depth + 1, code === OPEN_LIST);
    if (code === QUOTE) return this.quoted(start, '"');
    if (code === APOSTROPHE) return this.quoted(start, "'");
    return this.plain(start, inBrackets);
  }

  private brackets(start: number, depth: number, isList: boolean): object {
    if (depth > DEEPEST) throw UNSURE;
    const items: unknown[] = [];
    const map: Record<string, unknown> = {};
    const close = isList ? CLOSE_LIST : CLOSE_MAP;
    let at = this.skipSpaces(start + 1);
    for (let more = this.text.charCodeAt(at) !== close; more; ) {
      if (isList) items.push(this.inline(at, depth, true));
      else {
        const key = this.key(at, map);
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

  /** Text in quotes, on one line and without a backslash that may mean something. */
  private quoted(start: number, quote: string): string {
    let end = this.text.indexOf(quote, start + 1);
    while (quote === "'" && end > 0 && this.text[end + 1] === quote) end = this.text.indexOf(quote, end + 2);
    const value = this.text.slice(start + 1, end);
    if (end === -1 || value.includes('\n') || (quote === '"' && value.includes('\\'))) throw UNSURE;
    this.end = end + 1;
    return kept(quote === "'" ? value.replaceAll("''", "'") : value);
  }

  private plain(start: number, inBrackets: boolean): unknown {
    const { text } = this;
    let end = start;
    for (let at = start; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code > CLOSE_MAP) end = at + 1;
      else if (isEnd(text, at) || (code === HASH && text.charCodeAt(at - 1) === SPACE)) break;
      // In brackets, a colon may make a mapping of its own.
      else if (code === COLON && (inBrackets || isGap(text, at + 1))) throw UNSURE;
      else if (inBrackets && isBracket(code)) break;
      else if (code !== SPACE) end = at + 1;
    }
    this.end = end;
    return scalar(kept(text.slice(start, end)));
  }

  /** Text of several lines, all of them as far in as the first or, where they are not joined, further. */
  private textBlock(start: number, indent: number): string {
    const { text } = this;
    const folded = text.charCodeAt(start) === GREATER;
    const strip = text.charCodeAt(start + 1) === DASH;
    let line = this.lineEnd(start) + 1;
    const inner = this.skipSpaces(line) - line;
    const hasHeader = this.skipSpaces(start + (strip ? 2 : 1)) === line - 1;
    if (!hasHeader || inner <= indent || isEnd(text, line + inner)) throw UNSURE;
    let value = '';
    let breaks = 0;
    for (let end = line; line < text.length; line = end + 1) {
      const at = this.skipSpaces(line);
      end = this.lineEnd(at);
      if (at - line > inner && (folded || at === end)) throw UNSURE;
      if (at === end) breaks += 1;
      else if (at - line < inner) break;
      else {
        if (value !== '') value += folded && breaks === 0 ? ' ' : '\n'.repeat(folded ? breaks : breaks + 1);
        value += text.slice(line + inner, end);
        breaks = 0;
      }
    }
    this.toLine(line);
    return kept(strip ? value : `${value}\n`);
  }
}

/** What a plain text stands for. */
function scalar(text: string): unknown {
  const code = text.charCodeAt(0);
  if (code > 126) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (KEY_PARTS[code] === 2) return text;
  if (NUMBER.test(text)) return Number(text);
  if (INDICATOR.test(text) || (NUMBERLIKE.test(text) && !DATE.test(text))) throw UNSURE;
  return text;
}
