/** Letters alone are pinyin, whole or by initials. */
const LETTERS = /^[a-z]{2,}$/i;

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
  return LETTERS.test(word) ? byPinyin(word, all, namesOf) : [];
}

/** By the pinyin of a whole name, else of its beginning, else of any part. */
async function byPinyin<T>(
  word: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
): Promise<readonly T[]> {
  const { pinyinRank } = await import('./pinyin-rank.js');
  const found = all.map((one) => ({ one, rank: Math.min(...namesOf(one).map((name) => pinyinRank(name, word))) }));
  const best = Math.min(...found.map(({ rank }) => rank));
  return best === Number.POSITIVE_INFINITY ? [] : found.filter(({ rank }) => rank === best).map(({ one }) => one);
}
