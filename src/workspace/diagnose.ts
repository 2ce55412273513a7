import type { Diagnostic, Finding, Language, Place } from '../diagnostics/diagnostic.js';
import type { Reader } from '../files/reader.js';
import { Locator } from '../source/locate.js';
import { escapeControls } from '../text/escape.js';
import { maskPrivateNumbers } from '../text/private-numbers.js';
import { locatorOf } from './locators.js';

/** The longest frame: a finding over many lines shows only its first. */
const MOST_LINES = 1;

/** Turns findings into lines and columns, reading again only the files that have any. Sorted by file, place and code. */
export function diagnose(reader: Reader, findings: readonly Finding[], language: Language = 'zh'): Diagnostic[] {
  const locators = new Map<string, Locator>();
  const locatorIn = (file: string): Locator => {
    const known = locators.get(file) ?? locatorOf(reader, file);
    locators.set(file, known);
    return known;
  };
  const position = (at: Place) => {
    const { line, column } = locatorIn(at.file).range(at);
    return { file: reader.display(at.file), line, column };
  };
  let last = { locator: new Locator(''), number: 0, shown: '' };
  /** Many findings may stand in one line of millions of characters: it is masked once. */
  const frame = (locator: Locator, number: number): string => {
    if (last.locator !== locator || last.number !== number)
      last = { locator, number, shown: maskPrivateNumbers(locator.line(number)) };
    return last.shown;
  };
  return findings
    .map((finding): Diagnostic => {
      const locator = locatorIn(finding.at.file);
      const range = locator.range(finding.at);
      const wholeFile = finding.at.pointer === undefined && finding.at.offsets === undefined;
      const { message, hint } = finding.say(language);
      return {
        code: finding.code,
        severity: finding.severity,
        message: shown(message),
        hint: shown(hint),
        file: reader.display(finding.at.file),
        ...range,
        path: finding.at.pointer ?? null,
        record: finding.record ?? null,
        related: finding.related.map(({ at, message }) => ({ ...position(at), message: shown(message[language]) })),
        lines: wholeFile ? [] : [frame(locator, range.line)].slice(0, MOST_LINES),
      };
    })
    .sort(byPlace);
}

/** Nothing that is shown holds control characters, or a person's number whole. */
const shown = (text: string): string => escapeControls(maskPrivateNumbers(text));

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
