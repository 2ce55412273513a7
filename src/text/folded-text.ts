/** A normalised text, and the offsets of its characters in the original. */
export interface FoldedText {
  readonly text: string;
  /** The UTF-16 offset in the original at which the character at an index begins; `text.length` maps to its end. */
  readonly startOf: (index: number) => number;
  /** The offset in the original at which the character before an index ends. */
  readonly endOf: (index: number) => number;
}

/** Nothing of these is seen: format characters, variation selectors, the frame of a keycap. */
const UNSEEN = /^(?:\p{Cf}|\p{Default_Ignorable_Code_Point}|\u20e3)$/u;
const DASH = /^[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\u30fc]$/;
const DOT = /^[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65\uff61\uff0e]$/;
/** The first of ten digits, in scripts whose digits NFKC leaves alone, and 1 of the circled ones. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xe50, 0x24f5 - 1, 0x2776 - 1, 0x2780 - 1, 0x278a - 1];
const ZERO_ALONE = '⓿🄋🄌';
const CHINESE = new Map(
  ['〇零○◯', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((same, digit) =>
    [...same].map((character) => [character, `${digit}`] as const),
  ),
);

/** A character written as its number, as YAML, JSON and HTML write it. */
const ESCAPED =
  /\\u\{([\dA-Fa-f]{2,6})\}|\\u([\dA-Fa-f]{4})|\\x([\dA-Fa-f]{2})|\\U([\dA-Fa-f]{8})|&#x([\dA-Fa-f]{2,5});|&#(\d{2,6});|[\s\S]/gu;

/**
 * A text after NFKC, with digits of any script, dashes and dots in ASCII, escapes decoded, and invisible characters removed.
 * Chinese digits become digits only if asked for: 第一 is not 第1.
 */
export function foldText(text: string, chineseDigits: boolean): FoldedText {
  const isEscaped = /\\[uUx]|&#/.test(text);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  if (!isEscaped && /^[\u0000-\u007f]*$/.test(text))
    return { text, startOf: (index) => index, endOf: (index) => index };
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const piece of isEscaped ? pieces(text) : text) {
    const units = foldCharacter(isEscaped ? readEscape(piece) : piece, chineseDigits);
    for (let index = 0; index < units.length; index += 1) {
      starts.push(at);
      ends.push(at + piece.length);
    }
    folded += units;
    at += piece.length;
  }
  return { text: folded, startOf: (index) => starts[index] ?? at, endOf: (index) => ends[index - 1] ?? 0 };
}

function* pieces(text: string): Generator<string> {
  for (const [piece] of text.matchAll(ESCAPED)) yield piece;
}

function readEscape(piece: string): string {
  if (piece.length < 4) return piece;
  const digits = /[\dA-Fa-f]{2,}/.exec(piece)?.[0] ?? '';
  const code = Number.parseInt(digits, /^&#\d/.test(piece) ? 10 : 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : piece;
}

function foldCharacter(character: string, chineseDigits: boolean): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  if (chineseDigits) {
    const digit = CHINESE.get(character) ?? CHINESE.get(character.normalize('NFKC'));
    if (digit !== undefined) return digit;
  }
  if (code >= 0x4e00 && code <= 0x9fff) return character;
  if (DASH.test(character)) return '-';
  if (DOT.test(character)) return '.';
  if (UNSEEN.test(character)) return '';
  if (ZERO_ALONE.includes(character)) return '0';
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? character.normalize('NFKC') : `${code - zero}`;
}
