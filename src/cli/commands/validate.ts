import { resolve } from 'node:path';
import type { Diagnostic, Language } from '../../diagnostics/diagnostic.js';
import { renderDiagnosticsJson } from '../../diagnostics/formats/json.js';
import { renderSummary, type Summary } from '../../diagnostics/summary.js';
import { exists } from '../../files/find-data.js';
import { excusedFindings } from '../../rules/excused-findings.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { languageOf } from '../language.js';
import { diagnosticsOf, openLedger } from '../open-ledger.js';
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
  for (const path of args) {
    if (!exists(resolve(world.workingDirectory, path)))
      throw new CannotRun(`没有“${path}”这个文件或文件夹`, '检查路径；不写路径就显示全部。');
  }
  const opened = await openLedger(run);
  const folder = resolve(world.workingDirectory, opened.reader.display(''));
  for (const path of args) {
    const full = resolve(world.workingDirectory, path);
    if (isBelow(full, folder) || isBelow(folder, full)) continue;
    throw new CannotRun(`“${path}”不在这本台账里`, `台账的数据目录是 ${opened.reader.display('') || '.'}。`);
  }
  const shown = <T extends Diagnostic>(all: readonly T[]): T[] =>
    all.filter(({ file }) => isWithin(world.workingDirectory, file, args));
  const diagnostics = shown(await diagnosticsOf(opened, opened.findings, language));
  const summary = { files: opened.files, records: opened.records, ...tally(diagnostics) };
  if (options.format === 'json') deliver(run, renderDiagnosticsJson(diagnostics, summary));
  else {
    const excused = shown(await diagnosticsOf(opened, excusedFindings(opened.excused), language));
    deliver(run, await text(run, language, diagnostics, summary, excused));
  }
  return summary.errors > 0 || (options.strict && summary.warnings > 0) ? EXIT.no : EXIT.fine;
}

function tally(diagnostics: readonly Diagnostic[]): Pick<Summary, 'errors' | 'warnings'> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

/** Findings, then what is excused where it is asked for, then one line that counts both. */
async function text(
  { options, ...run }: Run<Options>,
  language: Language,
  diagnostics: readonly Diagnostic[],
  summary: Summary,
  excused: readonly Diagnostic[],
): Promise<string> {
  const look = { ...productLook({ ...run, options }), language };
  const listed = options.excused ? excused : [];
  const parts: string[] = [];
  if (diagnostics.length + listed.length > 0) {
    const { renderDiagnostics } = await import('../../diagnostics/formats/text.js');
    parts.push(renderDiagnostics(diagnostics, look), renderDiagnostics(listed, { ...look, excused: true }));
  }
  if (!options.quiet) parts.push(renderSummary({ ...summary, excused: excused.length }, language));
  return parts.filter((part) => part !== '').join('\n');
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
