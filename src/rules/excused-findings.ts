import type { Finding, Language } from '../diagnostics/diagnostic.js';
import type { Excuse, Excused } from './rule.js';

/** The findings that records are excused from, with the written reason as the hint. */
export function excusedFindings(excused: readonly Excused[]): Finding[] {
  return excused.map(({ finding, excuse }) => ({
    ...finding,
    wording: (language) => ({ message: finding.wording(language).message, hint: REASON[language](excuse) }),
  }));
}

const REASON: Readonly<Record<Language, (excuse: Excuse) => string>> = {
  zh: ({ reason, by, date }) => `理由：${reason}（${by}，${date}）`,
  en: ({ reason, by, date }) => `Reason: ${reason} (${by}, ${date})`,
};
