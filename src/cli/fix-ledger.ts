import { resolve } from 'node:path';
import type { Language } from '../diagnostics/diagnostic.js';
import { lineDiff } from '../edit/line-diff.js';
import { type Repaired, type RepairedFile, readText, repairLedger } from '../edit/repair-ledger.js';
import { ReadError } from '../files/reader.js';
import { writeWhole } from '../files/write-whole.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';
import { languageOf } from './language.js';
import type { Opened } from './open-ledger.js';

interface Options {
  readonly format: string;
  readonly dryRun?: boolean;
}

/**
 * Mends what has one meaning alone in the files that are meant, shows what changes, and writes each file whole.
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
  tell(run, opened, repaired, dryRun);
  if (dryRun) return opened;
  for (const file of repaired.files) write(run, opened, file);
  return { ...repaired.loaded, reader };
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
function write({ world }: Run<Options>, { reader }: Opened, { file, before, after }: RepairedFile): void {
  const name = reader.display(file);
  try {
    if (readText(reader, file) !== before) throw new ReadError(file, '刚刚被别的程序改过');
    writeWhole(resolve(world.workingDirectory, name), after);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    throw new CannotRun(`写不了“${name}”：${error.reason}`, '检查权限，再运行一次；已经写好的文件都是完整的。');
  }
}
