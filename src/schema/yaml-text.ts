const DATE = /^\d{4}-\d\d(?:-\d\d)?$/;

/** A one-line text as a YAML scalar, also within brackets: quoted only where it must be. */
export function yamlText(text: string): string {
  return DATE.test(text) || isHarmless(text) ? text : JSON.stringify(text);
}

/**
 * Whether a text needs no quotes: it begins with a letter, a digit or an opening bracket of prose, holds no YAML indicator,
 * and has a Chinese character, so that it is no number and no word such as `true`.
 */
function isHarmless(text: string): boolean {
  if (!/\p{Script=Han}/u.test(text)) return false;
  return /^[\p{L}\p{N}【《“（〔](?:[\p{L}\p{N}〔〕【】《》“”（）·、。—-]| (?! ))*(?<! )$/u.test(text);
}
