import type { Choice } from '../../text/choice.js';

/** One candidate. After one that ends in `=` or `@` the shell adds no space, because it continues. */
export interface Candidate {
  readonly value: string;
  /** What it means, in a few words; empty where the word says it. */
  readonly text: string;
}

/** The offer for a word: a list, or the shell's own completion of files or folders. */
export type Offer = readonly Candidate[] | 'files' | 'folders';

/** Candidates without a description. */
export function plain(words: readonly string[]): Candidate[] {
  return words.map((value) => ({ value, text: '' }));
}

/** Whether the typed part is Chinese. */
export function isChinese(typed: string): boolean {
  return /[^\x20-\x7e]/.test(typed);
}

/**
 * The candidates of a closed list, described by their names in the other language: Chinese ones where Chinese is typed.
 */
export function chosenFrom(choices: readonly Choice[], typed: string): Candidate[] {
  if (!isChinese(typed)) return choices.map(({ name, chinese = '' }) => ({ value: name, text: chinese }));
  return choices.flatMap(({ name, chinese }) => (chinese === undefined ? [] : [{ value: chinese, text: name }]));
}

/** The candidates that begin with the typed part; if none does, those that contain it: 二党支部 finds 骨科第二党支部. */
export function fitting(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  const unique = [...new Map(candidates.map((candidate) => [candidate.value, candidate])).values()];
  const begin = unique.filter(({ value }) => value.startsWith(typed));
  return begin.length > 0 ? begin : unique.filter(({ value, text }) => value.includes(typed) || text.includes(typed));
}
