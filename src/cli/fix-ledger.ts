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

/** Opens a ledger whose files will be written, once what a killed run left there is put in order. @throws CannotRun */
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
 * Mends what has one meaning alone in the files that are meant, writes them all or none, and shows what has changed.
 * @param opened with a reader that reads each file once: what is compared before writing is what was repaired
 * @returns the ledger as it is then; in a dry run as it lies, for nothing is written
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
  tell(run, opened, repaired, dryRun);
  return dryRun ? opened : { ...repaired.loaded, reader: repaired.reader };
}

/** Beside a product in a format for programs the changes go where problems go. */
function tell(
  { world, options }: Run<Options>,
  { reader }: Opened,
  { files, mended }: Repaired,
  dryRun: boolean,
): void {
  const stream = options.format === 'text' && options.output === undefined ? world.stdout : world.stderr;
  for (const { file, before, after } of files) stream.write(`${lineDiff(reader.display(file), before, after)}\n`);
  if (!options.quiet) stream.write(`${said(languageOf(options), mended, files.length, dryRun)}\n\n`);
}

function said(language: Language, mended: number, files: number, dryRun: boolean): string {
  if (language === 'zh') {
    if (mended === 0) return '没有可以自动改好的地方。';
    const places = `${mended} 处（${files} 个文件）`;
    return dryRun ? `可以改好 ${places}；这是试改，没有写入。以下按现在的内容校验。` : `改好了 ${places}。`;
  }
  if (mended === 0) return 'There is nothing that can be mended by itself.';
  const places = `${mended} finding(s) in ${files} file(s)`;
  return dryRun
    ? `${places} can be mended; this is a dry run, nothing is written. Below, the files as they are.`
    : `Mended ${places}.`;
}

/** What somebody has changed in the meantime is not written over. */
function write({ reader }: Opened, { files }: Repaired): void {
  const { folder } = reader;
  if (folder === undefined) throw new TypeError('a revision cannot be mended');
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
