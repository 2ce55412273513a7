/** A word that every parser takes for text, in a list in brackets too. */
const PLAIN =
  /^(?:\p{Script=Han}[\p{L}\p{N}〔〕·（）-]*|\d{4}-\d\d(?:-\d\d)?(?:-[\p{L}\p{N}-]*\p{Script=Han}[\p{L}\p{N}-]*)?)$/u;

/** A text on one line as it is typed in YAML: in quotation marks unless it is plainly a word or a date. */
export function yamlText(text: string): string {
  return PLAIN.test(text) ? text : JSON.stringify(text);
}
