import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { renderDiagnosticsJson } from '../../diagnostics/formats/json.js';
import { renderSummary, type Summary } from '../../diagnostics/summary.js';
import { exists } from '../../files/find-data.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { diagnosticsOf, type Opened, openLedger } from '../open-ledger.js';
import type { Run } from './command.js';

interface Options {
  readonly format: string;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** Runs `yueyi validate` and returns the exit code. */
export async function run(run: Run<Options>): Promise<number> {
  const { world, args, options } = run;
  checkFormat(options.format, ['text', 'json']);
  for (const path of args) {
    if (!exists(resolve(world.workingDirectory, path)))
      throw new CannotRun(`没有“${path}”这个文件或文件夹`, '检查路径；不写路径就显示全部。');
  }
  if (options.dryRun && !options.fix)
    throw new CannotRun('--dry-run 要和 --fix 一起用', '试改：yueyi validate --fix --dry-run。');
  const found = await openLedger(run);
  const folder = resolve(world.workingDirectory, found.reader.display(''));
  for (const path of args) {
    const full = resolve(world.workingDirectory, path);
    if (isBelow(full, folder) || isBelow(folder, full)) continue;
    throw new CannotRun(`“${path}”不在这本台账里`, `台账的数据目录是 ${found.reader.display('') || '.'}。`);
  }
  const isNamed = (file: string): boolean => isWithin(world.workingDirectory, file, args);
  const opened = options.fix ? await fixed(run, found, isNamed) : found;
  const { files, records, findings } = opened;
  const diagnostics = (await diagnosticsOf(opened, findings)).filter(({ file }) => isNamed(file));
  const summary = { files, records, ...tally(diagnostics) };
  const json = options.format === 'json';
  deliver(run, json ? renderDiagnosticsJson(diagnostics, summary) : await text(run, diagnostics, summary));
  if (options.format === 'text' && !options.fix && !options.quiet) {
    const mendable = findings.some(({ repair, at }) => repair && isNamed(opened.reader.display(at.file)));
    if (mendable) world.stderr.write('有的地方可以自动改好：先用 yueyi validate --fix --dry-run 看改动。\n');
  }
  return summary.errors > 0 || (options.strict && summary.warnings > 0) ? EXIT.no : EXIT.fine;
}

/** The ledger as it is once everything that has one meaning alone is mended. */
async function fixed(run: Run<Options>, found: Opened, isNamed: (file: string) => boolean): Promise<Opened> {
  const { fixLedger } = await import('../fix-ledger.js');
  return fixLedger(run, found, isNamed);
}

function tally(diagnostics: readonly Diagnostic[]): Pick<Summary, 'errors' | 'warnings'> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

async function text(run: Run<Options>, diagnostics: readonly Diagnostic[], summary: Summary): Promise<string> {
  const closing = run.options.quiet ? '' : renderSummary(summary);
  if (diagnostics.length === 0) return closing;
  const { renderDiagnostics } = await import('../../diagnostics/formats/text.js');
  const found = renderDiagnostics(diagnostics, productLook(run));
  return closing === '' ? found : `${found}\n${closing}`;
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
