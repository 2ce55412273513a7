import type { Figure } from '../../document/figure.js';
import type { DraftNumber } from './draft-number.js';

/**
 * Whether what a draft writes is true of a figure: equal at the digits that are written (20.5万 of 205200), or as it is
 * hedged (200余 of 232). A figure that is known only from below is told as it is: 不少于15099.
 */
export function isTrueOf(number: DraftNumber, { value }: Figure): boolean {
  if (value === null) return false;
  const { until, hedge } = number;
  const written = number.value;
  if (until !== undefined) return written <= value && value <= until;
  const place = lastPlace(number);
  if (hedge === '余') return written <= value && value < written + place;
  if (hedge === '近') return written - place < value && value <= written;
  if (hedge === '约') return Math.abs(value - written) * 2 <= place;
  if (hedge === '不少于') return written <= value && value < written + place;
  if (hedge === '不超过') return written - place < value && value <= written;
  return number.step === 1 && number.unit !== '%' ? value === written : isRoundedTo(value, number);
}

/** Half is rounded up, as it is printed. */
function isRoundedTo(value: number, { value: written, step }: DraftNumber): boolean {
  return Math.floor(value / step + 0.5 + 1e-9) === Math.round(written / step);
}

/** The value of one in the last digit that says something: 100 of 200余, 1 of 15099. */
function lastPlace({ value, step }: DraftNumber): number {
  let place = step;
  while (value !== 0 && Math.round(value / step) % Math.round((place * 10) / step) === 0 && place < value) place *= 10;
  return value !== 0 && place > value ? place / 10 : place;
}
