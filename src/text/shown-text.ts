import { escapeControls, escapeControlsKeepingLines } from './escape.js';
import { maskPrivateNumbers } from './private-numbers.js';

declare const isShown: unique symbol;

/**
 * Text that is safe to show: private numbers are masked, and nothing in it controls a terminal, reverses the
 * writing direction or is invisible. Made only here, so that a parameter of this type cannot get an unsafe text.
 */
export type ShownText = string & { readonly [isShown]: true };

/** A text made safe to show, on one line; also for names of files, keys and ids. */
export function shownText(text: string): ShownText {
  return escapeControls(maskPrivateNumbers(text)) as ShownText;
}

/** As `shownText`, with its line feeds. */
export function shownLines(text: string): ShownText {
  return escapeControlsKeepingLines(maskPrivateNumbers(text)) as ShownText;
}

/** As `shownLines`, for pieces of one text: a number may be in two of them, or its word in the piece before. */
export function shownPieces(pieces: readonly string[]): ShownText[] {
  const whole = pieces.join('');
  const masked = maskPrivateNumbers(whole);
  const characters = masked === whole ? null : [...masked];
  let at = 0;
  return pieces.map((piece) => {
    if (characters === null) return escapeControlsKeepingLines(piece) as ShownText;
    const from = at;
    at += [...piece].length;
    return escapeControlsKeepingLines(characters.slice(from, at).join('')) as ShownText;
  });
}

/** A line of a file for a frame: masked, which keeps its columns; the frame escapes what it cuts out. */
export function shownSource(line: string): ShownText {
  return maskPrivateNumbers(line) as ShownText;
}
