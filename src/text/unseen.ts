/** An invisible range of a text; offsets in UTF-16, the end exclusive. */
export interface Unseen {
  readonly start: number;
  readonly end: number;
  /** U+200B. */
  readonly name: string;
}

/**
 * Format characters, fillers, variation selectors and tags: Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties)
 * and Cf. Joiners and variation selectors of emoji are excepted.
 */
const UNSEEN = /(?:\p{Cf}|\p{Default_Ignorable_Code_Point})+/gu;
/** A fast path: texts of ASCII, accents, common punctuation and Chinese characters have nothing invisible. */
const ALL_SEEN =
  /^[\t\r\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2500-\u25ff\u3000-\u3163\u3165-\u9fff\uff01-\uff9f]*$/;
const BEFORE_SELECTOR = /\p{Emoji}$/u;
const BEFORE_JOINER = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;

/** The invisible ranges of a text. */
export function unseenIn(text: string): Unseen[] {
  if (ALL_SEEN.test(text)) return [];
  return [...text.matchAll(UNSEEN)].flatMap(({ 0: found, index }) => {
    const own = lengthOfEmojiPart(found, text.slice(Math.max(index - 2, 0), index));
    const rest = found.slice(own);
    return rest === '' ? [] : [{ start: index + own, end: index + found.length, name: nameOf(rest) }];
  });
}

/** The length of the part of such a range that belongs to the emoji before it: a selector, a joiner, or both. */
function lengthOfEmojiPart(found: string, before: string): number {
  const selector = found[0] === '\ufe0f' && BEFORE_SELECTOR.test(before) ? 1 : 0;
  const joined = selector === 1 ? '\ufe0f' : before;
  return selector + (found[selector] === '\u200d' && BEFORE_JOINER.test(joined) ? 1 : 0);
}

function nameOf(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
