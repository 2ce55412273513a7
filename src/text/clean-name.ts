import { halfWidthLetters } from './half-width.js';

/** Quotation marks of any script around the whole of a text. */
const QUOTED = /^(?:“([^“”]*)”|‘([^‘’]*)’|「([^「」]*)」|『([^『』]*)』|＂([^＂]*)＂|”([^“”]*)”|“([^“”]*)“|"([^"]*)")$/;

/** A name without what does not belong to it: spaces around it, quotation marks around all of it, full-width letters. */
export function cleanName(text: string): string {
  const trimmed = text.trim();
  const inner = QUOTED.exec(trimmed)
    ?.slice(1)
    .find((part) => part !== undefined);
  return halfWidthLetters(inner ?? trimmed).trim();
}

/** As `cleanName`, without the spaces within: 柳  佳 is 柳佳. */
export function foldName(text: string): string {
  return cleanName(text).replace(/\s/g, '');
}

/**
 * The one name that differs from a typed one only by spaces, quotation marks and full-width letters; null where there is
 * none, where there are several, or where that name is not clean itself.
 */
export function onlySameName(typed: string, names: Iterable<string>): string | null {
  const folded = foldName(typed);
  const same = new Set([...names].filter((name) => name !== typed && foldName(name) === folded));
  if (typed === folded) return null;
  const [only] = same;
  return same.size === 1 && only === folded ? only : null;
}
