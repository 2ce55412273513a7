import type { Diagnostic } from '../diagnostic.js';
import { renderSummary } from '../summary.js';
import type { ScreenFacts } from './formats.js';

/** `validate` for people: findings, then what is excused, then one line that counts both. */
export async function renderForScreen(diagnostics: readonly Diagnostic[], facts: ScreenFacts): Promise<string> {
  const { summary, language, excused, quiet, revision = '' } = facts;
  const parts: string[] = [];
  // A ledger in order is the usual case: what draws findings is not even loaded.
  if (diagnostics.length + excused.length > 0) {
    const { renderDiagnostics } = await import('./text.js');
    parts.push(renderDiagnostics(diagnostics, { ...facts, excused: false, count: summary.errors + summary.warnings }));
    if (excused.length > 0)
      parts.push(renderDiagnostics(excused, { ...facts, excused: true, count: summary.excused ?? 0 }));
  }
  if (!quiet) parts.push(`${revision}${renderSummary(summary, language)}`);
  return parts.filter((part) => part !== '').join('\n');
}
