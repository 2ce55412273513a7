import { kindTitle } from '../schema/kinds.js';
import { shownText } from '../text/shown-text.js';
import { wrap } from '../text/wrap.js';
import type { FoundLine } from '../workspace/find-words.js';

/** The lines that hold the words searched for, below their records, each with its place as editors open it. */
export function foundText(found: readonly FoundLine[], words: readonly string[], width: number): string {
  const records = new Map<string, FoundLine[]>();
  for (const line of found) {
    const name = shownText(`${kindTitle(line.kind)}“${line.id}”`);
    records.set(name, [...(records.get(name) ?? []), line]);
  }
  const lines = [...records].flatMap(([name, own]) => [
    ...wrap(name, width),
    ...own.flatMap(({ file, line, text }) => indented(shownText(`${file}:${line}　${text}`), width)),
  ]);
  const sought = shownText(words.join('”“'));
  const last = records.size === 0 ? `没有记录有“${sought}”。换一个词，或只写一部分。` : `共${records.size}条记录。`;
  return `${[...lines, ...wrap(last, width)].join('\n')}\n`;
}

function indented(text: string, width: number): string[] {
  return wrap(text, width - 4).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`));
}
