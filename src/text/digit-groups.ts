import { type Beside, wordsBeside } from './words-beside.js';

/** A number made of digits alone; indexes of a folded text, the end exclusive. */
export interface FoundDigits {
  readonly kind: 'mobile' | 'identity' | 'card';
  readonly start: number;
  readonly end: number;
}

/** Digits in a row. */
interface Group {
  readonly digits: string;
  readonly start: number;
}

/** Groups that may be one number: `shape` is 3-4-4 for 138 0000 1111. */
interface Run {
  readonly digits: string;
  readonly shape: string;
  readonly start: number;
  readonly end: number;
  /** Between the groups. */
  readonly separators: readonly string[];
  /** What stands right before and right behind. */
  readonly before: string;
  readonly behind: string;
}

/** Runs of digits with little between them. */
const STRETCH = /\d+(?:[ \t\n.,\-/_()+]{1,3}\d+)*/g;
/** The least and the most digits of a private number. */
const [LEAST, MOST] = [10, 19];
/** The number of characters around a number that are checked for a longer one. */
const NEAR = 14;
/** Usual groupings of the digits of a mobile number; other ones need a word beside. */
const MOBILE_SHAPES = /^(?:11|(?:3|1-1-1)-(?:4|1-1-1-1)-(?:4|1-1-1-1)|3-3-5|4-4-3|4-3-4|3-8|7-4)$/;
/** Mobile numbers begin with 13–19; 0086 or 86 may stand before, or a 0 as in long-distance calls. */
const MOBILE = /^(?:(?:00)?86|0)?(1[3-9]\d{9})$/;
/** GB 11643-1999: weights of the first 17 digits, and the check character for each remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const BIRTH = /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;
/** Numbers of 15 digits, given out until 1999: a province (GB/T 2260), a birth date of six digits, three more. */
const OLD_IDENTITY =
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
const LETTER = /[A-Za-z]/;

/** Mobile numbers, resident identity numbers and bank cards in a folded text. What is one number may be in groups. */
export function findDigits(text: string): FoundDigits[] {
  const found: FoundDigits[] = [];
  for (const { 0: stretch, index } of text.matchAll(STRETCH)) {
    if (stretch.length < LEAST) continue;
    const groups = [...stretch.matchAll(/\d+/g)].map((group) => ({ digits: group[0], start: index + group.index }));
    for (let first = 0; first < groups.length; ) {
      const number = longestAt(text, groups, first);
      if (number) found.push(number.found);
      first += number?.groups ?? 1;
    }
  }
  return found;
}

/** The longest number that begins with a group, and its number of groups. */
function longestAt(
  text: string,
  groups: readonly Group[],
  first: number,
): { readonly found: FoundDigits; readonly groups: number } | null {
  let digits = '';
  let isParted = false;
  let best: { found: FoundDigits; groups: number } | null = null;
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last]?.digits ?? '';
    digits += group;
    if (digits.length > MOST) break;
    // Digit by digit, or nearly, only mobile numbers are written.
    isParted ||= group.length === 1 && last > first && groups[last - 1]?.digits.length === 1;
    if (digits.length < LEAST || (isParted && !MOBILE.test(digits))) continue;
    const found = judge(text, runOf(text, groups.slice(first, last + 1), digits));
    if (found) best = { found, groups: last - first + 1 };
  }
  return best;
}

function runOf(text: string, groups: readonly Group[], digits: string): Run {
  const start = groups[0]?.start ?? 0;
  const last = groups.at(-1);
  let end = (last?.start ?? 0) + (last?.digits.length ?? 0);
  let all = digits;
  // The last character of an identity number may be X, for 10.
  const [check] = /^[ -]?X(?![A-Z\d])/i.exec(digits.length === 17 ? text.slice(end, end + 3) : '') ?? [];
  if (check !== undefined) {
    end += check.length;
    all += 'X';
  }
  return {
    digits: all,
    shape: groups.map((group) => group.digits.length).join('-'),
    start,
    end,
    separators: groups.slice(1).map((group, index) => {
      const before = groups[index];
      return text.slice((before?.start ?? 0) + (before?.digits.length ?? 0), group.start);
    }),
    before: text.slice(Math.max(start - NEAR, 0), start),
    behind: text.slice(end, end + NEAR),
  };
}

function judge(text: string, run: Run): FoundDigits | null {
  const { digits, start, end, before, behind } = run;
  // Digits in a word are part of a name or an address; only a word for such a number may touch it.
  const beside = (): Beside => wordsBeside(text, start, end);
  if (LETTER.test(behind[0] ?? '')) return null;
  if (/[A-Za-z_]$/.test(before) && !isPersons(beside())) return null;
  const international = before.endsWith('+') && digits.length <= 15 && !digits.startsWith('86');
  if (isIdentity(digits)) return { kind: 'identity', start, end };
  if (MOBILE.test(digits) || international)
    return isMobile(run, beside(), international) ? { kind: 'mobile', start, end } : null;
  if (isOldOrMistyped(digits, run.shape, beside)) return { kind: 'identity', start, end };
  return isCard(digits, run.shape, beside) ? { kind: 'card', start, end } : null;
}

const isPersons = (word: Beside): boolean => word !== null && word !== 'innocent';

function isMobile(run: Run, beside: Beside, international: boolean): boolean {
  if (beside === 'phone') return true;
  if (beside !== null || isInLonger(run)) return false;
  if (international) return true;
  const { shape, separators, digits } = run;
  const own = shape.replace(/^(?:[1-4]-)(?=(?:11|3-4-4|3-3-5|4-4-3)$)/, '').replace(/^1[2-5]$/, '11');
  if (!MOBILE_SHAPES.test(own)) return false;
  // 131.12345678 is a longitude, 135-2025-0012 the number of a file.
  if (separators.length === 1 && separators[0] === '.') return false;
  if (separators.some((separator) => separator.includes(','))) return false;
  return !(own === '3-4-4' && /20[0-4]\d.{4}$/.test(digits));
}

/** Whether it is part of a longer number, or one end of a range; two mobile numbers may be joined. */
function isInLonger({ before, behind, digits, shape }: Run): boolean {
  const other = /(?<!\d)(1[3-9]\d{9})[-~至到]{1,2}$/.exec(before) ?? /^[-~至到]{1,2}(1[3-9]\d{9})(?!\d)/.exec(behind);
  if (other) return other[1]?.slice(0, 6) === digits.slice(0, 6);
  return (shape.includes('-') ? /\d[-._/]$/ : /\d[-._]$/).test(before) || /^[-._]\d/.test(behind);
}

function isIdentity(digits: string): boolean {
  if (digits.length !== 18 || !BIRTH.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits[17] === CHECKS[sum % 11];
}

/** Numbers of 15 digits, and those with a wrong check character where the words beside say what they are. */
function isOldOrMistyped(digits: string, shape: string, beside: () => Beside): boolean {
  if (digits.length !== 15 && digits.length !== 18) return false;
  const word = beside();
  const isOld = OLD_IDENTITY.test(digits) && (shape === '15' || shape === '6-6-3');
  return word === 'identity' || (isOld && word !== 'innocent' && word !== 'card');
}

/** UnionPay cards begin with 62; others are known by their four groups of four, or by a word. */
function isCard(digits: string, shape: string, beside: () => Beside): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false;
  const word = beside();
  if (word !== null || digits.length < 16) return word === 'card';
  return (digits.startsWith('62') || (/^[345]/.test(digits) && shape === '4-4-4-4')) && hasLuhnDigit(digits);
}

/** ISO/IEC 7812: the check digit of cards. */
function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
