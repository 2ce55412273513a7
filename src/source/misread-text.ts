import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import { LineIndex } from './line-index.js';
import type { LineMistake } from './line-mistakes.js';
import { mistakeFindings } from './mistake-findings.js';
import { MOST_FINDINGS } from './plain-subset.js';
import { sourceProblems as problems } from './problems.js';
import { mayBeMisread } from './unusual-text.js';

/** Full-width separators in a list in brackets. 、 is not among them: it occurs within names (义诊、讲座). */
const COMMA = /[，；]/g;
/** A lower-case word with a full-width colon at the beginning of a line is a field: prose does not begin so. */
const FIELD = /^([ ]*(?:- +){0,50})([a-z][A-Za-z0-9]*) *(?:：|:(?=[\u3000\u00a0]))[ \u3000\u00a0]*/;
/** Where only a field is possible, any word with such a colon is one. */
const WORD =
  /^([ ]*(?:- +){0,50})([A-Za-z][A-Za-z0-9]{0,199}|\p{Script=Han}{1,12}) *(?:：|:(?=[\u3000\u00a0]))[ \u3000\u00a0]*/u;

/** Only this many characters of an item are searched. */
const LONGEST_ITEM = 2000;

/**
 * Findings for text that parses but means something else than intended: `[甲，乙]` is one item, `- id：甲` a text, and a
 * field with a full-width colon, or a full-width space after its colon, a continuation of the text above it.
 */
export function misreadFindings(file: string, text: string, events: readonly Event[]): Finding[] {
  if (!mayBeMisread(text)) return [];
  const search = new MisreadSearch(file, text);
  for (const event of events) {
    if (search.findings.length + search.mistakes.length >= MOST_FINDINGS) break;
    search.take(event);
  }
  return [...search.findings, ...mistakeFindings(file, search.mistakes)];
}

interface OpenCollection {
  readonly list: boolean;
  readonly flow: boolean;
  nextIsKey: boolean;
}

class MisreadSearch {
  readonly findings: Finding[] = [];
  readonly mistakes: LineMistake[] = [];
  private readonly open: OpenCollection[] = [];
  private readonly lines: LineIndex;

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {
    this.lines = new LineIndex(text);
  }

  take(event: Event): void {
    if (event.type === EVENT_ID.POP) {
      this.open.pop();
      return;
    }
    const parent = this.open.at(-1);
    const isKey = parent?.nextIsKey === true;
    if (parent && !parent.list) parent.nextIsKey = !isKey;
    if (event.type === EVENT_ID.SCALAR) this.scalar(event, parent, isKey);
    else if (event.type !== EVENT_ID.ALIAS) {
      const list = event.type !== EVENT_ID.MAPPING;
      const flow = event.type !== EVENT_ID.DOCUMENT && event.style === COLLECTION_STYLE.FLOW;
      this.open.push({ list, flow, nextIsKey: !list });
    }
  }

  private scalar(event: ScalarEvent, parent: OpenCollection | undefined, isKey: boolean): void {
    if (event.style !== SCALAR_STYLE.PLAIN || event.valueStart === -1) return;
    if (parent?.flow && parent.list) this.commas(event);
    else if (parent?.flow) this.colons(event, isKey ? WORD : null);
    // A text in place of the whole file, or of an item of its list, should have been a record.
    else this.colons(event, parent?.list ? (this.open.length <= 2 ? WORD : FIELD) : null);
  }

  /** Full-width commas within an item. Only ， is repaired: ； may belong to a name. */
  private commas({ valueStart: start, valueEnd: end }: ScalarEvent): void {
    const item = this.text.slice(start, Math.min(end, start + LONGEST_ITEM));
    const found = [...item.matchAll(COMMA)];
    const [first] = found;
    if (!first) return;
    const parts = item.split(COMMA).map((part) => part.trim());
    const sure = item.length < LONGEST_ITEM && !parts.includes('') && found.every(({ 0: comma }) => comma === '，');
    const repair = found.map(({ index }) => this.comma(start + index));
    const args = { mark: first[0], fixed: `[${parts.join(', ')}]`, item };
    const offsets = [start + first.index, start + first.index + 1] as const;
    this.findings.push(findingOf(problems.oneItem, args, { file: this.file, offsets }, sure ? { repair } : {}));
  }

  private comma(at: number) {
    const spaces = /^ */.exec(this.text.slice(at + 1, at + 80))?.[0].length ?? 0;
    return { offsets: [at, at + 1 + spaces] as const, text: ', ' };
  }

  /** Fields within a text. @param first the pattern of a field in the text's first line, null where it cannot be one */
  private colons({ valueStart: start, valueEnd: end }: ScalarEvent, first: RegExp | null): void {
    const text = this.text.slice(start, end);
    if (!/：|:[\u3000\u00a0]/.test(text)) return;
    let at = start;
    for (const line of text.split('\n')) {
      const match = (at === start ? first : first === WORD ? WORD : FIELD)?.exec(line);
      if (match) this.colon(at, line, match, first === null);
      at += line.length + 1;
    }
  }

  private colon(at: number, line: string, [all, before = '', key = '']: RegExpExecArray, isInside: boolean): void {
    // Either the colon is full-width or the space after it.
    const mark = all.includes('：') ? '：' : '\u3000';
    const wide = at + (mark === '：' ? all.indexOf(mark) : all.indexOf(':') + 1);
    const number = this.lines.range(at, at).line;
    const whole = this.lines.line(number);
    const start = this.text.lastIndexOf('\n', at - 1) + 1;
    const from = at + before.length + key.length;
    const rest = whole.slice(at + all.length - start).trimEnd();
    this.mistakes.push({
      line: number,
      offsets: [wide, wide + 1],
      mark,
      fixed: `${whole.slice(0, from - start).trimStart()}:${rest === '' ? '' : ` ${rest}`}`,
      isInside,
      repair: { offsets: [from, at + all.length], text: line.length === all.length ? ':' : ': ', field: key },
      sure: /^[a-z]/.test(key),
      plain: true,
    });
  }
}
