import { isUtf8 } from 'node:buffer';
import { OfficeFileFault } from './read-zip.js';
import { MOST_COLUMNS, MOST_ROWS, type Sheet } from './sheet.js';

/** The encodings a CSV file may be in; GBK is the part of GB18030 that Excel in China writes. */
export type Encoding = 'utf-8' | 'gb18030';

/**
 * A CSV file as a sheet. Without an encoding it is UTF-8 if its bytes are, else GB18030: a text of few characters may be
 * both, so the user can say.
 * @throws OfficeFileFault where the bytes are not in the encoding, or the text is too large
 */
export function readCsv(bytes: Uint8Array, name: string, encoding?: Encoding): Sheet {
  const text = decoded(bytes, encoding);
  const rows = splitRows(text, separatorOf(text));
  if (rows.length > MOST_ROWS) throw new OfficeFileFault(`超过 ${MOST_ROWS} 行`, '拆成几份再试。');
  if (rows.some(({ length }) => length > MOST_COLUMNS))
    throw new OfficeFileFault(`有一行超过 ${MOST_COLUMNS} 列`, '检查分隔符，或在 Excel 里另存为 .xlsx。');
  return { name, rows: rows.map((row) => row.map((field) => ({ text: unescaped(field) }))), merges: [] };
}

function decoded(bytes: Uint8Array, encoding: Encoding = isUtf8(bytes) ? 'utf-8' : 'gb18030'): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : encoding, { fatal: true }).decode(
      bytes,
    );
  } catch {
    throw new OfficeFileFault(
      encoding === 'utf-8' ? '不是 UTF-8 编码' : '既不是 UTF-8，也不是 GBK',
      encoding === 'utf-8' ? '去掉 --encoding，或写 --encoding gbk。' : '在 Excel 里打开，另存为 .xlsx 再试。',
    );
  }
}

/** Comma, tab or semicolon: the one that its first lines have most of. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000).replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((separator) => ({ separator, count: head.split(separator).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).separator;
}

/** RFC 4180, with bare line feeds too; a quotation mark within an unquoted field is a character. */
function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedField(text, at, separator) : null;
    const end = quoted?.end ?? plainEnd(text, at, separator);
    row.push(quoted?.value ?? text.slice(at, end));
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** A field in quotation marks; null where what follows shows that they are none. */
function quotedField(text: string, at: number, separator: string): { value: string; end: number } | null {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  const next = text[end + 1] ?? '\n';
  if (end === -1 || ![separator, '\r', '\n'].includes(next)) return null;
  return { value: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
}

function plainEnd(text: string, at: number, separator: string): number {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** Without the mark that keeps a text from becoming a formula. */
function unescaped(field: string): string {
  return field.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '');
}
