import type { Diagnostic, Finding, Language } from '../../diagnostics/diagnostic.js';
import { DIAGNOSTICS_FORMATS, diagnosticsFormat, MOST_SHOWN } from '../../diagnostics/formats/format.js';
import { renderSummary, type Summary } from '../../diagnostics/summary.js';
import { revisionName, shortCommit } from '../../git/revision.js';
import { excusedFindings } from '../../rules/excused-findings.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { languageOf } from '../language.js';
import { diagnosticsOf, type Opened, openLedger } from '../open-ledger.js';
import { requireFound, requireInside, within } from '../path-arguments.js';
import { yueyiVersion } from '../version.js';
import type { Run } from './command.js';

interface Options {
  readonly format: string;
  readonly excused?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** What was found and what is excused, where the user asked to look. */
interface Shown {
  readonly diagnostics: readonly Diagnostic[];
  readonly excused: readonly Diagnostic[];
  readonly summary: Summary;
  readonly language: Language;
}

/** Runs `yueyi validate` and returns the exit code. */
export async function run(run: Run<Options>): Promise<number> {
  const { world, args, options } = run;
  checkFormat(options.format, ['text', ...DIAGNOSTICS_FORMATS]);
  const language = languageOf(options);
  refuseFix(options);
  if (options.rev === undefined) requireFound(world, args);
  const found = options.fix ? await openToFix(run) : await openLedger(run);
  requireInside(world, args, found);
  if (found.revision) requireFound(world, args, found);
  const isNamed = (file: string): boolean => within(world, args, [{ file }]).length > 0;
  const opened = options.fix ? await fixed(run, found, isNamed) : found;
  const named = (findings: readonly Finding[]): readonly Finding[] =>
    args.length === 0 ? findings : findings.filter(({ at }) => isNamed(opened.reader.display(at.file)));
  const findings = named(opened.findings);
  const excusedHere = named(excusedFindings(opened.excused));
  const isText = options.format === 'text';
  // Where those of many stand that no screen shows, nobody asks.
  const place = (all: readonly Finding[]) => diagnosticsOf(opened, all, language, isText ? MOST_SHOWN : undefined);
  const diagnostics = await place(findings);
  const excused = isText && !options.excused ? [] : await place(excusedHere);
  const tallied = { ...tally(findings), excused: excusedHere.length };
  const summary = { files: opened.files, records: opened.records, ...tallied };
  const shown = { diagnostics, excused, summary, language };
  deliver(run, isText ? await text(run, opened, shown) : await forPrograms(run, opened, shown));
  if (isText && !options.fix && !options.quiet) offerFix(run, opened, isNamed);
  return summary.errors > 0 || (options.strict && summary.warnings > 0) ? EXIT.no : EXIT.fine;
}

function refuseFix({ fix, dryRun, rev }: Run<Options>['options']): void {
  if (dryRun && !fix) throw new CannotRun('--dry-run 要和 --fix 一起用', '试改：yueyi validate --fix --dry-run。');
  if (fix && rev !== undefined)
    throw new CannotRun('--fix 不能和 --rev 一起用', '以前的版本不能改动；去掉 --rev，改现在的文件。');
}

async function openToFix(run: Run<Options>): Promise<Opened> {
  const { openToFix } = await import('../fix-ledger.js');
  return openToFix(run);
}

/** The ledger as it is once everything that has one meaning alone is mended. */
async function fixed(run: Run<Options>, found: Opened, isNamed: (file: string) => boolean): Promise<Opened> {
  const { fixLedger } = await import('../fix-ledger.js');
  return fixLedger(run, found, isNamed);
}

/** What can be mended is offered, not done: a clerk looks at the changes first. */
function offerFix(
  { world, options }: Run<Options>,
  { findings, reader }: Opened,
  isNamed: (file: string) => boolean,
): void {
  if (options.rev !== undefined) return;
  const mendable = findings.some(({ repair, at }) => repair && isNamed(reader.display(at.file)));
  if (mendable) world.stderr.write(`${OFFER[languageOf(options)]}\n`);
}

const OFFER = {
  zh: '有的地方可以自动改好：先用 yueyi validate --fix --dry-run 看改动。',
  en: 'Some of it can be mended by itself: see the changes with yueyi validate --fix --dry-run first.',
} as const;

function tally(findings: readonly Finding[]): Pick<Summary, 'errors' | 'warnings'> {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

/** Findings, then what is excused where it is asked for, then one line that counts both; of a revision it says which. */
async function text(run: Run<Options>, { revision }: Opened, shown: Shown): Promise<string> {
  const { diagnostics, excused, summary, language } = shown;
  const look = { ...productLook(run), language };
  const parts: string[] = [];
  if (diagnostics.length + excused.length > 0) {
    const { renderDiagnostics } = await import('../../diagnostics/formats/text.js');
    parts.push(renderDiagnostics(diagnostics, { ...look, count: summary.errors + summary.warnings }));
    if (excused.length > 0)
      parts.push(renderDiagnostics(excused, { ...look, excused: true, count: summary.excused ?? 0 }));
  }
  const name = revision && { zh: `${revisionName(revision)}：`, en: `Revision ${shortCommit(revision)}: ` }[language];
  if (!run.options.quiet) parts.push(`${name ?? ''}${renderSummary(summary, language)}`);
  return parts.filter((part) => part !== '').join('\n');
}

/** A format for programs; some of them know files by their path in the repository. */
async function forPrograms({ world, options }: Run<Options>, opened: Opened, shown: Shown): Promise<string> {
  const { summary, language } = shown;
  const format = diagnosticsFormat(options.format);
  if (!format) throw new TypeError(`no such format: ${options.format}`);
  let { diagnostics, excused } = shown;
  if (format.fromTop) {
    const { fromTop } = await import('../from-top.js');
    [diagnostics, excused] = [fromTop(world, opened, diagnostics), fromTop(world, opened, excused)];
  }
  const { CATALOGUE } = await import('../../workspace/catalogue.js');
  const problems = CATALOGUE.flatMap((chapter) => chapter.problems.map(({ problem }) => problem));
  const rev = opened.revision ? { rev: opened.revision.commit } : {};
  const render = await format.load();
  return render(diagnostics, { summary, language, problems, excused, version: yueyiVersion(), ...rev });
}
