import { findPrivateNumbers } from '../text/private-numbers.js';
import { unseenIn } from '../text/unseen.js';
import { firstControl } from './control-characters.js';

/** Checks of a file's text before it is parsed: all of them must be fast. */

const LIST_WITH_COMMA = /\[[^[\]\n]*[，；]/;
/** A list that goes on in the next line. */
const OPEN_LIST = /\[[^[\]\n]*\n/;
/** A key, a colon and a space that is not ASCII. */
const WIDE_SPACE_BEHIND_COLON = /^ *(?:- +){0,50}[A-Za-z][A-Za-z0-9]* *:[\u3000\u00a0]/m;
const COLON_BEHIND_WORD = /(?:^ *(?:- +){0,50}|[{,] *)(?:[A-Za-z][A-Za-z0-9]{0,199}|\p{Script=Han}{1,12}) *：/mu;
/**
 * Whether a text may hold what `misreadFindings` looks for; a quick check that is made for every file. A reader that
 * does not find such mistakes itself leaves these texts to another.
 */
export function mayBeMisread(text: string): boolean {
  return (
    (text.includes('：') && COLON_BEHIND_WORD.test(text)) ||
    ((text.includes(':\u3000') || text.includes(':\u00a0')) && WIDE_SPACE_BEHIND_COLON.test(text)) ||
    LIST_WITH_COMMA.test(text) ||
    OPEN_LIST.test(text)
  );
}

/** Whether a file begins with a byte order mark (U+FEFF in UTF-8). */
export function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** Whether some lines of a text end in CRLF and some in LF alone. */
export function hasMixedLineEnds(text: string): boolean {
  return text.includes('\r\n') && /(?<!\r)\n/.test(text);
}

/** Flags of a line that are found without parsing it. */
export const [IS_ODD, HAS_PRIVATE_NUMBER] = [1, 2];
/** A quick check that rules out, for most lines, everything that `lineSigns` looks for. */
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  /[\u0000-\u001f\u007f-\u00a0\u2028-\u202e\u2066-\u2069\u3000\ufeff\ufffe\uffff：[]/;

/**
 * Flags of a line, without its line end: whether it needs a whole parser and the checks of its events (a tab, a
 * control character, what may be misread), and whether it has a private number. None of these goes over a line end.
 */
export function lineSigns(line: string): number {
  const isOdd =
    (SUSPECT.test(line) && (line.includes('\t') || firstControl(line) !== null || mayBeMisread(`${line}\n`))) ||
    unseenIn(line).length > 0;
  const hasNumber = findPrivateNumbers(line).length > 0;
  return (isOdd ? IS_ODD : 0) | (hasNumber ? HAS_PRIVATE_NUMBER : 0);
}
