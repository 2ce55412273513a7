import { lastDay, monthOf } from '../text/calendar-date.js';
import { dayOf } from './evidence.js';
import type { FileContent } from './import-content.js';
import type { Days } from './reconcile-plan.js';

/** The days whose sign-ins files have: those given, else the months from the first sign-in to the last, up to a day. */
export function signedDays(files: readonly FileContent[], asOf: string, period: Days | undefined): Days | null {
  const signIns = files.filter(({ file }) => file.mapping.role === '签到').flatMap(({ drafts }) => drafts);
  const days = signIns
    .map(dayOf)
    .filter((day) => day !== '')
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  const found = period ?? (first && last ? { from: `${monthOf(first)}-01`, until: lastDay(monthOf(last)) } : null);
  return found && { from: found.from, until: found.until < asOf ? found.until : asOf };
}
