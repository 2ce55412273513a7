import { isCommon } from './width.js';

/** Hangul fillers are letters for Unicode, and a blank to the eye. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;
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

/** Control characters, lone surrogates, line separators, and what turns text or is not seen. */
function replaceUnsafe(text: string, by: (character: string) => string): string {
  if (isCommon(text)) return text;
  return text.replace(UNSAFE, (found, offset: number) =>
    isOfEmoji(found, text.slice(Math.max(offset - 2, 0), offset)) ? found : by(found),
  );
}

/** What joins emoji or chooses their look belongs to them. */
function isOfEmoji(found: string, before: string): boolean {
  if (found === '\ufe0f') return /\p{Emoji}$/u.test(before);
  return found === '\u200d' && /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u.test(before);
}

function visible(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return SHORT[character] ?? `\\u{${code}}`;
}
