import { isCommon } from './width.js';

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Makes control characters visible (`\n`, `\u{1B}`), so that data can neither break a one-line
 * message nor steer the terminal, and an invisible character in a name can be seen.
 */
export function escapeControls(text: string): string {
  return replaceUnsafe(text, visible);
}

/** As escapeControls but line feeds stay, for texts that may have several lines. */
export function escapeControlsKeepingLines(text: string): string {
  return replaceUnsafe(text, (character) => (character === '\n' ? character : visible(character)));
}

/** Control characters, lone surrogates, line separators, and what turns or hides text without a trace. */
function replaceUnsafe(text: string, by: (character: string) => string): string {
  if (isCommon(text)) return text;
  return text.replace(/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu, by);
}

function visible(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return SHORT[character] ?? `\\u{${code}}`;
}
