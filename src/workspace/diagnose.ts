import type { Diagnostic, Finding, Language, Place } from '../diagnostics/diagnostic.js';
import type { Reader } from '../files/reader.js';
import type { Locator } from '../source/locate.js';
import { type ShownText, shownSource, shownText } from '../text/shown-text.js';
import { locatorOf } from './locations.js';

/** A diagnostic whose related places are not located yet. */
interface PendingDiagnostic {
  readonly diagnostic: Omit<Diagnostic, 'related'>;
  readonly related: Finding['related'];
}

type Position = Pick<Diagnostic, 'file' | 'line' | 'column'>;

/**
 * Turns findings into diagnostics with lines and columns. Files with findings are read again, one after the other.
 * Sorted by file, place and code; the first `most` of them.
 */
export function diagnose(
  reader: Reader,
  findings: readonly Finding[],
  language: Language = 'zh',
  most = Number.POSITIVE_INFINITY,
): Diagnostic[] {
  const found: PendingDiagnostic[] = [];
  for (const [file, own] of inOrder(reader, findings)) {
    if (found.length >= most) break;
    for (const pending of inFile(reader, file, own, language)) found.push(pending);
  }
  const shown = found.length > most ? found.slice(0, most) : found;
  const positions = positionsOf(
    reader,
    shown.flatMap(({ related }) => related.map(({ at }) => at)),
  );
  return shown.map(({ diagnostic, related }) => ({
    ...diagnostic,
    related: related.flatMap(({ at, message }) => {
      const position = positions.get(at);
      return position ? [{ ...position, message: shownText(message[language]) }] : [];
    }),
  }));
}

/** The findings of each file, in the order of the files' names as they are shown. */
function inOrder(reader: Reader, findings: readonly Finding[]): readonly (readonly [string, readonly Finding[]])[] {
  return [...byFile(findings, ({ at }) => at)]
    .map((group) => ({ name: reader.display(group[0]), group }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ group }) => group);
}

function byFile<T>(all: readonly T[], at: (one: T) => Place): ReadonlyMap<string, readonly T[]> {
  const files = new Map<string, T[]>();
  for (const one of all) {
    const { file } = at(one);
    const own = files.get(file);
    if (own) own.push(one);
    else files.set(file, [one]);
  }
  return files;
}

function inFile(reader: Reader, file: string, findings: readonly Finding[], language: Language): PendingDiagnostic[] {
  const name = shownText(reader.display(file));
  const locator = locatorOf(reader, file);
  const frame = frameOf(locator);
  return findings
    .map(({ code, severity, wording, at, record, related }): PendingDiagnostic => {
      const range = locator.range(at);
      const wholeFile = at.pointer === undefined && at.offsets === undefined;
      const { message, hint } = wording(language);
      const diagnostic = {
        code,
        severity,
        message: shownText(message),
        hint: shownText(hint),
        file: name,
        ...range,
        path: at.pointer === undefined ? null : shownText(at.pointer),
        record: record === undefined ? null : shownText(record),
        // Of a finding over many lines its first is shown.
        lines: wholeFile ? [] : [frame(range.line)],
      };
      return { diagnostic, related };
    })
    .sort((a, b) => byPlace(a.diagnostic, b.diagnostic));
}

function positionsOf(reader: Reader, places: readonly Place[]): ReadonlyMap<Place, Position> {
  const positions = new Map<Place, Position>();
  for (const [file, own] of byFile(places, (place) => place)) {
    const name = shownText(reader.display(file));
    const locator = locatorOf(reader, file);
    for (const place of own) {
      const { line, column } = locator.range(place);
      positions.set(place, { file: name, line, column });
    }
  }
  return positions;
}

/** Gives the lines of a file as they may be shown. The last one is kept: many findings may be in one long line. */
function frameOf(locator: Locator): (number: number) => ShownText {
  let last = { number: 0, line: shownSource('') };
  return (number) => {
    if (last.number !== number) last = { number, line: shownSource(locator.line(number)) };
    return last.line;
  };
}

/** Within a file. */
function byPlace(a: PendingDiagnostic['diagnostic'], b: PendingDiagnostic['diagnostic']): number {
  return a.line - b.line || a.column - b.column || compare(a.code, b.code) || compare(a.message, b.message);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
