import type { Figure } from '../document/figure.js';
import type { Cell, Inline } from '../document/report-document.js';
import type { Period } from '../figures/period.js';
import { type Entry, labelOf } from '../ledger/ledger.js';
import { yearOf } from '../text/calendar-date.js';
import { isPartialDate } from '../text/date-format.js';

export function text(value: string): Inline {
  return { type: 'text', text: value };
}

/** A figure with its unit, as a sentence needs it. */
export function amount(figure: Figure): Inline {
  return { type: 'figure', figure, unit: true };
}

/** A figure alone, as a table cell needs it. */
export function number(figure: Figure): Inline {
  return { type: 'figure', figure };
}

/** （252场中251场有数）, behind a figure that is not known of all; not for the public. */
export function coverage(figure: Figure): Inline[] {
  return figure.coverage === undefined ? [] : internal(sentence`（${{ type: 'coverage', figure }}）`);
}

/** The judging word of a figure; nothing where it judges nothing. */
export function verdict(figure: Figure | undefined): Inline[] {
  return figure?.word === undefined ? [] : [{ type: 'verdict', figure }];
}

export function day(date: string, short = false): Inline {
  return { type: 'date', date, ...(short ? { short } : {}) };
}

/** A period as a sentence begins with it: 2025年, 2025年第二季度, 2025年6月, 2025年3月1日—5月15日. */
export function periodInlines({ id, name, year, from, until }: Period): Inline[] {
  if (isPartialDate(id)) return [day(id)];
  const [, word] = /^\d{4}年(\D+)$/.exec(name) ?? [];
  return word === undefined ? [{ type: 'date', date: from, until }] : [day(String(year)), text(word)];
}

/** Days from one to another: without the year where it is the one the report is about. */
export function span(from: string, until: string, year: number): Inline {
  return { type: 'date', date: from, until, short: yearOf(from) === year && yearOf(until) === year };
}

/** A record by its name, or by another label. */
export function record(entry: Entry, label = labelOf(entry)): Inline {
  return { type: 'record', kind: entry.kind, id: entry.id, label, sample: entry.sample };
}

/** A record's own words (6月前, a category of problems), typed as the record because they may contain digits. */
export function quoted(entry: Entry, words: string): Inline {
  return { type: 'record', kind: entry.kind, id: entry.id, label: words };
}

/** A sentence that a public version leaves out. */
export function internal(content: readonly Inline[]): Inline[] {
  return content.map((inline) => ({ ...inline, internal: true }));
}

/** Puts something between items: 甲、乙、丙. */
export function joined(items: readonly (readonly Inline[])[], separator: string): Inline[] {
  return items.flatMap((item, index) => (index === 0 ? [...item] : [text(separator), ...item]));
}

/**
 * A tagged template for sentences with typed pieces: `sentence\`完成\${amount(figure)}。\``; a string is a name or word.
 */
export function sentence(
  words: TemplateStringsArray,
  ...pieces: readonly (Inline | readonly Inline[] | string)[]
): Inline[] {
  return words.flatMap((word, index) => {
    const piece = pieces[index];
    const typed =
      piece === undefined ? [] : typeof piece === 'string' ? [text(piece)] : 'type' in piece ? [piece] : piece;
    return [...(word === '' ? [] : [text(word)]), ...typed];
  });
}

/** A cell of one inline or word; an unknown value is a word, never blank. */
export function cell(content: Inline | string | undefined, unknown = '—'): Cell {
  if (content === undefined || content === '') return [text(unknown)];
  return [typeof content === 'string' ? text(content) : content];
}
