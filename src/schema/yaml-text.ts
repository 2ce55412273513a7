/** Begins with a letter, a digit or an opening bracket of prose, and holds nothing that means something in YAML. */
const HARMLESS = /^[\p{L}\p{N}【《“（〔](?:[\p{L}\p{N}〔〕【】《》“”（）·、。—-]| (?! ))*(?<! )$/u;
/** With a Chinese character in it a text is no number and none of YAML's words. */
const CHINESE = /\p{Script=Han}/u;
const DATE = /^\d{4}-\d\d(?:-\d\d)?$/;

/** A text on one line as it is typed in YAML, in a list in brackets too: in quotation marks only where it needs them. */
export function yamlText(text: string): string {
  return DATE.test(text) || (CHINESE.test(text) && HARMLESS.test(text)) ? text : JSON.stringify(text);
}
