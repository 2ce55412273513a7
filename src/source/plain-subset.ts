import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { type Finding, findingOf, type InBoth, type Problem } from '../diagnostics/diagnostic.js';
import { unseenIn } from '../text/unseen.js';
import { firstControl } from './control-characters.js';
import { sourceProblems as problems } from './problems.js';
import { checkSubsetLines } from './subset-lines.js';

/** Numbers that parsers read differently or that lose digits: 0012, 0x1F, 0o7, 0b1, -0, .inf, .nan. */
const AMBIGUOUS_NUMBER = /^(?:[-+]?(?:0\d[\d_.]*|0[xob][\da-f_]+|\.inf)|\.nan|-0(?:\.0*)?)$/i;
const PLAIN_NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** Words for null: as a key some parsers write them out, others leave the key empty. */
const NOTHING = /^(?:~|null|Null|NULL)$/;
/** A comment on a line of its own, with nothing but space after it. */
const COMMENT_LINE = /\n[ \t]*#[^\n]*\n\s*$/;
/** The indicator of a text block, with what follows it. */
const BLOCK_HEADER = /[|>]([-+\d]*)[ \t]*(?:#.*)?$/;
/** The reason for refusing a second entry on one line. */
const AFTER_CONTENT: InBoth = {
  zh: '前面的内容已经写完，这里又接着写了别的：另起一行',
  en: 'The content before is complete and something else follows: begin a new line',
};
/** The deepest nesting of lists and mappings. */
export const MAX_DEPTH = 50;
const LONGEST_KEY = 200;
/** The largest number of findings in one file; the others are reported when these are fixed. */
export const MOST_FINDINGS = 1000;
/** The number of characters examined: longer than any exact number. */
const LONGEST_NUMBER = 400;

interface OpenCollection {
  readonly event: SequenceEvent | MappingEvent | null;
  nextIsKey: boolean;
}

/**
 * Checks a file's lines and events for the plain subset of YAML on which all parsers agree: one document without directives,
 * tags, anchors, aliases, merge or complex keys, ambiguous numbers or control characters.
 * @returns one finding for each offence
 */
export function checkPlainSubset(file: string, text: string, events: readonly Event[]): Finding[] {
  const check = new SubsetCheck(file, text);
  for (const event of events) {
    if (check.findings.length >= MOST_FINDINGS) break;
    check.take(event);
  }
  return [...checkSubsetLines(file, text, events), ...check.findings];
}

class SubsetCheck {
  readonly findings: Finding[] = [];
  private readonly open: OpenCollection[] = [];
  /** Where the last scalar ended: a flow collection's bracket closes after it. */
  private lastEnd = 0;

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  take(event: Event): void {
    if (event.type === EVENT_ID.POP) this.close();
    else if (event.type === EVENT_ID.DOCUMENT) this.open.push({ event: null, nextIsKey: false });
    else this.takeNode(event);
  }

  private takeNode(event: Exclude<Event, { type: 1 | 6 }>): void {
    const parent = this.open.at(-1);
    const isKey = parent?.nextIsKey === true;
    if (parent?.event?.type === EVENT_ID.MAPPING) parent.nextIsKey = !parent.nextIsKey;
    if (event.anchorStart !== -1) this.anchor(event.anchorStart - 1, event.anchorEnd);
    if (event.type === EVENT_ID.ALIAS) return;
    if (event.tagStart !== -1) {
      this.report(problems.tag, { text: this.text.slice(event.tagStart, event.tagEnd) }, event.tagStart, event.tagEnd);
    }
    const start = event.type === EVENT_ID.SCALAR ? event.valueStart : event.start;
    if (isKey || parent?.event?.type === EVENT_ID.SEQUENCE) this.ownLine(parent, start);
    if (event.type === EVENT_ID.SCALAR) {
      if (isKey) this.key(event);
      else this.value(event);
      if (event.valueEnd !== -1) this.lastEnd = event.valueEnd;
      return;
    }
    if (isKey) this.report(problems.complexKey, {}, start, start + 1);
    // The document itself is open too.
    if (this.open.length === MAX_DEPTH + 1) this.report(problems.depth, {}, start, start + 1);
    this.open.push({ event, nextIsKey: event.type === EVENT_ID.MAPPING });
  }

  /** In a block every entry must begin on its own line: the parser would accept `- "甲" 乙: 1` as two. */
  private ownLine(parent: OpenCollection | undefined, start: number): void {
    if (parent?.event?.style === COLLECTION_STYLE.FLOW || this.lastEnd === 0 || start < this.lastEnd) return;
    if (this.text.slice(this.lastEnd - 1, start).includes('\n')) return;
    this.report(problems.syntax, { reason: AFTER_CONTENT }, start, start + 1);
  }

  private anchor(start: number, end: number): void {
    this.report(problems.anchor, { text: this.text.slice(start, end) }, start, end);
  }

  private key(event: ScalarEvent): void {
    const { valueStart: start, valueEnd: end } = event;
    const plain = event.style === SCALAR_STYLE.PLAIN ? this.text.slice(start, end) : null;
    if (this.hasQuestionMark(start)) this.report(problems.complexKey, {}, start, end);
    else if (plain === '') this.emptyKey();
    else if (end - start > LONGEST_KEY) this.report(problems.longKey, {}, start, end);
    else if (plain === '<<') this.report(problems.mergeKey, {}, start, end);
    else if (plain !== null && NOTHING.test(plain)) this.report(problems.complexKey, {}, start, end);
    else this.checkScalar(event);
  }

  /** Whether a `?` indicator is between the last value and a key. */
  private hasQuestionMark(start: number): boolean {
    const between = this.text.slice(this.lastEnd, Math.max(start, this.lastEnd));
    return between.includes('?') && between.replace(/#.*/g, '').includes('?');
  }

  private emptyKey(): void {
    const colon = /(?<=^|[\s,{[]):/g;
    colon.lastIndex = this.lastEnd;
    const start = colon.exec(this.text)?.index ?? this.lastEnd;
    this.report(problems.emptyKey, {}, start, start + 1);
  }

  private value(event: ScalarEvent): void {
    const { style, valueStart: start } = event;
    if (start === -1) return;
    if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) this.blockHeader(start);
    else if (style === SCALAR_STYLE.PLAIN) this.commentBefore(start);
    this.checkScalar(event);
  }

  /** With a width or a plus sign in the header, parsers disagree about blank lines. */
  private blockHeader(valueStart: number): void {
    const lineStart = this.text.lastIndexOf('\n', valueStart - 2) + 1;
    const header = BLOCK_HEADER.exec(this.text.slice(lineStart, valueStart).trimEnd());
    if (!header || !/[+\d]/.test(header[1] ?? '')) return;
    const start = lineStart + header.index;
    this.report(problems.blockHeader, {}, start, start + 1 + (header[1] ?? '').length);
  }

  /** After a comment line some parsers read the next entries as the rest of this value. */
  private commentBefore(start: number): void {
    if (this.open.at(-1)?.event?.style === COLLECTION_STYLE.FLOW) return;
    if (COMMENT_LINE.test(this.text.slice(this.lastEnd, start))) this.report(problems.comment, {}, start, start + 1);
  }

  /** The checks common to keys and values. */
  private checkScalar(event: ScalarEvent): void {
    const { valueStart: start, valueEnd: end } = event;
    if (event.style === SCALAR_STYLE.PLAIN) {
      const plain = this.text.slice(start, Math.min(end, start + LONGEST_NUMBER));
      if (AMBIGUOUS_NUMBER.test(plain) || losesDigits(plain)) this.report(problems.number, { text: plain }, start, end);
      return;
    }
    if (event.style !== SCALAR_STYLE.SINGLE_QUOTED && event.style !== SCALAR_STYLE.DOUBLE_QUOTED) return;
    this.continuation(start, end);
    const hidden = event.fast ? null : firstControl(getScalarValue(this.text, event));
    if (hidden !== null) this.report(problems.control, { codePoint: hidden.name }, start - 1, end + 1);
    // Written as escapes they are seen in the file, but nowhere else.
    const [unseen] = event.fast ? [] : unseenIn(getScalarValue(this.text, event));
    if (unseen && unseenIn(this.text.slice(start, end)).length === 0)
      this.report(problems.hidden, { name: unseen.name }, start - 1, end + 1);
  }

  private close(): void {
    const event = this.open.pop()?.event;
    if (event?.style !== COLLECTION_STYLE.FLOW) return;
    // Between the last value and the bracket are only spaces, commas, quotes, colons and comments.
    const closing = /#.*|[\]}]/g;
    closing.lastIndex = Math.max(this.lastEnd, event.start);
    let match = closing.exec(this.text);
    while (match?.[0].startsWith('#')) match = closing.exec(this.text);
    this.lastEnd = closing.lastIndex;
    this.continuation(event.start, this.lastEnd);
  }

  /** Continued lines of quoted text and brackets must be indented. */
  private continuation(start: number, end: number): void {
    for (let at = this.text.indexOf('\n', start); at !== -1 && at < end - 1; at = this.text.indexOf('\n', at + 1)) {
      if (!/[^ \t\r\n]/.test(this.text.charAt(at + 1))) continue;
      this.report(problems.flowIndent, {}, at + 1, at + 2);
      return;
    }
  }

  private report<A>(problem: Problem<A>, args: A, start: number, end: number): void {
    this.findings.push(findingOf(problem, args, { file: this.file, offsets: [start, end] }));
  }
}

/** Whether a number is too large to be exact. */
function losesDigits(plain: string): boolean {
  return PLAIN_NUMBER.test(plain) && Math.abs(Number(plain)) > Number.MAX_SAFE_INTEGER;
}
