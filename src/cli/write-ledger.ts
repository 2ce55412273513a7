import { resolve } from 'node:path';
import { realPath } from '../files/real-path.js';
import { WriteError } from '../files/write-error.js';
import { tidy, writeTogether } from '../files/writer.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';
import { dataFolder, type Opened } from './open-ledger.js';

/** The real path of the ledger's folder. @throws CannotRun where there is no ledger */
export async function ledgerHome({ world, options }: Run<object>): Promise<string> {
  return realPath(resolve(world.workingDirectory, await dataFolder(world, options)));
}

/** Completes or takes back what a killed run has left in the ledger, before it is read to be changed. @throws CannotRun */
export async function tidyLedger(run: Run<object>): Promise<void> {
  const home = await ledgerHome(run);
  try {
    tidy(home);
  } catch (error) {
    throw refused(error, (path) => path);
  }
}

/**
 * Writes changed files of the ledger, all or none; the write is remembered for `undo`.
 * @param opened with a reader that reads each file once: what is written over must be what was read
 * @param texts by the paths below the data folder; null deletes a file
 * @param what the command, by which the write is remembered
 * @throws WriteError; then nothing has changed
 */
export function writeTexts({ reader }: Opened, texts: ReadonlyMap<string, string | null>, what: string): void {
  if (reader.folder === undefined) throw new TypeError('a revision cannot be written');
  const known = new Set(reader.list().map(({ path }) => path));
  const changes = [...texts].map(([path, content]) => ({
    path,
    content,
    expected: known.has(path) ? reader.read(path) : null,
  }));
  writeTogether(realPath(reader.folder), changes, what);
}

/** As `writeTexts`. @throws CannotRun; then nothing has changed */
export function writeLedger(opened: Opened, texts: ReadonlyMap<string, string | null>, what: string): void {
  try {
    writeTexts(opened, texts, what);
  } catch (error) {
    throw refusal(opened, error);
  }
}

/** What a failure to write into the ledger means to the user; any other error is itself. */
export function refusal({ reader }: Opened, error: unknown): unknown {
  const known = new Set(reader.list().map(({ path }) => path));
  return refused(error, (path) => (known.has(path) ? reader.display(path) : path));
}

function refused(error: unknown, named: (path: string) => string): unknown {
  if (!(error instanceof WriteError)) return error;
  return new CannotRun(
    `写不了“${named(error.path)}”：${error.reason}`,
    '一个文件也没有改动；看一看是谁在改、有没有权限，再运行一次。',
  );
}
