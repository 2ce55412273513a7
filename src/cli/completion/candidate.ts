import type { Choice } from '../../text/choice.js';

/** One word the shell may offer. After one that ends in `=` or `@` no space is set: more of it follows. */
export interface Candidate {
  readonly value: string;
  /** What it means, in a few words; empty where the word says it. */
  readonly text: string;
}

/** What is offered for a word: a list, or whatever the shell itself offers for the names of files or folders. */
export type Offer = readonly Candidate[] | 'files' | 'folders';

/** Words without a meaning beside themselves. */
export function plain(words: readonly string[]): Candidate[] {
  return words.map((value) => ({ value, text: '' }));
}

/** Whether the user has begun to write Chinese. */
export function isChinese(typed: string): boolean {
  return /[^\x20-\x7e]/.test(typed);
}

/** The words of a closed list, each with its name in the other language: by the Chinese ones where Chinese is typed. */
export function chosenFrom(choices: readonly Choice[], typed: string): Candidate[] {
  if (!isChinese(typed)) return choices.map(({ name, chinese = '' }) => ({ value: name, text: chinese }));
  return choices.flatMap(({ name, chinese }) => (chinese === undefined ? [] : [{ value: chinese, text: name }]));
}

/** The candidates that begin with what is typed; where none does, those that hold it: 二党支部 finds 骨科第二党支部. */
export function fitting(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  const unique = [...new Map(candidates.map((candidate) => [candidate.value, candidate])).values()];
  const begin = unique.filter(({ value }) => value.startsWith(typed));
  return begin.length > 0 ? begin : unique.filter(({ value, text }) => value.includes(typed) || text.includes(typed));
}
