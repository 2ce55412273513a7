import type { InBoth, Repair } from '../diagnostics/diagnostic.js';
import { contentLines, type Line } from './content-lines.js';

/** Something a clerk often types wrong, in one line of a file. */
export interface LineMistake {
  /** From 1. */
  readonly line: number;
  readonly offsets: readonly [start: number, end: number];
  /** The wrong character, for full-width punctuation; every other mistake has a reason. */
  readonly mark?: string;
  readonly reason?: InBoth;
  /** The line as it should be, without its indentation. */
  readonly fixed?: string;
  /** The line is indented further than the field above it, and was parsed as a continuation of that field's text. */
  readonly isInside?: boolean;
  /** The change that lets the parser continue; only `sure` ones are written into the file. */
  readonly repair: PlacedRepair;
  /** Where several repairs are possible, all of them: the one with which the parser gets furthest is taken. */
  readonly choices?: readonly PlacedRepair[];
  readonly sure: boolean;
  /** It can be nothing but this mistake; one that is not plain counts only where the parser stops. */
  readonly plain: boolean;
}

/** A repair that says where it is made. */
type PlacedRepair = Repair & { readonly offsets: readonly [number, number] };

const TAB: InBoth = { zh: '缩进用了制表符（Tab），应改用空格', en: 'The indentation holds a tab; use spaces' };
const WIDE_SPACE: InBoth = {
  zh: '缩进用了全角空格，应改用半角空格',
  en: 'The indentation holds a full-width space; use ASCII spaces',
};
const NO_SPACE: InBoth = { zh: '冒号后面缺少空格', en: 'A space is missing behind the colon' };
const DASH = /^([－–—]|-(?=\u3000))[ \u3000]*(?=\S)/;
const KEY =
  /^((?:- +){0,50})([A-Za-z][A-Za-z0-9]{0,199}|[\p{Script=Han}A-Za-z0-9]{1,12})([ \u3000]*(?:：|；|:(?=[\u3000\u00a0]))[ \u3000\u00a0]*|:(?=[^\s:/]))/u;
/** A comma between two fields in braces: a key with its colon follows. */
const COMMA_IN_BRACES = /[，；][ \u3000]*(?=[A-Za-z][A-Za-z0-9]* *:[ \u3000])/g;
const VALUE = /^((?:- +){0,50}(?:[A-Za-z]+: +)?)([@%`])/;

/** The typing mistakes in the lines of a file; text blocks, comments and prose are skipped. */
export function lineMistakes(text: string): LineMistake[] {
  return contentLines(text).flatMap(mistakesIn);
}

function mistakesIn(line: Line): LineMistake[] {
  const indent = badIndent(line);
  const body = line.text.slice(line.indent.length);
  const at = line.start + line.indent.length;
  const found = fullWidthDash(line, body, at) ?? colon(line, body, at) ?? reserved(line, body, at);
  return [indent, found, commas(line, body, at)].filter((mistake) => mistake !== null);
}

/** A tab or a wide space in the indentation; the column meant is certain only where there is a single candidate. */
function badIndent({ indent, start, number, columns, text }: Line): LineMistake | null {
  const first = indent.search(/[^ ]/);
  if (first === -1 || indent.length === text.length) return null;
  // A field begins in the column of an open field; a list item in such a column or two further in.
  const isField = !/^- /.test(text.slice(indent.length));
  const open = columns.length === 0 ? [2] : columns;
  const possible = isField ? open : [...new Set([0, ...open.flatMap((column) => [column, column + 2])])];
  const choices = possible.map((column): PlacedRepair => {
    return { offsets: [start, start + indent.length], text: ' '.repeat(column) };
  });
  const [repair] = choices;
  if (!repair) return null;
  return {
    line: number,
    offsets: [start + first, start + indent.length],
    reason: indent[first] === '\t' ? TAB : WIDE_SPACE,
    repair,
    ...(choices.length > 1 ? { choices } : {}),
    sure: columns.length === 1 && isField,
    plain: true,
  };
}

function fullWidthDash({ number }: Line, body: string, at: number): LineMistake | null {
  const [all, dash] = DASH.exec(body) ?? [];
  if (all === undefined || dash === undefined) return null;
  const wide = dash === '-' ? [1, all.length] : [0, dash.length];
  return {
    line: number,
    offsets: [at + (wide[0] ?? 0), at + (wide[1] ?? 1)],
    mark: dash === '-' ? '\u3000' : dash,
    fixed: `- ${body.slice(all.length)}`,
    repair: { offsets: [at, at + all.length], text: '- ' },
    sure: dash !== '—',
    plain: dash !== '—',
  };
}

function colon({ number }: Line, body: string, at: number): LineMistake | null {
  const [all, dashes = '', key = '', colons] = KEY.exec(body) ?? [];
  if (all === undefined || colons === undefined) return null;
  const from = dashes.length + key.length;
  const offset = colons.search(/[：；:]/);
  const isAscii = /^[a-z][A-Za-z0-9]*$/.test(key);
  const isSemicolon = colons.includes('；');
  // After Chinese words a semicolon is prose.
  if (isSemicolon && !isAscii) return null;
  const isFull = isSemicolon || colons.includes('：');
  const isSpace = !isFull && colons.length > 1;
  const rest = body.slice(all.length);
  const text = rest.trim() === '' ? ':' : ': ';
  const wrong = isFull ? offset : isSpace ? offset + 1 : offset;
  const start = at + from + wrong;
  return {
    line: number,
    offsets: [start, start + 1],
    ...(isFull || isSpace ? { mark: isFull ? (colons[offset] ?? '：') : '\u3000' } : { reason: NO_SPACE }),
    fixed: `${dashes}${key}${text}${rest}`,
    repair: { offsets: [at + from, at + all.length], text, field: key },
    sure: isAscii && !isSemicolon,
    plain: isAscii && !isSemicolon && (isFull || isSpace),
  };
}

/** The full-width commas of a line as one mistake: with one repaired the parser would stop at the next. */
function commas({ number }: Line, body: string, at: number): LineMistake | null {
  const brace = body.indexOf('{');
  const found = brace === -1 ? [] : [...body.matchAll(COMMA_IN_BRACES)].filter(({ index }) => index > brace);
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last) return null;
  const end = last.index + last[0].length;
  const head = body.slice(0, brace + 1);
  const fixed = head + body.slice(brace + 1).replace(COMMA_IN_BRACES, ', ');
  const text = fixed.slice(first.index, fixed.length - (body.length - end));
  const start = at + first.index;
  return {
    line: number,
    offsets: [start, start + 1],
    mark: first[0].charAt(0),
    fixed: fixed.trimEnd(),
    repair: { offsets: [start, at + end], text },
    sure: found.every(([comma]) => comma.startsWith('，')),
    plain: false,
  };
}

function reserved({ number }: Line, body: string, at: number): LineMistake | null {
  const [all, before = '', sign] = VALUE.exec(body) ?? [];
  if (all === undefined || sign === undefined) return null;
  const value = body.slice(before.length).trimEnd();
  const start = at + before.length;
  return {
    line: number,
    offsets: [start, start + 1],
    reason: {
      zh: `内容不能以“${sign}”开头，请放在引号里`,
      en: `Content may not begin with “${sign}”; put it into quotation marks`,
    },
    fixed: `${before}"${value}"`,
    repair: { offsets: [start, start + value.length], text: JSON.stringify(value), strict: true },
    sure: before !== '' && !/[#"'\\]/.test(value) && !value.includes(': '),
    plain: false,
  };
}
