import { basename, extname, resolve } from 'node:path';
import { LayoutFault } from '../edit/ledger-edit.js';
import { importDocument } from '../exchange/import-document.js';
import { type ImportMapping, MappingFault, parseMapping, plainMapping } from '../exchange/import-mapping.js';
import { planImport } from '../exchange/import-sheets.js';
import { readCsv } from '../exchange/read-csv.js';
import { readWorkbook } from '../exchange/read-workbook.js';
import { OfficeFileFault } from '../exchange/read-zip.js';
import type { Sheet } from '../exchange/sheet.js';
import { sheetFields } from '../exchange/sheet-fields.js';
import { fieldFinder, findHeading } from '../exchange/sheet-heading.js';
import { readBytes } from '../files/read-bytes.js';
import { systemReason } from '../files/system-reason.js';
import { readSource } from '../source/read-source.js';
import { isDate } from '../text/date-format.js';
import type { Run } from './commands/command.js';
import { todayOf } from './context.js';
import { CannotRun } from './errors.js';
import { type Opened, openLedger } from './open-ledger.js';
import { parseChoice } from './parse-choice.js';
import { KIND_CHOICES } from './parse-kind.js';
import { present } from './present.js';
import { tidyLedger, writeLedger } from './write-ledger.js';

export interface ImportOptions {
  readonly as?: string;
  readonly mapping?: string;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly write?: boolean;
  readonly skip?: boolean;
  readonly all?: boolean;
}

const IMPORTS = 'imports/';

/**
 * Shows what a spreadsheet would do to the ledger, and does it under `--write`: all of it or nothing.
 * @returns whether every row is certain, or the others were left out as asked
 * @throws CannotRun for a file, a mapping or a ledger that cannot be read or written
 */
export async function importFile(run: Run<ImportOptions>): Promise<boolean> {
  const { world, options, args } = run;
  const [typed = ''] = args;
  const sheets = await readSheets(run, typed);
  if (options.write) await tidyLedger(run);
  const opened = await openLedger(run, { snapshot: true });
  const mapping = await mappingFor(run, opened, sheets);
  const asOf = todayOf(world, isDate);
  const progress = progressLine(run);
  const planned = await withFaults(opened, () =>
    planImport(opened.reader, opened, sheets, { mapping, asOf, onProgress: progress.show }),
  );
  progress.clear();
  if (planned.sheets.length === 0) throw noHeading(typed, mapping);
  await present(run, { document: () => importDocument(planned, options.all ?? false) });
  const unsure = planned.rows.filter(({ status }) => status === 'doubt' || status === 'refused').length;
  const { texts, records } = planned.change;
  const isAllowed = unsure === 0 || (options.skip ?? false);
  if (options.write && isAllowed && texts.size > 0) writeLedger(opened, texts, 'import');
  const said = outcome({ isWrite: options.write ?? false, isAllowed, changed: records.length, unsure });
  if (!options.quiet) world.stdout.write(`${said}\n`);
  return isAllowed;
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
  if (!isAllowed) return `有${unsure}行存疑或不收，一条也没有写入。改好表格再导入；只写其余的，加 --skip --write。`;
  if (changed === 0) return '没有要写的，台账没有改动。';
  return isWrite ? `已写入${changed}条记录。` : `这是预览，没有写入。看过以后加 --write 写入${changed}条记录。`;
}

async function readSheets({ world, options }: Run<ImportOptions>, typed: string): Promise<readonly Sheet[]> {
  const bytes = bytesOf(resolve(world.workingDirectory, typed), typed);
  const ending = extname(typed).toLowerCase();
  if (ending === '.xls' || ending === '.et')
    throw new CannotRun(`“${typed}”是旧格式`, '在 Excel 或 WPS 里打开，另存为 .xlsx 再试。');
  try {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const isText = ending === '.csv' || ending === '.txt' || ending === '.tsv';
    const read =
      isText && !isZip
        ? [readCsv(bytes, basename(typed, extname(typed)), encodingOf(options))]
        : await readWorkbook(bytes);
    const chosen = options.sheet === undefined ? read : read.filter(({ name }) => name === options.sheet);
    if (chosen.length > 0) return chosen;
    throw new CannotRun(
      `“${typed}”里没有“${options.sheet ?? ''}”这张表`,
      `有：${read.map(({ name }) => name).join('、')}。`,
    );
  } catch (error) {
    if (error instanceof OfficeFileFault) throw new CannotRun(`读不了“${typed}”：${error.reason}`, error.way);
    throw error;
  }
}

function bytesOf(path: string, typed: string): Uint8Array {
  try {
    const bytes = readBytes(path);
    if (bytes !== null) return bytes;
  } catch (error) {
    throw new CannotRun(`读不了“${typed}”：${systemReason(error)}`, '检查路径和权限。');
  }
  throw new CannotRun(`没有“${typed}”这个文件`, '检查文件名和路径；文件名里有空格的，写在引号里。');
}

function encodingOf({ encoding }: ImportOptions) {
  if (encoding === undefined) return undefined;
  const choices = [
    { name: 'utf-8' as const, also: ['utf8'] },
    { name: 'gb18030' as const, also: ['gbk', 'gb2312'] },
  ];
  return parseChoice(choices, encoding, `没有“${encoding}”这种编码`).name;
}

/** The mapping by its name, else the only one of the kind whose columns the sheets have; else none is needed. */
async function mappingFor(run: Run<ImportOptions>, opened: Opened, sheets: readonly Sheet[]): Promise<ImportMapping> {
  const { options } = run;
  const kind =
    options.as === undefined ? undefined : parseChoice(KIND_CHOICES, options.as, `没有“${options.as}”这个类别`).name;
  const files = opened.reader.list().filter(({ path }) => path.startsWith(IMPORTS) && path.endsWith('.yaml'));
  const nameOf = (path: string): string => path.slice(IMPORTS.length, -'.yaml'.length);
  if (options.mapping !== undefined) {
    const file = files.find(({ path }) => nameOf(path) === options.mapping);
    if (file) return readMapping(opened, file.path);
    const known = files.map(({ path }) => nameOf(path));
    throw new CannotRun(
      `data/imports/ 里没有“${options.mapping}”这份对照表`,
      known.length === 0 ? '先写一份，见 yueyi import --help。' : `有：${known.join('、')}。`,
    );
  }
  const all = await Promise.all(files.map(async ({ path }) => ({ path, mapping: await readMapping(opened, path) })));
  const fitting = all.filter(
    ({ mapping }) => (kind === undefined || mapping.kind === kind) && sheets.some((sheet) => fits(sheet, mapping)),
  );
  const [only, second] = fitting;
  if (second) {
    const names = fitting.map(({ path }) => nameOf(path)).join('、');
    throw new CannotRun(`不止一份对照表合适：${names}`, '用 --mapping 写明用哪一份。');
  }
  if (only) return only.mapping;
  if (kind !== undefined) return plainMapping(kind);
  throw new CannotRun(
    '没有写表里是哪一类记录',
    '加 --as 类别，如 --as 活动；常用的表在 data/imports/ 里写一份对照表，就不必再写。',
  );
}

/** Whether a sheet has every column that a mapping names. */
function fits(sheet: Sheet, { kind, columns, only, on }: ImportMapping): boolean {
  const heading = findHeading(sheet, fieldFinder(sheetFields(kind), columns));
  const wanted = [...Object.keys(columns), ...Object.keys(only), ...(on === undefined ? [] : [on])];
  return (
    heading !== null && wanted.length > 0 && wanted.every((name) => heading.columns.some(({ title }) => title === name))
  );
}

async function readMapping({ reader }: Opened, path: string): Promise<ImportMapping> {
  const { value, findings } = await readSource(path, reader.read(path));
  try {
    if (findings.some(({ severity }) => severity === 'error')) throw new MappingFault('YAML 写法不对');
    return parseMapping(value);
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    throw new CannotRun(
      `对照表 ${reader.display(path)} 不能用：${error.message}`,
      '一项一行，如 类别: 活动、列: { 活动主题: 名称 }、补上: { 项目: 越医有爱 }。',
    );
  }
}

function noHeading(typed: string, { kind }: ImportMapping): CannotRun {
  const titles = sheetFields(kind)
    .filter(({ required }) => required)
    .map(({ title }) => title);
  return new CannotRun(
    `“${typed}”里没有找到表头`,
    `表头至少要有两列是字典里的名称，如 ${titles.join('、')}；yueyi export --template 可以出一张空表；列名不同的，在 data/imports/ 里写对照。`,
  );
}

async function withFaults<T>({ reader }: Opened, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LayoutFault)) throw error;
    throw new CannotRun(
      `${reader.display(error.file)} 的写法有误，不能往里写`,
      '先用 yueyi validate 查看，改好再导入。',
    );
  }
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
