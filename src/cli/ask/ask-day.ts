import { dateTyped } from '../../edit/read-date.js';
import { isDate } from '../../text/date-format.js';
import type { Conversation } from './conversation.js';

/** The day on which is asked, and the year of a day typed without one. */
interface Now {
  readonly today: string;
  readonly year: number;
}

/** Asks for a day, written in any way. @param usual what Enter takes @returns YYYY-MM-DD @throws Left */
export async function askDay(conversation: Conversation, title: string, usual: string, now: Now): Promise<string> {
  const dayOf = (text: string): string | null => {
    const date = dateTyped(text, now);
    return date !== null && isDate(date) ? date : null;
  };
  const check = async (text: string): Promise<string | null> =>
    dayOf(text) === null ? '不是日期，或没有这一天。写成 2025-03-15、3月15日 或 今天 的样子。' : null;
  const typed = await conversation.once<string>(title, (before = usual) =>
    conversation.questions.type({ title, usual: before, check }),
  );
  return dayOf(typed) ?? now.today;
}
