import { parseEvents, YAMLException } from 'js-yaml';
import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import { thrownText } from '../text/thrown-text.js';
import { type LineMistake, lineMistakes } from './line-mistakes.js';
import { mistakeFindings } from './mistake-findings.js';
import { MAX_DEPTH } from './plain-subset.js';
import { sourceProblems as problems } from './problems.js';
import { syntaxReason } from './syntax-reason.js';

/** Each mistake costs a parse of the whole text: the number of parses, and of characters parsed, is limited. */
const [MOST_MISTAKES, MOST_CHARACTERS] = [40, 20_000_000];
/** The cause is searched in this many lines above the line where a parser stops. */
const FAR = 3;

/** Where a parser stopped, with its own reason. */
interface Stop {
  readonly position: number;
  readonly line: number;
  readonly reason: string;
}

/**
 * What is wrong with a text that cannot be parsed. The place where a parser stops is seldom the mistake: likely mistakes
 * are repaired in memory, and a repair that lets the parser continue has found the cause.
 */
export function explainBroken(file: string, text: string, error: unknown): Finding[] {
  const stop = stopOf(text, error);
  if (stop.reason.startsWith('nesting exceeded')) {
    return [findingOf(problems.depth, {}, { file, offsets: [stop.position, stop.position + 1] })];
  }
  const { causes, rest } = causesOf(text, stop);
  const findings = mistakeFindings(file, causes);
  if (rest === null) return findings;
  const at = originalPosition(rest, causes);
  const reason = syntaxReason(rest.reason, text.charAt(at));
  return [...findings, findingOf(problems.syntax, { reason }, { file, offsets: [at, at + 1] })];
}

function causesOf(text: string, first: Stop): { causes: readonly LineMistake[]; rest: Stop | null } {
  const mistakes = lineMistakes(text);
  const plain = mistakes.filter((mistake) => mistake.plain);
  // A plain mistake is reported even where the parser has not reached it.
  const causes = plain.some(({ line }) => isNear(line, first.line)) ? withBestRepairs(text, plain) : [];
  let rest = causes.length === 0 ? first : stopIn(repaired(text, causes));
  if (causes.length > 0 && rest !== null && rest.line < first.line) return { causes: [], rest: first };
  const tries = Math.min(MOST_MISTAKES, MOST_CHARACTERS / Math.max(text.length, 1));
  for (let count = 0; rest !== null && count < tries; count += 1) {
    const next = nextCause(text, mistakes, causes, rest);
    if (next === null) break;
    causes.push(next.cause);
    rest = next.rest;
  }
  return { causes: causes.sort((a, b) => a.offsets[0] - b.offsets[0]), rest };
}

/** Of several possible repairs the one with which the parser gets furthest is taken; it is sure if no other gets as far. */
function withBestRepairs(text: string, mistakes: readonly LineMistake[]): LineMistake[] {
  const causes = [...mistakes];
  let tries = Math.min(MOST_MISTAKES, MOST_CHARACTERS / Math.max(text.length, 1));
  for (const [index, mistake] of causes.entries()) {
    const { choices = [] } = mistake;
    if (choices.length === 0 || tries < choices.length) continue;
    tries -= choices.length;
    const reached = choices.map((repair) => {
      const others = causes.filter((_, at) => at !== index);
      return stopIn(repaired(text, [...others, { ...mistake, repair }]))?.line ?? Number.POSITIVE_INFINITY;
    });
    const furthest = Math.max(...reached);
    const repair = choices[reached.indexOf(furthest)];
    const sure = reached.filter((line) => line === furthest).length === 1;
    if (repair) causes[index] = { ...mistake, repair, sure };
  }
  return causes;
}

/** The mistake nearest to where the parser stops whose repair lets it continue, and where it stops then. */
function nextCause(
  text: string,
  mistakes: readonly LineMistake[],
  causes: readonly LineMistake[],
  stop: Stop,
): { cause: LineMistake; rest: Stop | null } | null {
  const near = mistakes.filter((mistake) => isNear(mistake.line, stop.line) && !causes.includes(mistake)).reverse();
  for (const cause of near) {
    const rest = stopIn(repaired(text, [...causes, cause]));
    if (rest === null || rest.line > stop.line) return { cause, rest };
  }
  return null;
}

const isNear = (line: number, stop: number): boolean => line <= stop && line >= stop - FAR;

function repaired(text: string, mistakes: readonly LineMistake[]): string {
  const repairs = mistakes.map(({ repair }) => repair).sort((a, b) => a.offsets[0] - b.offsets[0]);
  let result = '';
  let at = 0;
  for (const { offsets, text: replacement } of repairs) {
    if (offsets[0] < at) continue;
    result += text.slice(at, offsets[0]) + replacement;
    at = offsets[1];
  }
  return result + text.slice(at);
}

function stopIn(text: string): Stop | null {
  try {
    parseEvents(text, { maxDepth: 2 * MAX_DEPTH });
    return null;
  } catch (error) {
    return stopOf(text, error);
  }
}

function stopOf(text: string, error: unknown): Stop {
  const known = error instanceof YAMLException;
  const position = known && error.mark ? Math.min(error.mark.position, text.length) : 0;
  return {
    position,
    line: text.slice(0, position).split('\n').length,
    reason: known ? error.reason : thrownText(error),
  };
}

/** The offset in the original text for a position in the repaired one. */
function originalPosition({ position }: Stop, causes: readonly LineMistake[]): number {
  let at = position;
  for (const { repair } of causes) {
    if (repair.offsets[0] < at) at -= repair.text.length - (repair.offsets[1] - repair.offsets[0]);
  }
  return Math.max(at, 0);
}
