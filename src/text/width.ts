import { eastAsianWidth } from 'get-east-asian-width';

/** ASCII, “”‘’—…→ and bars (one wide), Han and the common full-width punctuation (two): nearly all that is printed. */
const COMMON = /^[ -~‘’“”—…→·█░　-〗㐀-䶿一-鿿！-～]*$/;
const NARROW = /[ -~‘’“”—…→·█░]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with ESC.
const COLOR_CODE = /\u001b\[[\d;]*m/g;
const JOINER = '\u200d';
const EMOJI_STYLE = '\ufe0f';

/**
 * Columns a text takes in a terminal: Chinese and full-width characters two, colour codes none. Characters of ambiguous
 * width (`“ — ①`), on which terminals disagree, count as one. Widths are measured by this function alone.
 */
export function displayWidth(text: string): number {
  if (isCommon(text)) return 2 * text.length - (text.match(NARROW)?.length ?? 0);
  return rareWidth(text.replace(COLOR_CODE, ''));
}

/** Whether a text consists of the characters whose width `COMMON` knows. */
export function isCommon(text: string): boolean {
  return COMMON.test(text);
}

/** The width of a text with accents, emoji or symbols, character by character; a joined emoji is counted once. */
function rareWidth(text: string): number {
  // Compiled here, not at import: Unicode properties are slow. Accents, joiners, variation selectors, controls.
  const invisible = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]$/u;
  const skinTone = /^[\u{1f3fb}-\u{1f3ff}]$/u;
  const flagLetter = /^[\u{1f1e6}-\u{1f1ff}]$/u;
  let width = 0;
  let previous = '';
  let previousWidth = 0;
  for (const character of text) {
    const joined = previous === JOINER || (skinTone.test(character) && previousWidth === 2);
    const flag = flagLetter.test(character) && flagLetter.test(previous);
    if (character === EMOJI_STYLE && previousWidth === 1) {
      width += 1;
      previousWidth = 2;
    } else if (invisible.test(character)) {
      previous = character === JOINER && previousWidth > 0 ? JOINER : previous;
      continue;
    } else if (!joined) {
      previousWidth = flag ? 1 : eastAsianWidth(character.codePointAt(0) ?? 0);
      width += previousWidth;
    }
    // A pair of letters is one flag; a third letter begins the next.
    previous = flag ? '' : character;
  }
  return width;
}

/** Fills with spaces on the right up to `width` columns, because String.padEnd counts characters. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
