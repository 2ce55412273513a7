/** The units of person counts. */
const UNITS: readonly string[] = ['名', '人', '人次', '位'];

/** Person counts are printed in tens; what is below is never added up, and no number of it is printed. */
const TEN = 10;

export function isPersonUnit(unit: string): boolean {
  return UNITS.includes(unit);
}

/** Few persons: what a public version keeps apart from everything else. A zero concerns nobody. */
export function isFew(count: number): boolean {
  return count > 0 && count < TEN;
}

export function isMany(count: number): boolean {
  return count >= TEN;
}

/** A count in tens, as its bound demands: a minimum is rounded down and 近 up, so that they stay true. */
export function inTens(count: number, bound?: string): number {
  if (bound === '不少于' || bound === '余') return Math.floor(count / TEN) * TEN;
  return (bound === '近' ? Math.ceil(count / TEN) : Math.round(count / TEN)) * TEN;
}
