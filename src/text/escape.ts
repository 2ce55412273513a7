import { unseenIn } from './unseen.js';
import { isCommon } from './width.js';

const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;
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
  let escaped = '';
  let at = 0;
  for (const { start, end } of unseenIn(text)) {
    escaped += text.slice(at, start) + [...text.slice(start, end)].map(visible).join('');
    at = end;
  }
  return (escaped + text.slice(at)).replace(UNSAFE, by);
}

function visible(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return SHORT[character] ?? `\\u{${code}}`;
}
