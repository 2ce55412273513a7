import type { Diagnostic } from '../diagnostic.js';
import type { ValidationFacts } from './formats.js';
import { jsonPieces } from './json-pieces.js';

/** `validate --format json`, version 1: a contract described in schemas/contracts/validate.schema.json. `rev` is the commit that was read. */
export function renderDiagnosticsJson(
  diagnostics: readonly Diagnostic[],
  { summary: { files, records, errors, warnings }, rev }: Pick<ValidationFacts, 'summary' | 'rev'>,
): Iterable<string> {
  const whole = (rows: readonly unknown[]) => ({
    version: 1,
    summary: { files, records, errors, warnings },
    diagnostics: rows,
    ...(rev === undefined ? {} : { rev }),
  });
  return jsonPieces(whole, rowsOf(diagnostics));
}

function* rowsOf(diagnostics: readonly Diagnostic[]) {
  for (const row of diagnostics) {
    yield {
      code: row.code,
      severity: row.severity,
      message: row.message,
      hint: row.hint,
      file: row.file,
      line: row.line,
      column: row.column,
      endLine: row.endLine,
      endColumn: row.endColumn,
      path: row.path,
      record: row.record,
      related: row.related.map(({ file, line, column, message }) => ({ file, line, column, message })),
    };
  }
}
