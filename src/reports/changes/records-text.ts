import { nodeAt } from '../../schema/dictionary.js';
import { type Kind, kindTitle } from '../../schema/kinds.js';
import { scalarText } from '../../text/scalar-text.js';
import { shownText } from '../../text/shown-text.js';

/**
 * The records of a file as text in Chinese, a line for each value: what git compares instead of the YAML, so that
 * `git diff` and `git log -p` are read like a form.
 */
export function recordsText(kind: Kind, records: readonly unknown[]): string {
  return records.map((record) => `${kindTitle(kind)}\n${linesOf(kind, record, [], '  ').join('')}\n`).join('');
}

function linesOf(kind: Kind, value: unknown, path: readonly string[], indent: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const [first = '', ...rest] = linesOf(kind, item, [...path, String(index)], `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...rest];
    });
  }
  if (value === null || typeof value !== 'object') return [`${indent}${scalar(value)}\n`];
  return Object.entries(value).flatMap(([name, field]) => {
    const at = [...path, name];
    const title = shownText(nodeAt(kind, at)?.title ?? name);
    if (isSimple(field)) return [`${indent}${title}：${[field].flat().map(scalar).join('、')}\n`];
    return [`${indent}${title}：\n`, ...linesOf(kind, field, at, `${indent}  `)];
  });
}

/** Whether a value stands on the line of its title: a word, a number, or a list of these. */
function isSimple(value: unknown): boolean {
  return [value].flat().every((item) => item === null || typeof item !== 'object');
}

const scalar = (value: unknown): string =>
  shownText(typeof value === 'string' ? value : value === null || value === undefined ? '' : scalarText(value));
