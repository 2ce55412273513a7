import type { InBoth } from '../diagnostics/diagnostic.js';
import { type Kind, kindTitle } from '../schema/kinds.js';

/** The folders in which records of some kinds are entered: organizations、branches. */
export function kindFolders(kinds: Iterable<Kind>): string {
  return [...new Set(kinds)].join('、');
}

/** Kinds as words of a sentence: “党支部”、“科室”; in English their folders, with the Chinese titles. */
export function kindNames(kinds: Iterable<Kind>): InBoth {
  const named = [...new Set(kinds)];
  return {
    zh: named.map((kind) => `“${kindTitle(kind)}”`).join('、'),
    en: named.map((kind) => `${kind} (${kindTitle(kind)})`).join(' or '),
  };
}
