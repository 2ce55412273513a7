import { type Member, membersOf, plainJson } from './json-text.js';

/** The new text of a settings file, or the reason why it is left unchanged. */
export type SettingChange =
  | { readonly text: string }
  | { readonly refused: 'not-json' | 'no-object' | 'comments'; readonly text?: undefined };

/**
 * Sets one member of the object in a settings file (JSON with comments), and changes no other byte:
 * `merge` gets the present value. Where comments inside that value would be lost, nothing is done.
 */
export function setMember(text: string, name: string, merge: (old: unknown) => unknown): SettingChange {
  if (text.trim() === '') return { text: `${JSON.stringify({ [name]: merge(undefined) }, null, 2)}\n` };
  const value = parsed(text);
  if (value === undefined) return { refused: 'not-json' };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { refused: 'no-object' };
  const members = membersOf(text);
  const known = members.list.filter((member) => member.name === name).at(-1);
  const indent = indentOf(text, members.list[0]);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (!known) {
    const written = `${eol}${indent}${JSON.stringify(name)}: ${shown(merge(undefined), indent, eol)}`;
    const after = members.list.length > 0 ? ',' : /^\s*\}/.test(text.slice(members.start)) ? eol : '';
    return { text: text.slice(0, members.start) + written + after + text.slice(members.start) };
  }
  const old = (value as Record<string, unknown>)[name];
  const merged = merge(old);
  if (JSON.stringify(merged) === JSON.stringify(old)) return { text };
  const source = text.slice(known.start, known.end);
  if (plainJson(source).commented) return { refused: 'comments' };
  return { text: text.slice(0, known.start) + shown(merged, indent, eol) + text.slice(known.end) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(plainJson(text).text);
  } catch {
    return undefined;
  }
}

/** The indentation of the first member, where it has a line of its own. */
function indentOf(text: string, first: Member | undefined): string {
  if (!first) return '  ';
  const before = text.slice(text.lastIndexOf('\n', first.at) + 1, first.at);
  return /^[ \t]+$/.test(before) ? before : '  ';
}

function shown(value: unknown, indent: string, eol: string): string {
  return JSON.stringify(value, null, indent).replaceAll('\n', `${eol}${indent}`);
}
