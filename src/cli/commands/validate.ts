import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { renderDiagnosticsJson } from '../../diagnostics/formats/json.js';
import { renderDiagnostics, renderSummary, type Summary } from '../../diagnostics/formats/text.js';
import { exists } from '../../files/find-data.js';
import { diagnose } from '../../workspace/diagnose.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { openLedger } from '../open-ledger.js';
import { checkFormat } from '../report-options.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly format: string;
}

export const validate: CommandSpec = {
  name: 'validate',
  args: '[路径...]',
  group: '登记和校验',
  summary: '校验台账：YAML 写法、字段、引用、合计、先后',
  options: [{ flags: '--format <格式>', text: 'text（默认）或 json' }],
  examples: ['yueyi validate', 'yueyi validate data/activities/2025-03.yaml', 'yueyi validate --format json'],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { world, args, options } = run;
  checkFormat(options.format, ['text', 'json']);
  for (const path of args) {
    if (!exists(resolve(world.workingDirectory, path)))
      throw new CannotRun(`没有“${path}”这个文件或文件夹`, '检查路径；不写路径就显示全部。');
  }
  const { reader, findings, files, records } = await openLedger(run);
  const diagnostics = diagnose(reader, findings).filter(({ file }) => isWithin(world.workingDirectory, file, args));
  const summary = { files, records, ...tally(diagnostics) };
  deliver(
    run,
    options.format === 'json' ? renderDiagnosticsJson(diagnostics, summary) : text(run, diagnostics, summary),
  );
  return summary.errors > 0 || (options.strict && summary.warnings > 0) ? EXIT.no : EXIT.fine;
}

function tally(diagnostics: readonly Diagnostic[]): Pick<Summary, 'errors' | 'warnings'> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

function text(run: Run<Options>, diagnostics: readonly Diagnostic[], summary: Summary): string {
  const found = renderDiagnostics(diagnostics, productLook(run));
  if (run.options.quiet) return found;
  return found === '' ? renderSummary(summary) : `${found}\n${renderSummary(summary)}`;
}

/** Whether a file is one of the paths, or below one; any file is where no path is given. */
function isWithin(workingDirectory: string, file: string, paths: readonly string[]): boolean {
  const full = resolve(workingDirectory, file);
  return (
    paths.length === 0 ||
    paths.some((path) => {
      const wanted = resolve(workingDirectory, path);
      return full === wanted || full.startsWith(`${wanted}/`) || full.startsWith(`${wanted}\\`);
    })
  );
}
