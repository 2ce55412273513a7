import type { Figure } from '../../document/figure.js';
import type { Cell, Inline, Light } from '../../document/report-document.js';
import { formatDate } from '../../text/chinese-date.js';
import { formatNumber } from '../../text/format-number.js';
import { contentText, inlineText, UNICODE_MARKS } from '../inlines.js';
import { withoutBars } from '../without-bars.js';
import { xmlText } from '../xml-text.js';

/** A cell of a spreadsheet: a number or a day to calculate with, or words; `format` shows it as the other products print it. */
export interface TypedCell {
  readonly value: string | number | Date | null;
  readonly format?: string;
  /** The light whose word the cell holds. */
  readonly light?: Light;
}

/** Numbers with more digits lose the last ones in a spreadsheet, so they are words. */
const MOST_DIGITS = 15;
/** Spreadsheets disagree on the days of January and February 1900. */
const FIRST_DAY = '1900-03-01';
/** The most characters in a cell. */
const MOST_CHARACTERS = 32_767;
const CUT = '……（超过一格的上限，未写全）';

/** A cell as a spreadsheet holds it. */
export function typedCell(cell: Cell): TypedCell {
  const content = withoutBars(cell);
  const [only, ...more] = content;
  if (only === undefined) return { value: null };
  return (more.length === 0 ? typedInline(only) : undefined) ?? { value: words(contentText(content, UNICODE_MARKS)) };
}

/** Words that fit into a cell; what looks like a spreadsheet's own escape (`_x0041_`) stays what it is. */
export function words(text: string): string {
  const safe = xmlText(text);
  const fitting = safe.length > MOST_CHARACTERS ? safe.slice(0, MOST_CHARACTERS - CUT.length).trimEnd() + CUT : safe;
  return fitting.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

function typedInline(inline: Inline): TypedCell | undefined {
  switch (inline.type) {
    case 'figure':
      return typedFigure(inline.figure, inline);
    case 'date':
      return typedDate(inline);
    case 'light':
      return { value: words(inlineText(inline, UNICODE_MARKS)), light: inline.light };
    case 'ordinal':
      return { value: inline.value, format: '0' };
    default:
      return undefined;
  }
}

/** A figure's number; what hedges or marks it (约, 不少于, *) and its unit are in the format, so that it still counts. */
function typedFigure(
  { value, unit, decimals, bound, sample }: Figure,
  shown: { readonly unit?: boolean; readonly sign?: boolean },
): TypedCell | undefined {
  if (value === null) return undefined;
  const printed = formatNumber(value, decimals);
  if (printed.replace(/\D/g, '').length > MOST_DIGITS) return undefined;
  const [, fraction = ''] = printed.split('.');
  const number = fraction === '' ? '0' : `0.${'0'.repeat(fraction.length)}`;
  const isPercent = unit === '%';
  const rate = isPercent ? `${number}%` : number;
  const before = bound === undefined || bound === '余' ? '' : literal(bound);
  const after = [bound === '余' ? bound : '', shown.unit && !isPercent ? unit : '', sample ? '*' : ''].join('');
  const format = (sign: string) => before + sign + rate + (after === '' ? '' : literal(after));
  return {
    // By its decimal digits, because 0.1 × 3 is not 0.3.
    value: Number(isPercent ? `${printed}e-2` : printed),
    format: shown.sign ? `${format('+')};${format('-')};${format('+')}` : format(''),
  };
}

/** A day is a day, a year a number; a month stays in words, because a spreadsheet would make its first day of it. */
function typedDate({ date, until, short }: Extract<Inline, { type: 'date' }>): TypedCell | undefined {
  if (until !== undefined) return undefined;
  if (date.length === 4) return { value: Number(date), format: `0${literal('年')}` };
  if (date.length !== 10 || date < FIRST_DAY) return { value: formatDate(date, { short: short ?? false }) };
  const day = `m${literal('月')}d${literal('日')}`;
  return { value: new Date(`${date}T00:00:00Z`), format: short ? day : `yyyy${literal('年')}${day}` };
}

function literal(text: string): string {
  return `"${xmlText(text).replaceAll('"', '”')}"`;
}
