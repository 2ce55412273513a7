import { pinyinRank } from '../../edit/pinyin-rank.js';
import type { Offered } from './questions.js';

/** What typing finds in a menu: by the beginning of a name, by a part of it, by pinyin, the best first. */
export function narrowed(offered: readonly Offered[], typed: string): readonly Offered[] {
  const term = typed.trim().toLowerCase();
  if (term === '') return offered;
  return offered
    .map((one) => ({ one, rank: Math.min(...namesOf(one).map((name) => rankOf(name.toLowerCase(), term))) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

const namesOf = ({ value, shown = value, names = [shown] }: Offered): readonly string[] => names;

function rankOf(name: string, term: string): number {
  if (name.startsWith(term)) return -2;
  return name.includes(term) ? -1 : pinyinRank(name, term);
}
