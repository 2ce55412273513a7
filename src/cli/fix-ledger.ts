import { resolve } from 'node:path';
import { lineDiff } from '../edit/line-diff.js';
import { type Repaired, type RepairedFile, readText, repairLedger } from '../edit/repair-ledger.js';
import { ReadError } from '../files/reader.js';
import { writeWhole } from '../files/write-whole.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';
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
  if (options.quiet) return;
  if (mended === 0) stream.write('没有可以自动改好的地方。\n\n');
  else if (dryRun)
    stream.write(`可以改好 ${mended} 处（${files.length} 个文件）；这是试改，没有写入。以下按现在的内容校验。\n\n`);
  else stream.write(`改好了 ${mended} 处（${files.length} 个文件）。\n\n`);
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
