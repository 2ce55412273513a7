import type { Finding } from '../diagnostics/diagnostic.js';
import { fileText } from '../edit/file-text.js';
import { formattedText } from '../edit/formatted-text.js';
import { keyedText } from '../edit/keyed-text.js';
import { LayoutFault } from '../edit/ledger-edit.js';
import type { Reader } from '../files/reader.js';
import type { Kind } from '../schema/kinds.js';
import { schemaProblems } from '../schema/problems.js';
import { sourceProblems } from '../source/problems.js';
import { roleOf } from '../workspace/layout.js';
import { load } from '../workspace/load.js';
import { withOverlay } from '../workspace/overlay.js';
import type { Run } from './commands/command.js';
import type { FormatOptions } from './commands/fmt.js';
import { lookOf } from './context.js';
import { CannotRun, EXIT } from './errors.js';
import { diagnosticsOf, type Opened, openLedger } from './open-ledger.js';
import { requireFound, requireInside, within } from './path-arguments.js';
import { tidyLedger, writeLedger } from './write-ledger.js';

/** A file that has a layout: records, or the settings. */
interface Formatted {
  /** Path below the data folder. */
  readonly path: string;
  /** As the user opens it. */
  readonly file: string;
  readonly kind: Kind | 'workspace';
}

/**
 * Writes the files given in the one layout, or says with `--check` which differ from it. A file with errors in its text or its
 * fields stays as it is and is reported; the others are written, all of them or none.
 * @returns the exit code: 1 where a file has errors, or where `--check` finds one to be formatted
 * @throws CannotRun
 */
export async function formatLedger(run: Run<FormatOptions>): Promise<number> {
  const { world, args, options } = run;
  requireFound(world, args);
  if (!options.check) await tidyLedger(run);
  const opened = await openLedger(run, { snapshot: true });
  requireInside(world, args, opened);
  const files = filesMeant(run, opened);
  const keyed = await withKeys(run, opened, files);
  const wrong = new Set(errorsIn(keyed.findings, files).map(({ at }) => at.file));
  const { texts, faults } = await newTexts(
    opened.reader,
    keyed.reader,
    files.filter(({ path }) => !wrong.has(path)),
  );
  if (!options.check) writeLedger(opened, texts, ['fmt', ...args].join(' '));
  const changed = files.filter(({ path }) => texts.has(path));
  for (const { file } of changed) world.stdout.write(`${file}\n`);
  const errors = errorsIn(opened.findings, files).filter(({ at }) => wrong.has(at.file));
  await showErrors(run, opened, errors, faults);
  const isLeft = wrong.size > 0 || faults.length > 0;
  const isSaid = !options.quiet && (changed.length > 0 || !isLeft);
  if (isSaid) (options.check ? world.stderr : world.stdout).write(resultText(changed.length, options));
  const isNo = isLeft || (options.check === true && changed.length > 0);
  return isNo ? EXIT.no : EXIT.fine;
}

/** The files of the paths given, or all. @throws CannotRun where a path holds none */
function filesMeant({ world, args, options }: Run<FormatOptions>, { reader }: Opened): readonly Formatted[] {
  const all = reader.list().flatMap(({ path, obstacle }): Formatted[] => {
    const role = roleOf(path, obstacle === undefined);
    if (role.role === 'workspace') return [{ path, file: reader.display(path), kind: 'workspace' }];
    if (role.role !== 'records' || (role.sample && !options.sample)) return [];
    return [{ path, file: reader.display(path), kind: role.kind }];
  });
  for (const typed of args)
    if (within(world, [typed], all).length === 0)
      throw new CannotRun(`“${typed}”里没有要整理的文件`, '整理的是总设置和各类记录的文件；定稿、对照表、模板不整理。');
  return within(world, args, all);
}

/** The ledger with the dictionary's keys in place of the Chinese titles of fields, in memory. */
async function withKeys(
  { options }: Run<FormatOptions>,
  { findings, reader }: Opened,
  files: readonly Formatted[],
): Promise<Pick<Opened, 'findings' | 'reader'>> {
  const unknown = new Set(findings.filter(({ code }) => code === schemaProblems.unknown.code).map(({ at }) => at.file));
  const titled = files.filter(({ path }) => unknown.has(path));
  const texts = new Map(titled.map(({ path, kind }) => [path, keyedText(kind, fileText(reader, path))]));
  if (texts.size === 0) return { findings, reader };
  const keyed = withOverlay(reader, texts);
  return { findings: (await load(keyed, { noSample: !options.sample })).findings, reader: keyed };
}

/** Of the text and of fields; those of rules do not concern the layout. */
const LAYOUT_CODES = new Set(
  [...Object.values(sourceProblems), ...Object.values(schemaProblems)].map(({ code }) => code),
);

function errorsIn(findings: readonly Finding[], files: readonly Formatted[]): readonly Finding[] {
  const paths = new Set(files.map(({ path }) => path));
  return findings.filter(
    ({ code, severity, at }) => severity === 'error' && LAYOUT_CODES.has(code) && paths.has(at.file),
  );
}

interface NewTexts {
  /** By path; only those that differ. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files with a layout that the program does not know. */
  readonly faults: readonly Formatted[];
}

async function newTexts(before: Reader, keyed: Reader, files: readonly Formatted[]): Promise<NewTexts> {
  const texts = new Map<string, string>();
  const faults: Formatted[] = [];
  for (const each of files) {
    try {
      const text = await formattedText(each.path, each.kind, fileText(keyed, each.path));
      if (text !== fileText(before, each.path)) texts.set(each.path, text);
    } catch (error) {
      if (!(error instanceof LayoutFault)) throw error;
      faults.push(each);
    }
  }
  return { texts, faults };
}

async function showErrors(
  { world, options }: Run<FormatOptions>,
  opened: Opened,
  errors: readonly Finding[],
  faults: readonly Formatted[],
): Promise<void> {
  if (errors.length > 0) {
    const { renderDiagnostics } = await import('../diagnostics/formats/text.js');
    const look = { ...lookOf(world.stderr, world, options), language: 'zh' as const };
    world.stderr.write(renderDiagnostics(await diagnosticsOf(opened, errors), look));
    const wrong = new Set(errors.map(({ at }) => at.file)).size;
    world.stderr.write(`${wrong} 个文件有错，没有动；改好以后再整理。\n`);
  }
  for (const { file } of faults) world.stderr.write(`“${file}”的写法程序不认得，没有动；请用编辑器改。\n`);
}

function resultText(count: number, { check }: FormatOptions): string {
  if (count === 0) return '没有要整理的：写法已经统一。\n';
  return check ? `${count} 个文件的写法要整理：用 yueyi fmt。\n` : `整理了 ${count} 个文件；要撤回，用 yueyi undo。\n`;
}
