import type { Diagnostic } from '../diagnostic.js';
import type { Summary } from '../summary.js';

/** `validate --format json`, version 1: a contract described in schemas/contracts/validate.schema.json. */
export function renderDiagnosticsJson(
  diagnostics: readonly Diagnostic[],
  { files, records, errors, warnings }: Summary,
): string {
  const rows = diagnostics.map(({ lines: _, ...row }) => ({
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
  }));
  return `${JSON.stringify({ version: 1, summary: { files, records, errors, warnings }, diagnostics: rows }, null, 2)}\n`;
}
