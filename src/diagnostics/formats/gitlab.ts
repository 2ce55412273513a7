import type { Diagnostic, Language, Severity } from '../diagnostic.js';
import { fingerprints } from '../fingerprint.js';
import { oneLine } from '../one-line.js';
import type { ValidationFacts } from './formats.js';
import { jsonPieces } from './json-pieces.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor' };

/** A Code Quality report: GitLab shows it in the merge request, and compares fingerprints to find what is new or fixed. */
export function renderGitlab(diagnostics: readonly Diagnostic[], { language }: ValidationFacts): Iterable<string> {
  return jsonPieces((rows) => rows, rowsOf(diagnostics, language));
}

function* rowsOf(diagnostics: readonly Diagnostic[], language: Language) {
  const fingerprint = fingerprints();
  for (const diagnostic of diagnostics) {
    const { code, severity, file, line, column, endLine, endColumn } = diagnostic;
    yield {
      description: oneLine(diagnostic, language),
      check_name: code,
      fingerprint: fingerprint(diagnostic),
      severity: SEVERITY[severity],
      location: {
        path: file,
        lines: { begin: line, end: endLine },
        positions: { begin: { line, column }, end: { line: endLine, column: endColumn } },
      },
    };
  }
}
