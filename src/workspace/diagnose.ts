import type { Diagnostic, Finding, Language, Place } from '../diagnostics/diagnostic.js';
import type { Reader } from '../files/reader.js';
import type { Locator } from '../source/locate.js';
import { escapeControls } from '../text/escape.js';
import { maskPrivateNumbers } from '../text/private-numbers.js';
import { locatorOf } from './locators.js';

/** The longest frame: a finding over many lines shows only its first. */
const MOST_LINES = 1;

/**
 * Turns findings into lines and columns, reading again only the files that have any: one after the other, so that only
 * one at a time is in memory. Sorted by file, place and code; no more than `most` of them, the first ones.
 */
export function diagnose(
  reader: Reader,
  findings: readonly Finding[],
  language: Language = 'zh',
  most = Number.POSITIVE_INFINITY,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const own of byFile(reader, findings)) {
    if (found.length >= most) break;
    for (const diagnostic of inFile(reader, own, language)) found.push(diagnostic);
  }
  return found.length > most ? found.slice(0, most) : found;
}

/** The findings of each file, in the order of the files' names as they are shown. */
function byFile(reader: Reader, findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = files.get(finding.at.file);
    if (own) own.push(finding);
    else files.set(finding.at.file, [finding]);
  }
  return [...files]
    .map(([file, own]) => ({ name: reader.display(file), own }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ own }) => own);
}

function inFile(reader: Reader, findings: readonly Finding[], language: Language): Diagnostic[] {
  const [first] = findings;
  if (!first) return [];
  const { file } = first.at;
  const name = reader.display(file);
  const locator = locatorOf(reader, file);
  const frame = frameOf(locator);
  const position = (at: Place) => {
    const { line, column } = (at.file === file ? locator : locatorOf(reader, at.file)).range(at);
    return { file: at.file === file ? name : reader.display(at.file), line, column };
  };
  return findings
    .map(({ code, severity, say, at, record, related }): Diagnostic => {
      const range = locator.range(at);
      const wholeFile = at.pointer === undefined && at.offsets === undefined;
      const { message, hint } = say(language);
      return {
        code,
        severity,
        message: shown(message),
        hint: shown(hint),
        file: name,
        ...range,
        path: at.pointer ?? null,
        record: record ?? null,
        related: related.map((other) => ({ ...position(other.at), message: shown(other.message[language]) })),
        lines: wholeFile ? [] : [frame(range.line)].slice(0, MOST_LINES),
      };
    })
    .sort(byPlace);
}

/** The lines of a file as they may be shown. Many findings may stand in one line of millions of characters: it is masked once. */
function frameOf(locator: Locator): (number: number) => string {
  let last = { number: 0, line: '' };
  return (number) => {
    if (last.number !== number) last = { number, line: maskPrivateNumbers(locator.line(number)) };
    return last.line;
  };
}

/** Nothing that is shown holds control characters, or a person's number whole. */
const shown = (text: string): string => escapeControls(maskPrivateNumbers(text));

/** Within a file. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.line - b.line || a.column - b.column || compare(a.code, b.code) || compare(a.message, b.message);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
