import type { Diagnostic, Severity } from '../diagnostic.js';
import { fingerprintsOf } from '../fingerprint.js';
import { oneLine } from '../one-line.js';
import type { ValidationFacts } from './formats.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor' };

/** A Code Quality report: GitLab shows it in the merge request, and compares fingerprints to find what is new or fixed. */
export function renderGitlab(diagnostics: readonly Diagnostic[], { language }: ValidationFacts): string {
  const fingerprints = fingerprintsOf(diagnostics);
  const rows = diagnostics.map((diagnostic, index) => {
    const { code, severity, file, line, column, endLine, endColumn } = diagnostic;
    return {
      description: oneLine(diagnostic, language),
      check_name: code,
      fingerprint: fingerprints[index],
      severity: SEVERITY[severity],
      location: {
        path: file,
        lines: { begin: line, end: endLine },
        positions: { begin: { line, column }, end: { line: endLine, column: endColumn } },
      },
    };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}
