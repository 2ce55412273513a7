import { entriesChanged } from '../edit/entries-changed.js';
import { bytesBefore, changedSince, type PastWrite, pastWrites } from '../files/write-history.js';
import { takeBackWrite } from '../files/writer.js';
import { lenientText } from '../source/text-encoding.js';
import { shownText } from '../text/shown-text.js';
import { load } from '../workspace/load.js';
import { withOverlay } from '../workspace/overlay.js';
import { changeText } from './change-text.js';
import type { Run } from './commands/command.js';
import type { UndoOptions } from './commands/undo.js';
import { lookOf } from './context.js';
import { CannotRun, EXIT } from './errors.js';
import { type Opened, openLedger } from './open-ledger.js';
import { ledgerHome, refusal, tidyLedger } from './write-ledger.js';

/**
 * Takes the last write into a ledger back, whatever command made it, and says first what that is.
 * @returns the exit code
 * @throws CannotRun where somebody has changed one of its files since
 */
export async function undoWrite(run: Run<UndoOptions>): Promise<number> {
  const { world, options } = run;
  const home = await ledgerHome(run);
  if (!options.dryRun && !options.list) await tidyLedger(run);
  const [last, ...older] = pastWrites(home);
  if (!last) {
    world.stdout.write('没有可以撤回的写入。\n');
    return EXIT.no;
  }
  if (options.list) {
    for (const past of [last, ...older]) world.stdout.write(`${named(past)}\n`);
    return EXIT.fine;
  }
  const opened = await openLedger(run, { snapshot: true });
  refuseChanged(home, opened, last);
  world.stdout.write(`要撤回的是：${named(last)}\n`);
  await showBack(run, opened, last);
  if (!options.dryRun) {
    try {
      takeBackWrite(home, last);
    } catch (error) {
      throw refusal(opened, error);
    }
  }
  if (!options.quiet)
    world.stdout.write(options.dryRun ? '这是试一试，没有撤回。\n' : `已撤回；还能撤回 ${older.length} 次。\n`);
  return EXIT.fine;
}

/** The day and time in China, and the command. */
function named({ at, what }: PastWrite): string {
  const time = new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString();
  return shownText(`${time.slice(0, 10)} ${time.slice(11, 16)} 的 yueyi ${what}`);
}

function refuseChanged(home: string, { reader }: Opened, past: PastWrite): void {
  const [changed] = changedSince(home, past);
  if (changed === undefined) return;
  throw new CannotRun(
    `“${reader.display(changed)}”在那以后又改过，撤回会丢掉后来的改动`,
    `那一次是 ${named(past)}；要改回去的，用编辑器或 yueyi set 改。`,
  );
}

/** Shows the records that are changed back. */
async function showBack(run: Run<UndoOptions>, opened: Opened, { files }: PastWrite): Promise<void> {
  const texts = new Map(
    files.map((file) => {
      const bytes = bytesBefore(file);
      return [file.path, bytes === null ? null : lenientText(bytes)] as const;
    }),
  );
  const reader = withOverlay(opened.reader, texts);
  const back = await load(reader, { noSample: !run.options.sample });
  const records = entriesChanged(opened.ledger, back.ledger, new Set(texts.keys()));
  const { stdout } = run.world;
  const { width } = lookOf(stdout, run.world, run.options);
  if (records.length > 0) stdout.write(changeText(records, opened, { ...back, reader }, width));
  else for (const { path } of files) stdout.write(`  ${opened.reader.display(path)}\n`);
}
