import { shownLines } from '../text/shown-text.js';

/** Markup anywhere in a line: emphasis, code, links, HTML, entities, tables, strikethrough, formulas. */
const ANYWHERE = /[\\`*_[\]<>&|~$]/g;
/**
 * Addresses and `@name`, which some renderers turn into links and mentions: an invisible comment is inserted in them.
 */
const LINKED = /(?:https?|ftp|mailto|xmpp):(?=\S)|\bwww\.(?=\S)|(?<!\w)@(?=[\w\\-])|(?<=\w)@(?=[\w\\-]+\.\w)/gi;
/** Markup at the beginning of a line: headings, lists, rules, underlined headings. */
const AT_START = /^(?:([#+=-])|(\d{1,9})([.)]))/;

/** A paragraph's text; a line feed in it stays a break. */
export function escapeLines(text: string): string {
  return safe(text)
    .split('\n')
    .map((line) => escapeLine(line.trim()))
    .filter((line) => line !== '')
    .join('\\\n');
}

/** The text of a heading: one line, and no closing row of `#`. */
export function escapeTitle(text: string): string {
  return escapeInline(oneLine(text)).replace(/#/g, '\\#');
}

/** The text of a table's cell: one line, with breaks kept as such. */
export function escapeCell(text: string): string {
  return safe(text)
    .split('\n')
    .map((line) => escapeInline(line.trim()))
    .join('<br>');
}

function escapeLine(line: string): string {
  return escapeInline(line).replace(AT_START, (_, sign?: string, digits = '', point = '') =>
    sign === undefined ? `${digits}\\${point}` : `\\${sign}`,
  );
}

function escapeInline(text: string): string {
  return text.replace(ANYWHERE, (character) => `\\${character}`).replace(LINKED, (found) => `${found}<!-- -->`);
}

function oneLine(text: string): string {
  return safe(text).replace(/\s*\n\s*/g, ' ');
}

function safe(text: string): string {
  return shownLines(text.replace(/\t/g, ' '));
}
