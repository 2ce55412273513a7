import { LayoutFault } from '../edit/ledger-edit.js';
import type { ImportedFile } from '../exchange/import-content.js';
import { importContract } from '../exchange/import-contract.js';
import { importDocument } from '../exchange/import-document.js';
import { type Against, type PlannedImport, planImport } from '../exchange/import-sheets.js';
import { importTable } from '../exchange/import-table.js';
import { reconcileDocument } from '../exchange/reconcile-document.js';
import { planReconcile, type Reconciled } from '../exchange/reconcile-plan.js';
import { isDate } from '../text/date-format.js';
import type { Run } from './commands/command.js';
import { todayOf } from './context.js';
import { CannotRun } from './errors.js';
import { Mappings, noHeading } from './import-mappings.js';
import { type Opened, openLedger } from './open-ledger.js';
import { present } from './present.js';
import { readSheets } from './read-sheets.js';
import { reportDays } from './report-days.js';
import { tidyLedger, writeLedger } from './write-ledger.js';

export interface ImportOptions {
  readonly as?: string;
  readonly mapping?: string;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly reconcile?: boolean;
  readonly period?: string;
  readonly write?: boolean;
  readonly skip?: boolean;
  readonly all?: boolean;
}

/**
 * Shows what spreadsheets would do to the ledger, and does it under `--write`: all of it or nothing. Under `--reconcile`
 * applications and sign-ins are held against the ledger.
 * @returns whether every row is certain, or the others were left out as asked
 * @throws CannotRun for a file, a mapping or a ledger that cannot be read or written
 */
export async function importFiles(run: Run<ImportOptions>): Promise<boolean> {
  const { world, options, args } = run;
  if (args.length > 1 && !options.reconcile)
    throw new CannotRun('一次只导入一个文件', '一个一个导入；几个文件互相核对，加 --reconcile。');
  if (options.period !== undefined && !options.reconcile)
    throw new CannotRun('--period 只用于对账', '和 --reconcile 一起写。');
  const read = [];
  for (const name of args) read.push({ name, sheets: await readSheets(run, name) });
  if (options.write) await tidyLedger(run);
  const opened = await openLedger(run, { snapshot: true });
  const mappings = await Mappings.of(run, opened);
  const files = read.map(({ name, sheets }) => ({ name, sheets, mapping: mappings.for(name, sheets) }));
  const asOf = todayOf(world, isDate);
  const planned = await plan(run, opened, files, asOf);
  const unsure = planned.rows.filter(({ status }) => status === 'doubt' || status === 'refused').length;
  const { texts, records } = planned.change;
  const isAllowed = unsure === 0 || (options.skip ?? false);
  const isWritten = (options.write ?? false) && isAllowed && texts.size > 0;
  if (isWritten) writeLedger(opened, texts, 'import');
  const document = (all: boolean) =>
    'unsigned' in planned ? reconcileDocument(planned, asOf, all) : importDocument(planned, all);
  await present(run, {
    document: () => document(options.all ?? false),
    workbook: () => document(true),
    table: () => importTable(planned, asOf),
    contract: () => importContract(planned, asOf, isWritten),
  });
  say(run, outcome({ isWrite: options.write ?? false, isAllowed, changed: records.length, unsure }));
  return isAllowed;
}

async function plan(
  run: Run<ImportOptions>,
  opened: Opened,
  files: readonly ImportedFile[],
  asOf: string,
): Promise<PlannedImport | Reconciled> {
  const { reader } = opened;
  const progress = progressLine(run);
  const against: Against = { reader, loaded: opened, asOf, onProgress: progress.show };
  const period = run.options.period === undefined ? undefined : reportDays(run).period;
  try {
    const [first] = files;
    if (!first) throw new TypeError('an import without a file');
    const planned = run.options.reconcile
      ? await planReconcile(files, against, period)
      : await planImport(first, against);
    const empty = planned.files.find(({ sheets }) => sheets.length === 0);
    if (empty) throw noHeading(empty.file.name, empty.file.mapping);
    return planned;
  } catch (error) {
    if (!(error instanceof LayoutFault)) throw error;
    throw new CannotRun(
      `${reader.display(error.file)} 的写法有误，不能往里写`,
      '先用 yueyi validate 查看，改好再导入。',
    );
  } finally {
    progress.clear();
  }
}

function outcome({
  isWrite,
  isAllowed,
  changed,
  unsure,
}: {
  isWrite: boolean;
  isAllowed: boolean;
  changed: number;
  unsure: number;
}): string {
  if (!isAllowed)
    return `有${unsure}行存疑、不收或缺内容，一条也没有写入。\n改好表格再导入；只写其余的，加 --skip --write。`;
  if (changed === 0) return '没有要写的，台账没有改动。';
  return isWrite
    ? `已写入${changed}条记录；要撤回，用 yueyi undo。`
    : `这是预览，没有写入。看过以后加 --write 写入${changed}条记录。`;
}

/** Says how it went: below a text on the screen, on the terminal beside a product in a file; a program reads it in JSON. */
function say({ world, options }: Run<ImportOptions>, sentence: string): void {
  if (options.quiet) return;
  if (options.output !== undefined) world.stderr.write(`${sentence}\n`);
  else if (options.format === 'text') world.stdout.write(`${sentence}\n`);
}

/** A line on the terminal that says how far the work is; nothing elsewhere. */
function progressLine({ world, options }: Run<ImportOptions>) {
  const isShown = world.stderr.isTTY === true && !options.quiet;
  const show = (done: number): void => {
    if (isShown) world.stderr.write(`\r正在核对 ${Math.round(done * 100)}%`);
  };
  const clear = (): void => {
    if (isShown) world.stderr.write('\r\u001b[K');
  };
  return { show, clear };
}
