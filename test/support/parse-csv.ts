/** Reads CSV strictly by RFC 4180: a byte order mark, CRLF after every line, quotes only around whole fields. @throws */
export function parseCsv(text: string): string[][] {
  if (!text.startsWith('\ufeff')) throw new SyntaxError('no byte order mark');
  if (!text.endsWith('\r\n')) throw new SyntaxError('the last line is not ended');
  const rows: string[][] = [];
  let at = 1;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const { value, next } = field(text, at);
      row.push(value);
      at = next;
      if (text[at] === ',') at += 1;
      else if (text.startsWith('\r\n', at)) break;
      else throw new SyntaxError(`neither comma nor CRLF at ${at}`);
    }
    at += 2;
    rows.push(row);
  }
  const widths = new Set(rows.map(({ length }) => length));
  if (widths.size > 1) throw new SyntaxError('lines of different length');
  return rows;
}

function field(text: string, at: number): { value: string; next: number } {
  const pattern = text[at] === '"' ? /"((?:[^"]|"")*)"/y : /([^",\r\n]*)/y;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) throw new SyntaxError(`no field at ${at}`);
  return { value: (match[1] ?? '').replaceAll('""', '"'), next: pattern.lastIndex };
}
