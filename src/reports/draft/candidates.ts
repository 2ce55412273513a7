import type { Figure } from '../../document/figure.js';
import type { NamedFigure } from '../../ledger/figure-mentions.js';
import type { Entry } from '../../ledger/ledger.js';
import { isCalled } from '../../ledger/number-claims.js';
import { firstDay, lastDay, yearOf } from '../../text/calendar-date.js';
import type { ReportContext } from '../context.js';
import { factsOfYear, isFactTold } from '../selection.js';
import { bare, type PlacedNumber, unitClass } from './placed-number.js';

/** A document's number (文件数据) that a draft may give. */
export interface FactCandidate {
  readonly figure: Figure;
  readonly fact: Entry<'facts'>;
  /** The words that may stand beside it: its cues and its label. */
  readonly words: readonly string[];
  /** The months it is of, where it says so; null where it is of no single year. */
  readonly months: { readonly from: number; readonly until: number } | undefined;
}

/** The numbers of documents that may be printed on the day. */
export function factCandidates(context: ReportContext): readonly FactCandidate[] {
  return factsOfYear(context)
    .filter((fact) => isFactTold(context, fact))
    .map((fact) => ({
      fact,
      figure: context.figures.fact(fact),
      words: wordsOf(fact),
      months: monthsOf(fact, context.year),
    }));
}

function wordsOf({ value: { label, cues = [] } }: Entry<'facts'>): readonly string[] {
  return [...new Set([...cues, label].map(bare))].filter((word) => word.length >= 2);
}

function monthsOf({ value: { from, until } }: Entry<'facts'>, year: number): FactCandidate['months'] {
  const [first, last] = [from ?? until, until ?? from];
  if (first === undefined || last === undefined) return undefined;
  if (yearOf(first) !== year || yearOf(last) !== year) return { from: 0, until: 0 };
  return { from: monthOf(firstDay(first)), until: monthOf(lastDay(last)) };
}

const monthOf = (day: string): number => Number(day.slice(5, 7));

/** Whether a number has a fact's unit, or one that counts the same. */
export function hasUnit({ unit }: PlacedNumber, { figure }: FactCandidate): boolean {
  return unitClass(unit) === unitClass(figure.unit);
}

/**
 * The facts with the number's unit of which a word stands in the words. Where a word lies within another's, the longer one
 * is meant: 高知预备党员 is not 预备党员.
 */
export function factsBeside(
  number: PlacedNumber,
  words: string,
  facts: readonly FactCandidate[],
): readonly FactCandidate[] {
  const found = facts.flatMap((candidate) => {
    if (!hasUnit(number, candidate)) return [];
    const spans = candidate.words.flatMap((word) => placesOf(word, words));
    return spans.length === 0 ? [] : [{ candidate, spans }];
  });
  return found
    .filter(
      ({ spans }) => !found.some((other) => spans.every((span) => other.spans.some((each) => isLonger(each, span)))),
    )
    .map(({ candidate }) => candidate);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function placesOf(word: string, words: string): Span[] {
  const spans: Span[] = [];
  for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1))
    spans.push({ start: at, end: at + word.length });
  return spans;
}

const isLonger = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;

/** The figures that have a short name of their own, by which words call them: 义诊13场, 13场义诊. */
export function namedBeside(
  number: PlacedNumber,
  ahead: string,
  named: readonly NamedFigure[],
): readonly NamedFigure[] {
  const behind = `${number.unit}${number.behind}`;
  return named.filter((each) => isCalled(ahead, behind, { ...each, label: bare(each.label) }));
}
