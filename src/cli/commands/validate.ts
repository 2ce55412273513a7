import { resolve } from 'node:path';
import type { Diagnostic, Language } from '../../diagnostics/diagnostic.js';
import { renderDiagnosticsJson } from '../../diagnostics/formats/json.js';
import { renderSummary, type Summary } from '../../diagnostics/summary.js';
import { exists } from '../../files/find-data.js';
import { revisionName, shortCommit } from '../../git/revision.js';
import { excusedFindings } from '../../rules/excused-findings.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { languageOf } from '../language.js';
import { diagnosticsOf, type Opened, openLedger } from '../open-ledger.js';
import type { Run } from './command.js';

interface Options {
  readonly format: string;
  readonly excused?: boolean;
}

/** Runs `yueyi validate` and returns the exit code. */
export async function run(run: Run<Options>): Promise<number> {
  const { world, args, options } = run;
  checkFormat(options.format, ['text', 'json']);
  const language = languageOf(options);
  // What a revision holds need not exist today.
  if (options.rev === undefined)
    for (const path of args) requireFound(path, exists(resolve(world.workingDirectory, path)));
  const opened = await openLedger(run);
  requireInside(opened, world.workingDirectory, args);
  const shown = (all: readonly Diagnostic[]): Diagnostic[] =>
    all.filter(({ file }) => isWithin(world.workingDirectory, file, args));
  const diagnostics = shown(await diagnosticsOf(opened, opened.findings, language));
  const summary = { files: opened.files, records: opened.records, ...tally(diagnostics) };
  if (options.format === 'json') deliver(run, renderDiagnosticsJson(diagnostics, summary, opened.revision?.commit));
  else {
    const excused = shown(await diagnosticsOf(opened, excusedFindings(opened.excused), language));
    const end = options.quiet ? '' : closing(opened, { ...summary, excused: excused.length }, language);
    deliver(run, await text(run, language, diagnostics, options.excused ? excused : [], end));
  }
  return summary.errors > 0 || (options.strict && summary.warnings > 0) ? EXIT.no : EXIT.fine;
}

function tally(diagnostics: readonly Diagnostic[]): Pick<Summary, 'errors' | 'warnings'> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

/** The last lines; of a revision they say which. */
function closing({ revision }: Opened, summary: Summary, language: Language): string {
  const names = revision && { zh: `${revisionName(revision)}：`, en: `Revision ${shortCommit(revision)}: ` };
  return `${names?.[language] ?? ''}${renderSummary(summary, language)}`;
}

/** Findings, then what is excused where it is asked for, then the last lines. */
async function text(
  run: Run<Options>,
  language: Language,
  diagnostics: readonly Diagnostic[],
  excused: readonly Diagnostic[],
  end: string,
): Promise<string> {
  if (diagnostics.length + excused.length === 0) return end;
  const { renderDiagnostics } = await import('../../diagnostics/formats/text.js');
  const look = { ...productLook(run), language };
  const parts = [renderDiagnostics(diagnostics, look), renderDiagnostics(excused, { ...look, excused: true }), end];
  return parts.filter((part) => part !== '').join('\n');
}

function requireFound(path: string, found: boolean): void {
  if (!found) throw new CannotRun(`没有“${path}”这个文件或文件夹`, '检查路径；不写路径就显示全部。');
}

/** Every path must be the data folder, above it, or something in it. */
function requireInside({ reader, revision }: Opened, workingDirectory: string, paths: readonly string[]): void {
  const folder = resolve(workingDirectory, reader.display(''));
  const files = revision ? reader.list().map(({ path }) => resolve(folder, path)) : [];
  for (const path of paths) {
    const full = resolve(workingDirectory, path);
    if (isBelow(folder, full)) continue;
    if (!isBelow(full, folder))
      throw new CannotRun(`“${path}”不在这本台账里`, `台账的数据目录是 ${reader.display('') || '.'}。`);
    if (revision)
      requireFound(
        path,
        files.some((file) => isBelow(file, full)),
      );
  }
}

/** Whether a file is one of the paths, or below one; any file is where no path is given. */
function isWithin(workingDirectory: string, file: string, paths: readonly string[]): boolean {
  const full = resolve(workingDirectory, file);
  return paths.length === 0 || paths.some((path) => isBelow(full, resolve(workingDirectory, path)));
}

/** Whether a path is a folder or stands below it. */
function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`);
}
