import type { Inline } from '../../document/report-document.js';
import type { Figures } from '../../figures/figures.js';
import { DATE_MENTION, FIGURE_MENTION, TITLE_MENTION } from '../../ledger/figure-mentions.js';
import { amount, text } from '../inlines.js';

const PIECE = new RegExp(
  [FIGURE_MENTION, TITLE_MENTION, DATE_MENTION].map(({ source }) => `(?:${source})`).join('|'),
  'g',
);

/** A clerk's paragraph with its figures and dates typed: `{2021-锦旗}` prints 157面. */
export function narrativeInlines(narrative: string, year: number, figures: Figures): Inline[] {
  const line = narrative.replace(/\s*\n\s*/g, '').trim();
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of line.matchAll(PIECE)) {
    const [found] = match;
    if (match.index > at) inlines.push(text(line.slice(at, match.index)));
    inlines.push(...piece(found, year, figures));
    at = match.index + found.length;
  }
  if (at < line.length) inlines.push(text(line.slice(at)));
  return inlines;
}

function piece(found: string, year: number, figures: Figures): Inline[] {
  if (found.startsWith('{')) {
    const figure = figures.byId(found.slice(1, -1).trim());
    return [figure ? amount(figure) : text('【待补充】')];
  }
  return dateInlines(found, year) ?? [text(found)];
}

/** 2021年度 → a date and 度; 12月 and 1—12月 belong to the narrative's year. */
function dateInlines(found: string, year: number): Inline[] | null {
  const full = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?(度?)$/.exec(found);
  if (full) {
    const [, fullYear = '', month, day, rest = ''] = full;
    return [{ type: 'date', date: dateOf(fullYear, month, day) }, ...(rest ? [text(rest)] : [])];
  }
  const span = /^(\d{1,2})[—-](\d{1,2})月$/.exec(found);
  if (span)
    return [{ type: 'date', date: dateOf(String(year), span[1]), until: dateOf(String(year), span[2]), short: true }];
  const short = /^(\d{1,2})月(?:(\d{1,2})日)?$/.exec(found);
  return short ? [{ type: 'date', date: dateOf(String(year), short[1], short[2]), short: true }] : null;
}

function dateOf(year: string, ...parts: readonly (string | undefined)[]): string {
  return [year, ...parts.filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))].join('-');
}
