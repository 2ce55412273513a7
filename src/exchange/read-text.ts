import type { Draft, Passage } from '../document/draft.js';
import { cellHeads } from '../reports/draft/own-phrases.js';
import { displayWidth } from '../text/width.js';
import { shortEnough } from './short-passages.js';

/** A line this wide, and without an end, was broken by a program: text in a pipe is 80 columns wide. */
const WRAPPED = [72, 82] as const;
const ENDS = /[。！？；：!?;:]\s*$/;
/** What begins a passage of its own: an indent, the number of a heading or of a point, a mark of a table or list. */
const BEGINS =
  /^(?:[\s\u3000]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]+[章篇]|[│┌├└|+#>*-]|〔\d+〕 )/;
const DRAWN = /^\s*[┌├└│+|]/;

interface Open {
  text: string;
  readonly place: number;
  readonly breaks: number[];
}

/** A text file as a draft: a line is a paragraph, lines that were wrapped are one again; drawn tables are left out. */
export function readText(text: string): Draft {
  const lines = text.split(/\r\n|\n|\r/);
  const open: Open[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || DRAWN.test(line)) continue;
    const [before = ''] = lines.slice(index - 1, index);
    const last = open.at(-1);
    if (last && isWrapped(before) && !DRAWN.test(before) && !BEGINS.test(line)) {
      last.breaks.push(last.text.length);
      last.text += line;
    } else open.push({ text: line, place: index + 1, breaks: [] });
  }
  return { counted: '行', passages: open.flatMap((passage) => shortEnough(passage)) };
}

const HEADING = /^(#{1,6})\s+(.*?)(?:\s+#+)?$/;
const ROW = /^\s*\|(.*)\|\s*$/;
const RULE = /^[\s|:-]+$/;

/** A Markdown file as a draft: headings by their #, tables by their rows; marks of emphasis and escapes are taken away. */
export function readMarkdown(text: string): Draft {
  const lines = text.split(/\r\n|\n|\r/);
  let head: readonly string[] | null = null;
  const passages = lines.flatMap((line, index): readonly Passage[] => {
    const place = index + 1;
    const row = ROW.exec(line)?.[1];
    if (row === undefined) head = null;
    if (line.trim() === '' || RULE.test(line)) return [];
    if (row === undefined) {
      const [, marks, title = ''] = HEADING.exec(line) ?? [];
      if (marks !== undefined) return [{ text: plain(title), place, level: marks.length - 1 }];
      return shortEnough({ text: plain(line.replace(/^\s*(?:>|[-*+]\s)\s*/, '')), place });
    }
    const cells = row.split(/(?<!\\)\|/).map((cell) => plain(cell.trim()));
    if (head === null) {
      head = cells;
      return [];
    }
    const columns = head;
    return cells.map((cell, nth) => ({ text: cell, place, heads: cellHeads(cells[0] ?? '', columns[nth] ?? '', nth) }));
  });
  return { counted: '行', passages };
}

function plain(text: string): string {
  return text
    .replace(/<!--.*?-->/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/(?<!\\)(?:\*\*|__|`)/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function isWrapped(line: string): boolean {
  const width = displayWidth(line);
  return WRAPPED[0] <= width && width <= WRAPPED[1] && !ENDS.test(line);
}
