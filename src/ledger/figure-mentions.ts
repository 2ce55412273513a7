/** `{figure id}` in a narrative; `{}` matches too, with an empty id. */
export const FIGURE_MENTION = /\{([^{}\n]*)\}/g;

/** Dates in a text: 2021年, 2021年6月2日, 12月, 6月2日, 1—12月, 2021年度. Their digits are no figures. */
export const DATE_MENTION = /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?度?|\d{1,2}[—-]\d{1,2}月|\d{1,2}月(?:\d{1,2}日)?/g;

/** Titles in quotation marks, whose digits belong to a name: “惠民10条”, 《…》, 〔2025〕2号. */
export const TITLE_MENTION = /“[^”]*”|《[^》]*》|〔[^〕]*〕\d*号?/g;

const PROSE_NUMBER = /\d[\d.,]*\s?(?:%|％|\p{Script=Han}{1,2})?/gu;

/** The ids of the figures a narrative takes, in order. */
export function figureMentions(text: string): string[] {
  return [...text.matchAll(FIGURE_MENTION)].map(([, id = '']) => id.trim());
}

/** Numbers typed into a narrative, with the word after them: 157面, 232位. */
export function proseNumbers(text: string): string[] {
  const rest = text.replace(FIGURE_MENTION, '').replace(TITLE_MENTION, '').replace(DATE_MENTION, '');
  return [...rest.matchAll(PROSE_NUMBER)].map(([found]) => found);
}
