/** A text in one way of writing, and where each of its characters stands in the text as it was typed. */
export interface FoldedText {
  readonly text: string;
  /** Where the character at an index begins in the text as typed, in UTF-16; `text.length` maps to its end. */
  readonly startOf: (index: number) => number;
  /** Where the character before an index ends in the text as typed. */
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

/**
 * A text after NFKC, with digits of any script, dashes and dots in ASCII, and without what nobody sees. Chinese digits
 * become digits only where asked: 第一 is no 第1.
 */
export function foldText(text: string, chineseDigits: boolean): FoldedText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  if (/^[\u0000-\u007f]*$/.test(text)) return { text, startOf: (index) => index, endOf: (index) => index };
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const unit = foldCharacter(character, chineseDigits);
    for (let index = 0; index < unit.length; index += 1) places.push(at);
    folded += unit;
    at += character.length;
  }
  places.push(at);
  const sizeAt = (start: number): number => ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  return {
    text: folded,
    startOf: (index) => places[index] ?? at,
    endOf: (index) => {
      const last = places[index - 1] ?? 0;
      return index === 0 ? 0 : last + sizeAt(last);
    },
  };
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
