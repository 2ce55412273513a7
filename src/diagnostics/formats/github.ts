import { escapeControls } from '../../text/escape.js';
import type { Diagnostic, Language } from '../diagnostic.js';
import { renderSummary } from '../summary.js';
import type { ValidationFacts } from './formats.js';

/** GitHub marks no more than this many errors, and this many warnings, in the files of one step. */
const MARKED = 10;
const MORE: Readonly<Record<Language, string>> = {
  zh: `GitHub 只在文件里标出每种前 ${MARKED} 处，其余在运行日志里。`,
  en: `GitHub marks only the first ${MARKED} of each kind in the files; the rest stands in the log.`,
};

/**
 * Workflow commands, a line for each finding and nothing else: GitHub shows them beside the lines of a pull request.
 * Where there are more than it marks, one notice says so.
 */
export function* renderGithub(diagnostics: readonly Diagnostic[], facts: ValidationFacts): Generator<string, void> {
  const titles = new Map(facts.problems.map((problem) => [problem.code, problem[facts.language].title]));
  for (const diagnostic of diagnostics) {
    const title = [titles.get(diagnostic.code), diagnostic.code].filter(Boolean).join(' · ');
    const related = diagnostic.related.map(({ file, line, column, message }) => `${message} ${file}:${line}:${column}`);
    const text = [diagnostic.message, diagnostic.hint, ...related].filter((each) => each !== '').join('\n');
    yield command(diagnostic.severity, { ...placeOf(diagnostic), title }, text);
  }
  const { errors, warnings } = facts.summary;
  if (errors > MARKED || warnings > MARKED) {
    const text = `${renderSummary(facts.summary, facts.language)}${MORE[facts.language]}`;
    yield command('notice', { title: 'yueyi' }, text);
  }
}

/** The end is inclusive for GitHub, and columns are refused where the lines differ. */
function placeOf({ file, line, column, endLine, endColumn }: Diagnostic): Readonly<Record<string, string | number>> {
  if (endLine !== line) return { file, line, endLine: endColumn === 1 ? endLine - 1 : endLine };
  return { file, line, col: column, endLine, endColumn: Math.max(column, endColumn - 1) };
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${written.join(',')}::${data(message)}\n`;
}

/** Line ends and percent signs are encoded as GitHub decodes them; other control characters are shown escaped. */
function data(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeControls(line).replaceAll('%', '%25'))
    .join('%0A');
}

/** In a property the separators `:` and `,` are encoded too. A line end in a file's name is kept, encoded. */
function property(text: string): string {
  return text
    .split(/([\r\n])/)
    .map((part) => (part === '\n' ? '%0A' : part === '\r' ? '%0D' : escapeControls(part).replaceAll('%', '%25')))
    .join('')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
}
