import type { Diagnostic, Finding, Language, Place } from '../diagnostics/diagnostic.js';
import type { Reader } from '../files/reader.js';
import { Locator } from '../source/locate.js';
import { textOf } from '../source/text-of.js';
import { escapeControls } from '../text/escape.js';
import { maskPrivateNumbers } from '../text/private-numbers.js';

/** The longest frame: a finding over many lines shows only its first. */
const MOST_LINES = 1;

/** Turns findings into lines and columns, reading again only the files that have any. Sorted by file, place and code. */
export function diagnose(reader: Reader, findings: readonly Finding[], language: Language = 'zh'): Diagnostic[] {
  const locators = new Map<string, Locator>();
  const locatorOf = (file: string): Locator => {
    const known = locators.get(file) ?? new Locator(readText(reader, file));
    locators.set(file, known);
    return known;
  };
  const position = (at: Place) => {
    const { line, column } = locatorOf(at.file).range(at);
    return { file: reader.display(at.file), line, column };
  };
  return findings
    .map((finding): Diagnostic => {
      const locator = locatorOf(finding.at.file);
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
        lines: wholeFile ? [] : [maskPrivateNumbers(locator.line(range.line))].slice(0, MOST_LINES),
      };
    })
    .sort(byPlace);
}

/** Nothing that is shown holds control characters, or a person's number whole. */
const shown = (text: string): string => escapeControls(maskPrivateNumbers(text));

function readText(reader: Reader, file: string): string {
  try {
    return textOf(reader.read(file)) ?? '';
  } catch {
    return '';
  }
}

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
