import { formatNumber } from '../text/format-number.js';

/** A percentage as printed: one decimal, rounded half up in decimal (96.15 → 96.2). */
export function oneDecimal(value: number): number {
  return Number(formatNumber(value, 1));
}

/** `part` of `whole` in percent, one decimal; null where one of them is unknown or the whole is 0. */
export function percentOf(part: number | null | undefined, whole: number | null | undefined): number | null {
  return part === null || part === undefined || !whole ? null : oneDecimal((part * 100) / whole);
}
