import pinyin from 'pinyin-match';

/** Its types describe an ES module; as CommonJS the functions are the export itself. */
const { match } = pinyin as unknown as typeof pinyin.default;

/**
 * How well letters fit the pinyin of a name, whole syllables or initials: 0 for the whole name, 1 for its beginning, 2 for
 * a part, infinity for not at all.
 */
export function pinyinRank(name: string, letters: string): number {
  const found = match(name, letters);
  if (!Array.isArray(found)) return Number.POSITIVE_INFINITY;
  const [from, to] = found;
  if (from > 0) return 2;
  return to === name.length - 1 ? 0 : 1;
}
