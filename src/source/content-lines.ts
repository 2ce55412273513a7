/** A line that holds more than a comment, outside text blocks. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Its offset in the file. */
  readonly start: number;
  /** Without its line end. */
  readonly text: string;
  /** Spaces, tabs and wide spaces at its beginning. */
  readonly indent: string;
  /** Columns, counted from 0, at which a field of a record begun above may stand. */
  readonly columns: readonly number[];
}

const INDENT = /^[ \t\u3000\u00a0]*/;
/** The indicator that begins a text block, after a key or a dash. */
const BLOCK = /(?:[:：]|^[ -]*-)[ \u3000]*[|>][-+\d]*[ \t]*(?:#.*)?$/;
const DASHES = /^(?:- +){0,50}/;
const BLANK_OR_COMMENT = /^(?:#|$)/;

/** The content lines of a file, found without a parser, so that files which cannot be parsed have them too. */
export function contentLines(text: string): Line[] {
  const found: Line[] = [];
  /** Columns of the fields that are open, the outermost first. */
  let columns: number[] = [];
  let block = -1;
  let start = 0;
  for (let number = 1; start <= text.length; number += 1) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '');
    const indent = INDENT.exec(line)?.[0] ?? '';
    const body = line.slice(indent.length);
    const spaces = /^ */.exec(indent)?.[0].length ?? 0;
    const inBlock = block !== -1 && (body === '' || spaces > block || (spaces === 0 && indent.length > block));
    if (!inBlock && !BLANK_OR_COMMENT.test(body)) {
      const isClean = spaces === indent.length;
      const column = spaces + (DASHES.exec(body)?.[0].length ?? 0);
      if (isClean) columns = [...columns.filter((open) => open < spaces), ...(column > 0 ? [column] : [])];
      found.push({ number, start, text: line, indent, columns: isClean ? [] : columns });
      block = BLOCK.test(body) ? blockColumn(spaces, body) : -1;
    }
    start = end === -1 ? text.length + 1 : end + 1;
  }
  return found;
}

/** The column of the key or the dash that a text block belongs to; its lines are indented further. */
function blockColumn(spaces: number, body: string): number {
  const dashes = DASHES.exec(body)?.[0] ?? '';
  return /^[|>]/.test(body.slice(dashes.length)) ? spaces + dashes.trimEnd().length - 1 : spaces + dashes.length;
}
