import { resolve } from 'node:path';
import type { Language } from '../diagnostics/diagnostic.js';
import { lineDiff } from '../edit/line-diff.js';
import { type Repaired, repairLedger } from '../edit/repair-ledger.js';
import { realPath } from '../files/real-path.js';
import { WriteError } from '../files/write-error.js';
import { tidy, writeTogether } from '../files/writer.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';
import { languageOf } from './language.js';
import { dataFolder, type Opened, openLedger } from './open-ledger.js';

interface Options {
  readonly dryRun?: boolean;
}

/** Opens a ledger to be repaired, after completing or undoing the writes of a killed run. @throws CannotRun */
export async function openToFix(run: Run<Options>): Promise<Opened> {
  const { world, options } = run;
  const folder = await dataFolder(world, options);
  if (!options.dryRun)
    refusing(
      () => tidy(realPath(resolve(world.workingDirectory, folder))),
      (path) => path,
    );
  return openLedger(run, { snapshot: true });
}

/**
 * Repairs everything with a single meaning in the files given, writes all of them or none, and shows the changes.
 * @param opened with a reader that reads each file once, so that the text compared before writing is the repaired one
 * @returns the repaired ledger; in a dry run the unchanged one
 * @throws CannotRun where a file cannot be written
 */
export async function fixLedger(
  run: Run<Options>,
  opened: Opened,
  isNamed: (file: string) => boolean,
): Promise<Opened> {
  const { reader } = opened;
  const isMeant = (file: string): boolean => isNamed(reader.display(file));
  const repaired = await repairLedger(reader, opened, { noSample: !run.options.sample }, isMeant);
  const { dryRun = false } = run.options;
  if (!dryRun) write(opened, repaired);
  showChanges(run, opened, repaired, dryRun);
  return dryRun ? opened : { ...repaired.loaded, reader: repaired.reader };
}

/** Shows the changes on standard output, or on standard error where that is used by another format or `-o` is given. */
function showChanges(
  { world, options }: Run<Options>,
  { reader }: Opened,
  { files, mended }: Repaired,
  dryRun: boolean,
): void {
  const stream = options.format === 'text' && options.output === undefined ? world.stdout : world.stderr;
  for (const { file, before, after } of files) stream.write(`${lineDiff(reader.display(file), before, after)}\n`);
  if (!options.quiet) stream.write(`${resultText(languageOf(options), mended, files.length, dryRun)}\n\n`);
}

function resultText(language: Language, mended: number, files: number, dryRun: boolean): string {
  if (language === 'zh') {
    if (mended === 0) return '没有可以自动改好的地方。';
    const places = `${mended} 处（${files} 个文件）`;
    return dryRun ? `可以改好 ${places}；这是试改，没有写入。以下按现在的内容校验。` : `改好了 ${places}。`;
  }
  if (mended === 0) return 'Nothing can be fixed automatically.';
  const places = `${mended} finding(s) in ${files} file(s)`;
  return dryRun
    ? `${places} can be fixed; this is a dry run, nothing is written. Below, the files as they are.`
    : `Fixed ${places}.`;
}

/** Writes the repaired files; a file that was changed in the meantime is refused. */
function write({ reader }: Opened, { files }: Repaired): void {
  const { folder } = reader;
  if (folder === undefined) throw new TypeError('a revision cannot be repaired');
  const changes = files.map(({ file, after }) => ({ path: file, content: after, expected: reader.read(file) }));
  const named = (path: string) => (files.some(({ file }) => file === path) ? reader.display(path) : path);
  refusing(() => writeTogether(realPath(folder), changes), named);
}

function refusing(work: () => void, named: (path: string) => string): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    throw new CannotRun(
      `写不了“${named(error.path)}”：${error.reason}`,
      '一个文件也没有改动；看一看是谁在改、有没有权限，再运行一次。',
    );
  }
}
