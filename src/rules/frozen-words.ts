import type { InBoth, Language } from '../diagnostics/diagnostic.js';
import type { StatedValue, TouchedRecord } from '../ledger/frozen-year.js';
import { boundedNumber, formatNumber } from '../text/format-number.js';
import { placeOf, type RuleFindings } from './rule.js';

type Related = NonNullable<RuleFindings['findings'][number]['related']>;

/** How many records a sentence names. */
const MOST_NAMED = 3;

const HOW: Readonly<Record<TouchedRecord['how'], InBoth>> = {
  added: { zh: '新增', en: 'added' },
  edited: { zh: '改过', en: 'edited' },
  removed: { zh: '删去', en: 'removed' },
};

/** What a frozen figure says: 约122场, 未登记, 基本完成. */
export function statedText({ value, bound, missing, word }: StatedValue, unit: string): string {
  if (word !== undefined) return word;
  return value === undefined ? (missing ?? '') : `${boundedNumber(formatNumber(value), bound)}${unit}`;
}

/** The records touched since a year was frozen: 定稿以后新增“甲”，删去“乙”等5条. Empty where there is none. */
export function touchedText(touched: readonly TouchedRecord[], language: Language): string {
  if (touched.length === 0) return '';
  const named = touched.slice(0, MOST_NAMED).map(({ how, id }) => `${HOW[how][language]}“${id}”`);
  const more = touched.length > MOST_NAMED;
  if (language === 'zh') return `定稿以后${named.join('，')}${more ? `等${touched.length}条` : ''}。`;
  return `Since it was frozen: ${named.join(', ')}${more ? ` and others, ${touched.length} in all` : ''}. `;
}

/** The places of the records that are still there. */
export function touchedPlaces(touched: readonly TouchedRecord[]): Related {
  return touched
    .slice(0, MOST_NAMED)
    .flatMap(({ how, entry }) =>
      entry
        ? [{ at: placeOf(entry), message: { zh: `定稿以后${HOW[how].zh}的记录`, en: `A record ${HOW[how].en} since` } }]
        : [],
    );
}
