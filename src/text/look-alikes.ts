/**
 * Letters that look like those of ids. Source: Unicode Technical Standard 39, confusables.txt, for Latin
 * letters, digits and common Chinese characters. Each pair is the look-alike and the usual character.
 */
const PAIRS =
  'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ԌG ԚQ ԜW аa сc ԁd еe һh іi јj ӏl оo рp ԛq ѕs уy хx ԝw ѵv ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ϳj οo νv ρp ɑa ɡg ıi ՕO օo ՏS հh ոn սu' +
  ' ロ口 エ工 カ力 タ夕 ト卜 ニ二 ハ八 ノ丿 ー一 オ才';
const LOOKS_LIKE = new Map(
  PAIRS.split(' ').flatMap((pair) => {
    const [look, plain] = [...pair];
    return look !== undefined && plain !== undefined ? [[look, plain] as const] : [];
  }),
);
/**
 * Compatibility characters of Unicode with a single counterpart: full width, compatibility ideographs, radicals,
 * letters of formulas.
 */
const COMPATIBILITY = /^[\u2e80-\u2fdf\uf900-\ufaff\uff01-\uff5e\u{1d400}-\u{1d7ff}\u{2f800}-\u{2fa1f}]$/u;
/** Ids of Chinese characters, Latin letters and digits. */
const USUAL = /^[ -~\u00b7\u3014\u3015\u3400-\u9fff]*$/;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Katakana}]/u;

/**
 * An id in usual letters: Ａ and the Cyrillic А become A, U+F9DC becomes 隆. A text that is written in
 * another script throughout is unchanged.
 */
export function plainLetters(text: string): string {
  if (USUAL.test(text)) return text;
  const plain = [...text]
    .map((character) => (COMPATIBILITY.test(character) ? character.normalize('NFKC') : character))
    .join('')
    .normalize('NFC');
  const looking = [...plain].map((character) => LOOKS_LIKE.get(character) ?? character).join('');
  return FOREIGN.test(looking) ? plain : looking;
}

/** A key that is the same for all ids that look alike, zero and O, or one, I and l, included. */
export function skeleton(text: string): string {
  const plain = USUAL.test(text)
    ? text
    : [...plainLetters(text)].map((character) => LOOKS_LIKE.get(character) ?? character).join('');
  return plain.replace(/[0〇○o]/g, 'O').replace(/[1I|]/g, 'l');
}

/** Whether an id has a letter that may be taken for another; without such letters no two ids look alike. */
export function hasLookAlikes(text: string): boolean {
  return /[〇○OoIl|]/.test(text) || !USUAL.test(text);
}
