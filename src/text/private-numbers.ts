import { type FoundDigits, findDigits } from './digit-groups.js';
import { type FoldedText, foldText } from './folded-text.js';
import { findNamed, type NamedNumber } from './named-numbers.js';
import { mayHoldPrivateNumber } from './private-glance.js';

/** A number that belongs to a person, found in a text; offsets are UTF-16, the end exclusive. */
export interface PrivateNumber {
  readonly kind: FoundDigits['kind'] | NamedNumber['kind'];
  readonly start: number;
  readonly end: number;
}

/**
 * Long texts are searched piece by piece, with more characters around each piece than any number and its words have: a
 * regular expression over millions of characters can exhaust the stack of V8.
 */
const [PIECE, AROUND] = [2 ** 14, 2 ** 8];
const CHINESE_DIGIT = /[〇零○◯一二三四五六七八九幺壹贰叁肆伍陆柒捌玖㈠-㈨㊀-㊈]/;

/**
 * Numbers and addresses that belong to a person: mobile, identity (GB 11643) and bank card numbers by their own form,
 * in any digits and with what people write between them; others, and doubtful ones, by the words beside. In order,
 * none over another.
 */
export function findPrivateNumbers(text: string): PrivateNumber[] {
  if (!mayHoldPrivateNumber(text)) return [];
  if (text.length <= PIECE) return withoutOverlaps(findInPiece(text));
  const found: PrivateNumber[] = [];
  for (let at = 0; at < text.length; at += PIECE) {
    const from = Math.max(at - AROUND, 0);
    const piece = text.slice(from, at + PIECE + AROUND);
    if (!mayHoldPrivateNumber(piece)) continue;
    for (const { kind, start, end } of findInPiece(piece))
      if (from + start >= at && from + start < at + PIECE) found.push({ kind, start: from + start, end: from + end });
  }
  return withoutOverlaps(found);
}

function findInPiece(text: string): PrivateNumber[] {
  const chinese = CHINESE_DIGIT.test(text) ? findIn(foldText(text, true)) : [];
  return [...findIn(foldText(text, false)), ...chinese];
}

function findIn({ text, startOf, endOf }: FoldedText): PrivateNumber[] {
  return [...findNamed(text), ...findDigits(text)].map(({ kind, start, end }) => ({
    kind,
    start: startOf(start),
    end: endOf(end),
  }));
}

/** Of numbers over one another the first stays, and the longest of those that begin together. */
function withoutOverlaps(found: readonly PrivateNumber[]): PrivateNumber[] {
  let last = 0;
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}

/** A private number of a text, masked. */
export function maskedNumber(text: string, { start, end }: PrivateNumber): string {
  return hidden(text.slice(start, end));
}

/**
 * A text in which such numbers keep only their first three and last two characters (138******34), short ones one of
 * each. The text has as many characters as before.
 * @param label the name of the field, which says what its numbers are
 */
export function maskPrivateNumbers(text: string, label = ''): string {
  const named = label === '' ? text : `${label}：${text}`;
  const before = named.length - text.length;
  let masked = '';
  let at = before;
  for (const { start, end } of findPrivateNumbers(named)) {
    if (start < before) continue;
    masked += named.slice(at, start) + hidden(named.slice(start, end));
    at = end;
  }
  return masked + named.slice(at);
}

function hidden(number: string): string {
  const characters = [...number];
  const [first, last] = characters.length > 8 ? [3, 2] : [1, 1];
  const stars = '*'.repeat(Math.max(characters.length - first - last, 1));
  return characters.slice(0, first).join('') + stars + characters.slice(-last).join('');
}
