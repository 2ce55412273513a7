import { kindTitle } from '../schema/kinds.js';
import { shownText } from '../text/shown-text.js';
import { wrap } from '../text/wrap.js';
import type { FoundRecord } from '../workspace/find-words.js';

/** The lines that hold the words searched for, below their records, each with its place as editors open it. */
export function foundText(found: readonly FoundRecord[], words: readonly string[], width: number): string {
  const lines = found.flatMap(({ kind, id, file, lines: own }) => [
    ...wrap(shownText(`${kindTitle(kind)}“${id}”`), width),
    ...own.flatMap(({ line, text }) => indented(shownText(`${file}:${line}　${text}`), width)),
  ]);
  const sought = shownText(words.join('”“'));
  const last = found.length === 0 ? `没有记录有“${sought}”。换一个词，或只写一部分。` : `共${found.length}条记录。`;
  return `${[...lines, ...wrap(last, width)].join('\n')}\n`;
}

/** As `find --format json` gives it (schemas/contracts/find.schema.json). */
export function foundContract(found: readonly FoundRecord[], words: readonly string[]): object {
  const records = found.map(({ lines, ...record }) => ({
    ...record,
    lines: lines.map(({ line, text }) => ({ line, text: shownText(text) })),
  }));
  return { version: 1, words, records };
}

function indented(text: string, width: number): string[] {
  return wrap(text, width - 4).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`));
}
