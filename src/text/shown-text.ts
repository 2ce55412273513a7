import { escapeControls, escapeControlsKeepingLines } from './escape.js';
import { maskPrivateNumbers } from './private-numbers.js';

declare const isShown: unique symbol;

/**
 * Text that may be shown: no number of a person's stands in it whole, nothing in it steers a terminal, turns the
 * writing round or hides. Made here alone, so that what demands it cannot be given a text as it was typed.
 */
export type ShownText = string & { readonly [isShown]: true };

/** A text as it may be shown, on one line: names of files, keys and ids too. */
export function shownText(text: string): ShownText {
  return escapeControls(maskPrivateNumbers(text)) as ShownText;
}

/** As `shownText`, with its line feeds. */
export function shownLines(text: string): ShownText {
  return escapeControlsKeepingLines(maskPrivateNumbers(text)) as ShownText;
}

/** A line of a file for a frame, whose columns are still counted as typed: masked, which keeps its length; it is escaped where it is cut. */
export function shownSource(line: string): ShownText {
  return maskPrivateNumbers(line) as ShownText;
}
