import stringWidth from 'string-width';

/** ASCII and “”‘’—… (one wide), Han and the common full-width punctuation (two): nearly all that is printed. */
const COMMON = /^[ -~‘’“”—…·、-】㐀-䶿一-鿿！-～]*$/;
const NARROW = /[ -~‘’“”—…·]/g;

/**
 * Columns a text takes in a terminal: Chinese and full-width characters two, colour codes none. The
 * only place that measures, because terminals disagree on `“ — ①` (ambiguous): here they are one wide.
 */
export function displayWidth(text: string): number {
  if (COMMON.test(text)) return 2 * text.length - (text.match(NARROW)?.length ?? 0);
  return stringWidth(text, { ambiguousIsNarrow: true });
}

/** Fills with spaces on the right up to `width` columns, because String.padEnd counts characters. */
export function padEnd(text: string, width: number): string {
  return text + missingSpaces(text, width);
}

/** Fills with spaces on the left up to `width` columns, so that figures stand right-aligned. */
export function padStart(text: string, width: number): string {
  return missingSpaces(text, width) + text;
}

function missingSpaces(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text)));
}
