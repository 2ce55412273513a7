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
import { type Finding, findingOf, type Problem } from '../diagnostics/diagnostic.js';
import { firstControl } from './control-characters.js';
import { sourceProblems as problems } from './problems.js';
import { syntaxReason } from './syntax-reason.js';

/** Numbers that parsers read differently or that lose digits: 0012, 0x1F, 0o7, 0b1, -0, .inf, .nan. */
const AMBIGUOUS_NUMBER = /^(?:[-+]?(?:0\d[\d_.]*|0[xob][\da-f_]+|\.inf)|\.nan|-0(?:\.0*)?)$/i;
const PLAIN_NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** Words that stand for nothing: as a key some parsers write them out, others leave the key empty. */
const NOTHING = /^(?:~|null|Null|NULL)$/;
/** What stands before the first content: blank lines and comments. */
const LEADING_LINES = /^(?:[ \t]*(?:#.*)?\r?\n)*/;
/** An end mark, or a start mark that is not at the beginning of its line: parsers count the documents differently. */
const ODD_DOCUMENT_MARK = /^(?:\.\.\.|[ \t]+---)(?=\s|$)/;
const LONGEST_KEY = 200;

interface OpenCollection {
  readonly event: SequenceEvent | MappingEvent | null;
  nextIsKey: boolean;
}

/**
 * Holds a file's events against the plain subset of YAML on which all parsers agree: one document without directives,
 * tags, anchors, aliases, merge or complex keys, ambiguous numbers or control characters.
 * @returns one finding for each offence, in the order of the text
 */
export function checkPlainSubset(file: string, text: string, events: readonly Event[]): Finding[] {
  const check = new SubsetCheck(file, text);
  for (const event of events) check.take(event);
  check.lastLine();
  return check.findings;
}

class SubsetCheck {
  readonly findings: Finding[] = [];
  private readonly open: OpenCollection[] = [];
  private documents = 0;
  /** Where the last scalar ended: a flow collection's bracket closes after it. */
  private lastEnd = 0;

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  take(event: Event): void {
    if (event.type === EVENT_ID.POP) this.close();
    else if (event.type === EVENT_ID.DOCUMENT) {
      this.documents += 1;
      if (this.documents === 1) this.documentStart();
      if (event.directives.length > 0) this.directive();
      this.open.push({ event: null, nextIsKey: false });
    } else this.takeNode(event);
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
    if (this.documents > 1 && this.open.length === 1)
      this.report(problems.documents, {}, Math.max(start, 0), start + 1);
    if (event.type === EVENT_ID.SCALAR) {
      if (isKey) this.key(event);
      else this.value(event);
      if (event.valueEnd !== -1) this.lastEnd = event.valueEnd;
      return;
    }
    if (isKey) this.report(problems.complexKey, {}, start, start + 1);
    this.open.push({ event, nextIsKey: event.type === EVENT_ID.MAPPING });
  }

  private documentStart(): void {
    const start = LEADING_LINES.exec(this.text)?.[0].length ?? 0;
    const mark = ODD_DOCUMENT_MARK.exec(this.text.slice(start));
    if (mark) this.report(problems.documents, {}, start + mark[0].length - 3, start + mark[0].length);
  }

  private directive(): void {
    const start = Math.max(this.text.search(/^%/m), 0);
    this.report(problems.directive, {}, start, this.lineEnd(start));
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
    else this.written(event);
  }

  /** Between the last value and a key stand only indicators, spaces and comments. */
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
    if (event.valueStart !== -1) this.written(event);
  }

  /** What is the same for keys and values. */
  private written(event: ScalarEvent): void {
    const { valueStart: start, valueEnd: end } = event;
    if (event.style === SCALAR_STYLE.PLAIN) {
      const plain = this.text.slice(start, end);
      if (AMBIGUOUS_NUMBER.test(plain) || losesDigits(plain)) this.report(problems.number, { text: plain }, start, end);
      return;
    }
    if (event.style !== SCALAR_STYLE.SINGLE_QUOTED && event.style !== SCALAR_STYLE.DOUBLE_QUOTED) return;
    this.continuation(start, end);
    const hidden = event.fast ? null : firstControl(getScalarValue(this.text, event));
    if (hidden !== null) this.report(problems.control, { codePoint: hidden.name }, start - 1, end + 1);
  }

  private close(): void {
    const event = this.open.pop()?.event;
    if (event?.style !== COLLECTION_STYLE.FLOW) return;
    const bracket = event.type === EVENT_ID.SEQUENCE ? ']' : '}';
    this.lastEnd = this.text.indexOf(bracket, Math.max(this.lastEnd, event.start)) + 1;
    this.continuation(event.start, this.lastEnd);
  }

  /** Some parsers take a tab before the end of the file for indentation. */
  lastLine(): void {
    const start = this.text.lastIndexOf('\n') + 1;
    const tab = this.text.indexOf('\t', start);
    if (tab === -1 || this.text.slice(start).trim() !== '') return;
    this.report(problems.syntax, { reason: syntaxReason('tab characters') }, tab, tab + 1);
  }

  /** Quoted text and brackets may run over several lines, but never on from the first column. */
  private continuation(start: number, end: number): void {
    for (let at = this.text.indexOf('\n', start); at !== -1 && at < end - 1; at = this.text.indexOf('\n', at + 1)) {
      if (!/[^\s#]/.test(this.text.charAt(at + 1))) continue;
      this.report(problems.flowIndent, {}, at + 1, at + 2);
      return;
    }
  }

  private report<A>(problem: Problem<A>, args: A, start: number, end: number): void {
    this.findings.push(findingOf(problem, args, { file: this.file, offsets: [start, end] }));
  }

  private lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end === -1 ? this.text.length : end;
  }
}

/** Too large to be kept exactly: the last digits would silently change. */
function losesDigits(plain: string): boolean {
  return PLAIN_NUMBER.test(plain) && Math.abs(Number(plain)) > Number.MAX_SAFE_INTEGER;
}
