const DATE = /^\d{4}-\d\d(?:-\d\d)?$/;

/** A text on one line as it is typed in YAML, in a list in brackets too: in quotation marks only where it needs them. */
export function yamlText(text: string): string {
  return DATE.test(text) || isHarmless(text) ? text : JSON.stringify(text);
}

/**
 * Whether a text begins with a letter, a digit or an opening bracket of prose, and holds nothing that means something in
 * YAML: with a Chinese character in it, it is no number and none of YAML's words either.
 */
function isHarmless(text: string): boolean {
  if (!/\p{Script=Han}/u.test(text)) return false;
  return /^[\p{L}\p{N}【《“（〔](?:[\p{L}\p{N}〔〕【】《》“”（）·、。—-]| (?! ))*(?<! )$/u.test(text);
}
