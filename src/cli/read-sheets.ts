import { basename, extname, resolve } from 'node:path';
import { readCsv } from '../exchange/read-csv.js';
import { readWorkbook } from '../exchange/read-workbook.js';
import { OfficeFileFault } from '../exchange/read-zip.js';
import type { Sheet } from '../exchange/sheet.js';
import { readBytes } from '../files/read-bytes.js';
import { systemReason } from '../files/system-reason.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';
import type { ImportOptions } from './import-file.js';
import { parseChoice } from './parse-choice.js';

/** The sheets of a spreadsheet, or the one that `--sheet` names. @throws CannotRun */
export async function readSheets({ world, options }: Run<ImportOptions>, typed: string): Promise<readonly Sheet[]> {
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
