/** Years a ledger may speak of: a typo such as 0225 or 9999 is no date. */
const DATE = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/;
/** Days 1 to 28, which every month has: a fast path for most dates. */
const USUAL = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
const MONTH = /^(?:19|20|21)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/;

/**
 * Whether a text is a day that exists, YYYY-MM-DD (2025-02-30 is not). Schema validators call it for
 * every date at start-up, so it is plain arithmetic without date-fns.
 */
export function isDate(text: string): boolean {
  if (USUAL.test(text)) return true;
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether a text is YYYY, YYYY-MM or YYYY-MM-DD: documents often give only a year or a month. */
export function isPartialDate(text: string): boolean {
  return text.length < 10 ? MONTH.test(text) : isDate(text);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
