import type { InBoth } from '../diagnostics/diagnostic.js';

/** What a clerk most often types wrong, looked for before and on the line where the parser gave up. */
const CAUSES: readonly (readonly [line: RegExp, reason: InBoth])[] = [
  [/^ *(\t)/d, { zh: '缩进用了制表符（Tab），应改用空格', en: 'The indentation holds a tab; use spaces' }],
  [
    /^ *(?:- +)*[A-Za-z]+ *(：)/d,
    {
      zh: '冒号是全角的，应改用半角冒号，后面加一个空格',
      en: 'The colon is full-width; use an ASCII colon with a space behind it',
    },
  ],
  [/^ *(?:- +)*[A-Za-z]+(:)(?=[^\s:])/d, { zh: '冒号后面缺少空格', en: 'A space is missing behind the colon' }],
];

export interface Cause {
  readonly offsets: readonly [start: number, end: number];
  readonly reason: InBoth;
}

/**
 * The likely cause of a syntax error: a key with a full-width colon reads as plain text, so that parsers complain
 * about the line after it. Looks at the line of `position` and the one before; null where nothing is conspicuous.
 */
export function likelyCause(text: string, position: number): Cause | null {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  const before = start === 0 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
  return causeIn(text, before) ?? causeIn(text, start);
}

function causeIn(text: string, start: number): Cause | null {
  const next = text.indexOf('\n', start);
  const line = text.slice(start, next === -1 ? text.length : next);
  for (const [pattern, reason] of CAUSES) {
    const found = pattern.exec(line)?.indices?.[1];
    if (found) return { offsets: [start + found[0], start + found[1]], reason };
  }
  return null;
}
