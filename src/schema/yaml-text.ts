/** A day, a month, a quarter or half a year. */
const DATE = /^\d{4}-(?:\d\d(?:-\d\d)?|Q\d|H\d)$/;

/** A one-line text as a YAML scalar, also within brackets: quoted only where it must be. */
export function yamlText(text: string): string {
  return DATE.test(text) || isHarmless(text) ? text : JSON.stringify(text);
}

/** A one-line text as a YAML scalar behind the key of a block mapping, where fewer signs need quotes. */
export function yamlLine(text: string): string {
  return isPlainLine(text) ? text : yamlText(text);
}

/** Whether a text begins with a letter, a digit or an opening bracket of prose, and has no YAML indicator. */
function isHarmless(text: string): boolean {
  if (!isReadAsText(text)) return false;
  return /^[\p{L}\p{N}【《“（〔](?:[\p{L}\p{N}〔〕【】《》“”（）·、。._—-]| (?! ))*(?<! )$/u.test(text);
}

/** Whether a line of prose has nothing that YAML takes for a comment or a key outside brackets. */
function isPlainLine(text: string): boolean {
  if (!isReadAsText(text) || !/^[\p{L}\p{N}【《“（〔]/u.test(text)) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may stand in a plain scalar.
  return !/[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff]|:(?:\s|$)|\s#|\s$|\s{2}/.test(text);
}

/**
 * Whether YAML 1.1 and 1.2 read a text as one, and not as a number, a day or a word such as `true`: it begins with a letter or
 * has a Chinese character.
 */
function isReadAsText(text: string): boolean {
  return /\p{Script=Han}/u.test(text) || (/^\p{L}/u.test(text) && !NO_TEXT.test(text));
}

const NO_TEXT = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
