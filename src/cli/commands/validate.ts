import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { renderDiagnosticsJson } from '../../diagnostics/formats/json.js';
import { renderSummary, type Summary } from '../../diagnostics/summary.js';
import { exists } from '../../files/find-data.js';
import { revisionName } from '../../git/revision.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { diagnosticsOf, type Opened, openLedger } from '../open-ledger.js';
import type { Run } from './command.js';

interface Options {
  readonly format: string;
}

/** Runs `yueyi validate` and returns the exit code. */
export async function run(run: Run<Options>): Promise<number> {
  const { world, args, options } = run;
  checkFormat(options.format, ['text', 'json']);
  // What a revision holds need not exist today.
  if (options.rev === undefined)
    for (const path of args) requireFound(path, exists(resolve(world.workingDirectory, path)));
  const opened = await openLedger(run);
  requireInside(opened, world.workingDirectory, args);
  const { files, records, findings } = opened;
  const found = await diagnosticsOf(opened, findings);
  const diagnostics = found.filter(({ file }) => isWithin(world.workingDirectory, file, args));
  const summary = { files, records, ...tally(diagnostics) };
  const json = options.format === 'json';
  deliver(
    run,
    json
      ? renderDiagnosticsJson(diagnostics, summary, opened.revision?.commit)
      : await text(run, diagnostics, closing(opened, summary)),
  );
  return summary.errors > 0 || (options.strict && summary.warnings > 0) ? EXIT.no : EXIT.fine;
}

function tally(diagnostics: readonly Diagnostic[]): Pick<Summary, 'errors' | 'warnings'> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

/** The last line; of a revision it says which. */
function closing({ revision }: Opened, summary: Summary): string {
  return `${revision ? `${revisionName(revision)}：` : ''}${renderSummary(summary)}`;
}

async function text(run: Run<Options>, diagnostics: readonly Diagnostic[], last: string): Promise<string> {
  const end = run.options.quiet ? '' : last;
  if (diagnostics.length === 0) return end;
  const { renderDiagnostics } = await import('../../diagnostics/formats/text.js');
  const found = renderDiagnostics(diagnostics, productLook(run));
  return end === '' ? found : `${found}\n${end}`;
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
