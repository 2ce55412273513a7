import type { Diagnostic } from '../diagnostic.js';
import type { ValidationFacts } from './formats.js';

/** `validate --format json`, version 1: a contract described in schemas/contracts/validate.schema.json. `rev` is the commit that was read. */
export function renderDiagnosticsJson(
  diagnostics: readonly Diagnostic[],
  { summary: { files, records, errors, warnings }, rev }: Pick<ValidationFacts, 'summary' | 'rev'>,
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
  const summary = { files, records, errors, warnings };
  const product = { version: 1, summary, diagnostics: rows, ...(rev === undefined ? {} : { rev }) };
  return `${JSON.stringify(product, null, 2)}\n`;
}
