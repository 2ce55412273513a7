/** The beginning of a formula for a spreadsheet, also in full width and after spaces or invisible characters. */
const FORMULA = /^(?:[\s\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Whether a spreadsheet would take a typed text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}
