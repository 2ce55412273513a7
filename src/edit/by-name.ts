/** Letters alone are pinyin, whole or by initials. */
const LETTERS = /^[a-z]{2,}$/i;

/** How well letters fit the pinyin of a name: the lower the better, infinity for not at all. */
export type PinyinRank = (name: string, letters: string) => number;

/** Pinyin, loaded for a word that may be some: its table is large. */
export async function pinyinFor(word: string): Promise<PinyinRank | undefined> {
  return LETTERS.test(word) ? (await import('./pinyin-rank.js')).pinyinRank : undefined;
}

/**
 * The things a word may mean, by the best way that finds any: their first name (an id), another name, a part of a name,
 * pinyin (dh and donghu are 东湖). With several the user has to choose.
 * @param namesOf the names of a thing, its id first
 */
export async function byName<T>(
  word: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
): Promise<readonly T[]> {
  return calledLike(word, all, namesOf, await pinyinFor(word));
}

/** As `byName`; without `rank` pinyin is not tried. */
export function calledLike<T>(
  word: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
  rank?: PinyinRank,
): readonly T[] {
  if (word === '') return [];
  const ways: readonly ((one: T) => boolean)[] = [
    (one) => namesOf(one)[0] === word,
    (one) => namesOf(one).includes(word),
    (one) => namesOf(one).some((name) => name.includes(word)),
  ];
  for (const isMeant of ways) {
    const found = all.filter(isMeant);
    if (found.length > 0) return found;
  }
  return rank && LETTERS.test(word) ? byPinyin(word, all, namesOf, rank) : [];
}

/** By the pinyin of a whole name, else of its beginning, else of any part. */
function byPinyin<T>(
  word: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
  rank: PinyinRank,
): readonly T[] {
  const found = all.map((one) => ({ one, rank: Math.min(...namesOf(one).map((name) => rank(name, word))) }));
  const best = Math.min(...found.map(({ rank }) => rank));
  return best === Number.POSITIVE_INFINITY ? [] : found.filter(({ rank }) => rank === best).map(({ one }) => one);
}
