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

/** A figure that a text may give by its name and unit: 义诊13场. */
export interface NamedFigure {
  readonly id: string;
  /** 义诊, 锦旗; 活动 for all activities. */
  readonly label: string;
  readonly unit: string;
  /** The number that a target demands: a text may give it as well. */
  readonly goal?: number;
  /** Its value at the year's end; null where it is not known exactly. */
  readonly value: () => number | null;
}

/** A number typed into a narrative. */
export interface ProseNumber {
  /** As typed, with the word behind it: 157面, 232位. */
  readonly text: string;
  readonly value: number;
  /** The words before and behind it in its clause, without its year; a date or title is ◇, a figure ◆. */
  readonly before: string;
  readonly behind: string;
  /** What stands before the clause in its paragraph. */
  readonly context: string;
}

const CLAUSE_END = /[，。；、：！？,;:!?\n]/;

/** The numbers typed into a narrative of a year. */
export function proseNumbers(text: string, year: number): ProseNumber[] {
  const own = new RegExp(`^${year}年度?$`);
  const rest = text
    .replace(FIGURE_MENTION, '◆')
    .replace(TITLE_MENTION, '◇')
    .replace(DATE_MENTION, (date) => (own.test(date) ? '' : '◇'));
  return [...rest.matchAll(PROSE_NUMBER)].map(({ 0: found, index }) => {
    const digits = /^\d[\d.,]*/.exec(found)?.[0] ?? '';
    const [ahead, after] = [rest.slice(0, index), rest.slice(index + digits.length)];
    const paragraph = ahead.slice(ahead.lastIndexOf('\n\n') + 1);
    const before = paragraph.split(CLAUSE_END).at(-1) ?? '';
    const behind = after.split(CLAUSE_END, 1)[0]?.trim() ?? '';
    const context = paragraph.slice(0, paragraph.length - before.length);
    return { text: found, value: Number(digits.replaceAll(',', '')), before, behind, context };
  });
}
