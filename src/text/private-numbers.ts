/** A number that belongs to a person, found in a text; offsets are UTF-16, the end exclusive. */
export interface PrivateNumber {
  readonly kind: 'mobile' | 'identity';
  readonly start: number;
  readonly end: number;
}

/** Eleven or more digits in a row, or in groups of 3-4-4: looked for before anything that costs more. */
const CANDIDATE =
  /(?<![\dA-Za-z０-９])(?:\+86[- ]?)?(?:(?:[1１][\d０-９]{2}[- ][\d０-９]{4}[- ][\d０-９]{4})|(?:[\d０-９]{17}[\dXxＸｘ０-９])|(?:[1１][\d０-９]{10}))(?![\dA-Za-z０-９])/g;
/** Mobile numbers begin with 13–19. */
const MOBILE = /^1[3-9]\d{9}$/;
/** GB 11643-1999: weights of the first 17 digits, and the check character for each remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const BIRTH = /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/**
 * Mobile numbers (11 digits from 13 to 19, also in groups) and identity numbers (18 characters with a date of birth and
 * the check character of GB 11643). Full-width digits count as digits.
 */
export function findPrivateNumbers(text: string): PrivateNumber[] {
  return [...text.matchAll(CANDIDATE)].flatMap(({ 0: found, index }): PrivateNumber[] => {
    const kind = kindOf(halfWidth(found).replace(/^\+86|[- ]/g, ''));
    return kind === null ? [] : [{ kind, start: index, end: index + found.length }];
  });
}

/** A text in which such numbers keep only their first three and last two characters: 138******34. */
export function maskPrivateNumbers(text: string): string {
  let masked = text;
  for (const { start, end } of findPrivateNumbers(text)) {
    masked = masked.slice(0, start + 3) + '*'.repeat(end - start - 5) + masked.slice(end - 2);
  }
  return masked;
}

function kindOf(digits: string): PrivateNumber['kind'] | null {
  if (MOBILE.test(digits)) return 'mobile';
  return isIdentityNumber(digits.toUpperCase()) ? 'identity' : null;
}

function isIdentityNumber(text: string): boolean {
  if (!BIRTH.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return text[17] === CHECKS[sum % 11];
}

function halfWidth(text: string): string {
  return text.replace(/[０-９Ｘｘ]/g, (found) => String.fromCharCode(found.charCodeAt(0) - 0xfee0));
}
