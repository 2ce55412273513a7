import { findPrivateNumbers } from '../text/private-numbers.js';
import { LineCache } from './line-cache.js';
import { InnerMapping, RecordMapping } from './mapping.js';
import { BLANK, BLOCK, END, type Line, readLine, UNCLEAR, UNSURE, VALUE } from './plain-line.js';
import { HAS_PRIVATE_NUMBER, IS_ODD } from './unusual-text.js';

/**
 * A file's value as the plain reader parses it, many times faster than a whole YAML parser: lists and mappings with keys
 * of letters, in blocks or in brackets on one line, plain and quoted text on one line, text blocks, comments. Everything
 * else, and everything wrong, is left to js-yaml, which also reports what is wrong.
 * What it accepts, js-yaml and `yaml` read the same (`npm run fuzz`). `YUEYI_READER=js-yaml` switches it off.
 *
 * Most lines of a ledger are repetitions, and in this subset a line means the same wherever it occurs, except in a text
 * block. So each is parsed once and then found by its bytes: most of a file is neither decoded nor searched.
 */
export interface Plain {
  readonly value: unknown;
  readonly hasPrivateNumbers: boolean;
}

const [LF, CR] = [10, 13];
const [FOUR_LINE_FEEDS, FOUR_ONES, FOUR_TOP_BITS] = [0x0a0a0a0a, 0x01010101, 0x80808080];
/** The deepest nesting of blocks: together with the brackets of a line still below the limit of the plain subset. */
const DEEPEST = 20;
/** The depth of records, which are the items of the file's list. */
const RECORDS = 1;
const parsedLines = new LineCache<Line>();

/**
 * Parses a file's bytes; undefined where a whole parser is needed.
 * @param bytes UTF-8, with carriage returns only before line feeds
 */
export function readPlain(bytes: Uint8Array): Plain | undefined {
  try {
    return new PlainReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).read();
  } catch (error) {
    if (error === UNSURE) return undefined;
    throw error;
  }
}

class PlainReader {
  private line = END;
  /** Where the next line begins. */
  private at = 0;
  /** The hash of the line whose end was searched last. */
  private hash = 0;
  private signs = 0;

  private readonly view: DataView;

  constructor(private readonly bytes: Buffer) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** A line that fits no block ends all of them, and is then left over before the end. */
  read(): Plain | undefined {
    this.toContent();
    const value = this.line.indent === 0 ? this.block(0) : undefined;
    if (value === undefined || this.line !== END || (this.signs & IS_ODD) !== 0) return undefined;
    return { value, hasPrivateNumbers: (this.signs & HAS_PRIVATE_NUMBER) !== 0 };
  }

  /** Moves to the next line that holds more than a comment. */
  private toContent(): void {
    do this.line = this.next();
    while (this.line.kind === BLANK);
  }

  private next(): Line {
    const { bytes, view, at: start } = this;
    if (start >= bytes.length) return END;
    const end = this.lineEnd(start);
    const { hash } = this;
    this.at = end + 1;
    let line = parsedLines.get(view, start, end, hash);
    if (line === undefined) {
      line = readLine(bytes, start, end > start && bytes[end - 1] === CR ? end - 1 : end);
      // Not cached: two records must not share a mapping in braces.
      if (!line.text.includes('{')) parsedLines.set(view, start, end, hash, line);
    }
    this.signs |= line.signs;
    return line;
  }

  /** The end of a line; its hash is left in `hash`. A small method of its own, which V8 compiles early. */
  private lineEnd(start: number): number {
    const { view } = this;
    const { byteLength: length } = view;
    let hash = 0;
    let end = start;
    // Four bytes at a time, until one of them may be a line feed (the usual test for a zero byte, after XOR).
    for (; end + 4 <= length; end += 4) {
      const four = view.getInt32(end);
      const rest = four ^ FOUR_LINE_FEEDS;
      if (((rest - FOUR_ONES) & ~rest & FOUR_TOP_BITS) !== 0) break;
      hash = (Math.imul(hash, 31) + four) | 0;
    }
    for (; end < length; end += 1) {
      const byte = view.getUint8(end);
      if (byte === LF) break;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    this.hash = hash;
    return end;
  }

  /** The list or mapping that begins at the current line. */
  private block(depth: number): unknown {
    if (depth > DEEPEST) throw UNSURE;
    return this.line.item === null ? this.mapping(depth) : this.list(depth);
  }

  private list(depth: number): unknown[] {
    const { indent } = this.line;
    const items: unknown[] = [];
    while (this.line.indent === indent && this.line.item !== null) {
      const { item } = this.line;
      if (item.item === null && item.key === '') items.push(this.value(item, indent, depth, false));
      else {
        this.line = item;
        items.push(this.block(depth + 1));
      }
    }
    return items;
  }

  /** A repeated key is left to js-yaml. */
  private mapping(depth: number): object {
    const { indent } = this.line;
    const map = depth === RECORDS ? new RecordMapping() : new InnerMapping();
    let bits = 0;
    while (this.line.indent === indent) {
      const { key, bit } = this.line;
      if (key === '' || ((bits & bit) !== 0 && map[key] !== undefined)) throw UNSURE;
      bits |= bit;
      map[key] = this.value(this.line, indent, depth, true);
    }
    return map;
  }

  /** The value after a dash or a colon, or indented below it; the list of a key may have the key's indentation. */
  private value({ kind, value }: Line, indent: number, depth: number, inMapping: boolean): unknown {
    if (kind === BLOCK) return this.textBlock(value as string, indent);
    if (kind === UNCLEAR) throw UNSURE;
    this.toContent();
    if (kind === VALUE) return value;
    const { line } = this;
    const isNested = line.indent > indent || (inMapping && line.indent === indent && line.item !== null);
    return isNested ? this.block(depth + 1) : null;
  }

  /** A text block: its lines are indented as far as the first or, in a literal block, further. */
  private textBlock(header: string, indent: number): string {
    const folded = header.startsWith('>');
    let line = this.next();
    const inner = line.indent;
    if (inner <= indent || line.text === '') throw UNSURE;
    const parts: string[] = [];
    let breaks = 0;
    for (; line !== END; line = this.next()) {
      const further = line.indent - inner;
      if (further > 0 && (folded || line.text === '')) throw UNSURE;
      if (line.text === '') breaks += 1;
      else if (further < 0) break;
      else {
        if (parts.length > 0) parts.push(folded && breaks === 0 ? ' ' : '\n'.repeat(folded ? breaks : breaks + 1));
        parts.push(further > 0 ? ' '.repeat(further) + line.text : line.text);
        breaks = 0;
      }
    }
    this.line = line;
    if (line.kind === BLANK) this.toContent();
    if (!header.endsWith('-')) parts.push('\n');
    const block = parts.join('');
    if (findPrivateNumbers(block).length > 0) this.signs |= HAS_PRIVATE_NUMBER;
    return block;
  }
}
