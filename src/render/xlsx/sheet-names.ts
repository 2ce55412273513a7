import { xmlText } from '../xml-text.js';

/** What a sheet's name may not contain, and must not begin or end with. */
const FORBIDDEN = /[\][:*?/\\\n]+/g;
const QUOTES = /^'+|'+$/g;
const LONGEST = 31;
/** Excel keeps it for itself. */
const RESERVED = 'history';

/** The names of sheets by the titles of their tables: allowed, short enough, no two alike, none empty or kept. */
export function sheetNames(titles: readonly string[], kept: readonly string[] = []): string[] {
  const taken = new Set([RESERVED, ...kept]);
  return titles.map((title) => {
    const wanted = cut(xmlText(title).replace(FORBIDDEN, ' ').trim(), LONGEST).replace(QUOTES, '') || '表';
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number++) {
      const end = `（${number}）`;
      name = cut(wanted, LONGEST - end.length) + end;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** At most so many UTF-16 units, as Excel counts, and no half of a pair. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
