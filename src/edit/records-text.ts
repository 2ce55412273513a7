import type { Edit } from './apply-edits.js';
import {
  behindComments,
  contentEnd,
  dashOf,
  documentOf,
  isFlow,
  isSeq,
  lineEnd,
  lineStart,
  type Node,
  type YAMLSeq,
} from './yaml-places.js';

/** Where a record stands in its file's text: whole lines with its comments, or what stands between brackets. */
type Offsets = readonly [start: number, end: number];

/**
 * The text of a file of records, and where each record begins and ends in it: what every change of a file starts from.
 * Offsets are UTF-16 and count the byte order mark.
 */
export class RecordsText {
  private readonly offsets: readonly Offsets[];
  private readonly list: YAMLSeq | null;
  private readonly mark: number;
  /** The line break of the file. */
  readonly eol: '\n' | '\r\n';

  /** @throws RangeError where the text is no list of records */
  constructor(readonly text: string) {
    this.mark = text.startsWith('\ufeff') ? 1 : 0;
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
    const document = documentOf(text.slice(this.mark));
    const contents = document?.contents ?? null;
    if (!document || (contents !== null && !isSeq(contents) && contents.range?.[0] !== contents.range?.[1]))
      throw new RangeError('the text is no list of records');
    this.list = isSeq(contents) ? contents : null;
    this.offsets = this.list?.items.map((item, index) => this.rangeOf(item as Node, index)) ?? [];
  }

  get count(): number {
    return this.offsets.length;
  }

  /** The text of a record. @throws RangeError where there is no such record */
  record(index: number): string {
    return this.text.slice(...this.rangeAt(index));
  }

  /** Puts another text in the place of a record's. */
  replacement(index: number, text: string): Edit {
    return { offsets: this.rangeAt(index), text };
  }

  /**
   * Inserts a record behind so many others, with a blank line between where the file has them.
   * @param lines the record in block style without indentation, and in brackets for a file that has its list in them
   */
  insertion(behind: number, lines: string, inBrackets: string): Edit {
    if (this.list && isFlow(this.list) && this.count > 0) return this.intoBrackets(behind, inBrackets);
    const written = lines.replaceAll('\n', this.eol);
    if (!this.list || this.count === 0) return this.first(written);
    const dash = dashOf(this.list, 0);
    const column = dash - lineStart(this.text.slice(this.mark), dash);
    const indented = column === 0 ? written : written.replaceAll(/^(?=.)/gm, ' '.repeat(column));
    if (behind === 0) {
      const at = this.rangeAt(0)[0];
      return { offsets: [at, at], text: indented + (this.isSpaced() ? this.eol : '') };
    }
    const at = this.rangeAt(behind - 1)[1];
    const isOpen = this.text[at - 1] !== '\n';
    const text = (this.isSpaced() ? this.eol : '') + indented;
    return { offsets: [at, at], text: isOpen ? this.eol + text.slice(0, -this.eol.length) : text };
  }

  /**
   * Removes a record, and the comments that stand directly above it; those above the first one belong to the file. The last
   * one leaves an empty list where there are comments, else nothing.
   */
  removal(index: number): Edit {
    const [start, end] = this.rangeAt(index);
    if (this.list && isFlow(this.list)) return this.outOfBrackets(index);
    if (this.count === 1) {
      const isAlone = this.text.slice(this.mark, start).trim() === '' && this.text.slice(end).trim() === '';
      return isAlone ? { offsets: [0, this.text.length], text: '' } : { offsets: [start, end], text: `[]${this.eol}` };
    }
    const from = index === 0 ? start : this.aboveComments(start, this.rangeAt(index - 1)[1]);
    const blank = /^(?:[ \t]*\r?\n)*/.exec(this.text.slice(end))?.[0].length ?? 0;
    if (index < this.count - 1) return { offsets: [from, end + blank], text: '' };
    const before = this.text.slice(0, from).replace(/(?:\r?\n[ \t]*)+$/, '').length;
    const isOpen = this.text[end - 1] !== '\n';
    return { offsets: [before, end], text: isOpen ? '' : this.eol };
  }

  private rangeOf(item: Node, index: number): Offsets {
    const list = this.list as YAMLSeq;
    const plain = this.text.slice(this.mark);
    if (isFlow(list)) return [(item.range?.[0] ?? 0) + this.mark, (item.range?.[1] ?? 0) + this.mark];
    const dash = dashOf(list, index);
    const line = lineStart(plain, dash);
    const isFirstOnLine = plain.slice(line, dash).trim() === '';
    const end = lineEnd(plain, contentEnd(item, dash + 1));
    return [(isFirstOnLine ? line : dash) + this.mark, behindComments(plain, end, dash - line) + this.mark];
  }

  private rangeAt(index: number): Offsets {
    const range = this.offsets[index];
    if (!range) throw new RangeError(`there is no record ${index}`);
    return range;
  }

  /** Whether there are blank lines between records. */
  private isSpaced(): boolean {
    const between = this.offsets.slice(1).map(([start], index) => this.text.slice(this.rangeAt(index)[1], start));
    return between.length > 0 && between.every((text) => /^[ \t]*\r?\n/.test(text));
  }

  /** The first record of a file without any: behind its comments, in place of an empty list. */
  private first(written: string): Edit {
    const [start, end] = this.list?.range ?? [];
    if (start !== undefined && end !== undefined)
      return { offsets: [start + this.mark, lineEnd(this.text, end + this.mark)], text: written };
    const at = this.text.length;
    const isOpen = at > this.mark && this.text[at - 1] !== '\n';
    return { offsets: [at, at], text: (isOpen ? this.eol : '') + written };
  }

  private intoBrackets(behind: number, text: string): Edit {
    const at = behind === 0 ? this.rangeAt(0)[0] : this.rangeAt(behind - 1)[1];
    return { offsets: [at, at], text: behind === 0 ? `${text}, ` : `, ${text}` };
  }

  private outOfBrackets(index: number): Edit {
    const [start, end] = this.rangeAt(index);
    const [before, next] = [this.offsets[index - 1], this.offsets[index + 1]];
    return { offsets: before ? [before[1], end] : [start, next?.[0] ?? end], text: '' };
  }

  /** The beginning of the comment lines directly above a record, not above an offset. */
  private aboveComments(start: number, least: number): number {
    let from = start;
    while (from > least) {
      const line = lineStart(this.text, from - 1);
      if (line < least || !/^[ \t]*#/.test(this.text.slice(line, from))) break;
      from = line;
    }
    return from;
  }
}
