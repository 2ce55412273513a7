const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;
const ALPHANUMERIC = /[０-９Ａ-Ｚａ-ｚ]/g;
const OFFSET = 0xfee0;

const toAscii = (found: string): string =>
  found === '\u3000' ? ' ' : String.fromCharCode(found.charCodeAt(0) - OFFSET);

/** Full-width letters, digits, punctuation and spaces in ASCII: for dates and numbers, never for prose. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, toAscii);
}

/** Full-width letters and digits alone: in a name （） stay what they are. */
export function halfWidthLetters(text: string): string {
  return text.replace(ALPHANUMERIC, toAscii);
}
