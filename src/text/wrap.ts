import { displayWidth, isCommon } from './width.js';

const SPACES = '[ \\u3000]';
/** 禁则: what may not begin a line, and what may not end one. */
const CLOSING = '，。；：、！？）》〉」』”’〕】〗］｝…％‰℃·．,.;:!?)\\]}%*';
const OPENING = '（《〈「『“‘〔【〖［｛([{';

/** How a text is split: into tokens that stay on one line, and a token into visible characters. */
interface Splitter {
  readonly tokens: RegExp;
  readonly clusters: RegExp;
}

/** For common characters (`isCommon`), by ranges: Unicode properties take milliseconds to compile. */
const COMMON = splitter('(?:——|[^])', '[0-9A-Za-z０-９Ａ-Ｚａ-ｚ〆]');
let any: Splitter | undefined;

/** For any text: characters with their marks, joined emoji and flags stay together; letters are those of words, not Chinese. */
function anySplitter(): Splitter {
  any ??= splitter(
    '(?:——|\\p{RI}\\p{RI}|[^])(?:\\p{M}|\\p{EMod}|\\u200d[^])*',
    '(?:(?!\\p{sc=Han}|\\p{sc=Hira}|\\p{sc=Kana}|\\p{sc=Hang})[\\p{L}\\p{N}\\p{M}])',
  );
  return any;
}

/**
 * @param cluster the pattern of one visible character; dashes in pairs stay together
 * @param letter the pattern of a character of a Latin word
 */
function splitter(cluster: string, letter: string): Splitter {
  // A Latin word, number, path or id: `36768`, `2025-03-15`, `data/pairings/2025.yaml:3`, `1—12`.
  const word = `[-+_#$@~/\\\\]*${letter}(?:[-+_#$@~/\\\\.,:=&'*—–]*${letter})*[-_/]*`;
  // A file's path with its line, Chinese names and all: `data/tasks/2025-揭榜挂帅.yaml:43`.
  const path = `(?:[A-Za-z]:)?[-\\w.~]*(?:/[^\\s/，。；：、！？“”（）《》:]+)+\\.[a-z]+(?::\\d+)*`;
  // A token: a path, a word (12月, 96%) or a character, with the punctuation that stays beside it.
  const group = `(?:[${OPENING}]${SPACES}*)*(?:${path}|${word}[年月日]?|${cluster})(?:${SPACES}*[${CLOSING}])*`;
  return { tokens: new RegExp(`(${SPACES}+)|${group}`, 'gu'), clusters: new RegExp(cluster, 'gu') };
}

const OUTER_SPACES = new RegExp(`^${SPACES}+|${SPACES}+$`, 'gu');
const BEGINS_CLOSING = new RegExp(`^[${CLOSING}]`, 'u');
const ENDS_OPENING = new RegExp(`[${OPENING}]$`, 'u');

/**
 * Breaks a text into lines of at most `width` columns, because no terminal or table library breaks
 * Chinese rightly: anywhere between Chinese characters, not inside a Latin word or number unless it is
 * longer than a line, with 禁则 for punctuation. Line feeds stay; spaces at a break go, no other
 * character is lost.
 * @throws RangeError for a width below 2, which a Chinese character needs.
 */
export function wrap(text: string, width: number): string[] {
  if (width < 2) throw new RangeError(`wrap: a width of ${width} is too narrow for Chinese`);
  const lines = text.replaceAll('\t', ' ').split(/\r?\n/);
  return lines.flatMap((line) => (displayWidth(line) <= width ? [line] : wrapLine(line, width)));
}

function wrapLine(text: string, width: number): string[] {
  const { tokens, clusters } = isCommon(text) ? COMMON : anySplitter();
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let spaces = '';
  for (const [token, isSpace] of text.matchAll(tokens)) {
    if (isSpace !== undefined) {
      spaces = lines.length === 0 || line !== '' ? token : '';
      continue;
    }
    used += displayWidth(spaces + token);
    if (used <= width) {
      line += spaces + token;
    } else {
      const pieces = splitToFit(token.match(clusters) ?? [], width);
      lines.push(line, ...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
      used = displayWidth(line);
    }
    spaces = '';
  }
  const filled = [...lines, line].filter((each) => each !== '');
  return filled.length === 0 ? [''] : filled;
}

/** Splits a token longer than a line into pieces of at most `width` columns, where 禁则 allows if possible. */
function splitToFit(clusters: readonly string[], width: number): string[] {
  const pieces: string[] = [];
  let rest = clusters;
  while (displayWidth(rest.join('')) > width) {
    const fitting = countFitting(rest, width);
    const cut = lastAllowedCut(rest, fitting);
    pieces.push(rest.slice(0, cut).join('').replace(OUTER_SPACES, ''));
    rest = rest.slice(cut);
  }
  return [...pieces, rest.join('').replace(OUTER_SPACES, '')];
}

function countFitting(clusters: readonly string[], width: number): number {
  let used = 0;
  const over = clusters.findIndex((cluster) => {
    used += displayWidth(cluster);
    return used > width;
  });
  return Math.max(1, over === -1 ? clusters.length : over);
}

function lastAllowedCut(clusters: readonly string[], fitting: number): number {
  for (let cut = fitting; cut > 0; cut--) {
    if (!BEGINS_CLOSING.test(clusters[cut] ?? '') && !ENDS_OPENING.test(clusters[cut - 1] ?? '')) return cut;
  }
  return fitting;
}
