import type { Passage } from '../../document/draft.js';
import type { DraftNumber, NumberReader } from './draft-number.js';

/** A number with the words around it. Words are bare: see `bare`. */
export interface PlacedNumber extends DraftNumber {
  readonly passage: Passage;
  /** The sentence as it stands in the text. */
  readonly sentence: string;
  /** The words of its clause before it, from the number before on, and behind it, up to the next number. */
  readonly ahead: string;
  readonly behind: string;
  /** Its clause, and its sentence up to it, with each number as ◆. */
  readonly clause: string;
  readonly lead: string;
  /** Whether its clause has another number of its unit, and begins with a number. */
  readonly contested: boolean;
  readonly leads: boolean;
  /** The clause before in the sentence; empty in the first. */
  readonly previous: string;
  /** The numbers before it in the sentence, the nearest last, without those of remarks. */
  readonly earlier: readonly PlacedNumber[];
  /**
   * Its sentence and its clause with each number as ◆, and the how-manieth number of it this is. Remarks on how much of a
   * number is known come and go, so they are left out; null for a number in one.
   */
  readonly masks: readonly [sentence: string, clause: string] | null;
}

const SENTENCE_ENDS = /[。！？!?；;\n]/;
const CLAUSE_ENDS = /[，、：,:。！？!?；;\n]/;
/** Nobody writes longer ones: a text without a full stop is divided here. */
const [LONGEST_CLAUSE, LONGEST_SENTENCE] = [250, 500];
/** A cell that is nothing but a number: its unit stands in the head of its column, or nowhere. */
const BARE_CELL = /^\s*(约|近|不少于)?\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(余)?\s?\*?\s*$/;

/** Words without what is no part of them: spaces, quotation marks, the marks of samples and of ids, escapes. */
export function bare(text: string): string {
  return text.replace(/[\s*“”"'‘’`\\]|〔\d+〕|【示例】/g, '');
}

/** 人, 名 and 位 count the same, so do 场 and 场次, 个 and 个支部. */
export function unitClass(unit: string): string {
  return CLASSES[unit] ?? unit.replace(/^个(?!月|百分点).+/, '个');
}

const CLASSES: Readonly<Record<string, string>> = { 名: '人', 位: '人', 场次: '场', 周年: '年' };

/** The numbers of a passage in the order in which they stand. */
export function placeNumbers(passage: Passage, reader: NumberReader): readonly PlacedNumber[] {
  const cell = passage.heads === undefined ? null : bareCell(passage.text);
  const numbers = cell ? [cell] : reader.read(passage.text);
  if (numbers.length === 0) return [];
  return sentencesOf(passage.text, clausesOf(passage.text, numbers)).flatMap((clauses) => {
    const [first, last] = [clauses[0], clauses.at(-1)];
    if (!first || !last) return [];
    const span = { start: first.start, end: last.end };
    return ofSentence(passage, span, clauses, within(numbers, span));
  });
}

function bareCell(text: string): DraftNumber | null {
  const [, before, digits = '', decimals = '', after] = BARE_CELL.exec(text) ?? [];
  if (digits === '') return null;
  const hedge = (before ?? after) as DraftNumber['hedge'];
  return {
    start: 0,
    end: text.length,
    text: text.trim(),
    value: Number(digits.replaceAll(',', '') + decimals),
    unit: '',
    step: decimals === '' ? 1 : 10 ** (1 - decimals.length),
    spelled: false,
    named: false,
    ...(hedge === undefined ? {} : { hedge }),
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function ofSentence(
  passage: Passage,
  sentence: Span,
  clauses: readonly Span[],
  numbers: readonly DraftNumber[],
): PlacedNumber[] {
  const { text, heads = '' } = passage;
  const whole = masked(text, sentence, numbers);
  const placed: PlacedNumber[] = [];
  for (const [index, clause] of clauses.entries()) {
    const own = within(numbers, clause);
    const before = clauses[index - 1];
    const previous = before === undefined ? '' : masked(text, before, within(numbers, before));
    const mask = bare(heads) + masked(text, clause, own);
    for (const [nth, number] of own.entries()) {
      const [last, next] = [own[nth - 1], own[nth + 1]];
      const inRemark = isInRemark(text, number);
      const before = (numbers: readonly DraftNumber[]): number =>
        numbers.filter((each) => !isInRemark(text, each)).length;
      placed.push({
        ...number,
        passage,
        sentence: text.slice(sentence.start, sentence.end).trim(),
        ahead: bare((last ? '' : heads) + text.slice(last?.end ?? clause.start, number.start)),
        behind: bare(text.slice(number.end, next?.start ?? clause.end)).replace(/[，、：,:。！？!?；;]$/, ''),
        clause: mask,
        lead: bare(heads) + masked(text, { start: sentence.start, end: number.start }, numbers),
        contested: own.some((other) => other !== number && unitClass(other.unit) === unitClass(number.unit)),
        leads: mask.startsWith('◆'),
        previous,
        earlier: placed.filter(({ masks }) => masks !== null),
        masks: inRemark ? null : [`${whole}#${before(placed)}`, `${mask}#${before(own.slice(0, nth))}`],
      });
    }
  }
  return placed;
}

/** 不少于15099人次（252场中216场有数）: a number that says of how much another is known. */
function isInRemark(text: string, { start, end }: Span): boolean {
  return (
    /（[^（）]*$/.test(text.slice(Math.max(start - 20, 0), start)) && /^[^（）]*有数）/.test(text.slice(end, end + 20))
  );
}

/** A part of a text in bare words, with each number in it as ◆ and its unit. */
function masked(text: string, { start, end }: Span, numbers: readonly DraftNumber[]): string {
  let from = start;
  let words = '';
  for (const number of within(numbers, { start, end })) {
    words += `${text.slice(from, number.start)}◆${number.unit}`;
    from = number.end;
  }
  return bare(words + text.slice(from, end))
    .replace(/（◆[^（）]*有数）/g, '')
    .replace(/^[，、：,:]|[，、：,:。！？!?；;]$/g, '');
}

/** The parts of a text between marks; a mark within a number ends nothing: 36,768人次, 591（不同平台，…）篇. */
function clausesOf(text: string, numbers: readonly DraftNumber[]): Span[] {
  const spans: Span[] = [];
  let [start, nth] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    while ((numbers[nth]?.end ?? Number.POSITIVE_INFINITY) <= at) nth += 1;
    const isInNumber = (numbers[nth]?.start ?? Number.POSITIVE_INFINITY) <= at;
    const isEnd = CLAUSE_ENDS.test(text[at] ?? '') || at + 1 - start >= LONGEST_CLAUSE;
    if (!isEnd || isInNumber) continue;
    spans.push({ start, end: at + 1 });
    start = at + 1;
  }
  return start < text.length ? [...spans, { start, end: text.length }] : spans;
}

/** Clauses by their sentences; what goes on without an end is divided, so that the words kept with a number are few. */
function sentencesOf(text: string, clauses: readonly Span[]): readonly (readonly Span[])[] {
  const sentences: Span[][] = [];
  let open: Span[] = [];
  for (const clause of clauses) {
    open.push(clause);
    const length = clause.end - (open[0]?.start ?? clause.start);
    if (!SENTENCE_ENDS.test(text[clause.end - 1] ?? '') && length < LONGEST_SENTENCE) continue;
    sentences.push(open);
    open = [];
  }
  return open.length > 0 ? [...sentences, open] : sentences;
}

const within = (numbers: readonly DraftNumber[], span: Span): readonly DraftNumber[] =>
  numbers.filter((number) => isWithin(number, span));
const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
