import { type Cell, type CellValue, readXlsx } from 'hucre/xlsx';
import { OfficeFileFault, readZip } from './read-zip.js';
import { MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetCell } from './sheet.js';

/** What a spreadsheet writes for a formula that failed. */
const ERROR = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;
const EXACT_DIGITS = 15;
const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/;
const ROW = Buffer.from('<row');

/**
 * The visible sheets of an Excel workbook, with the results of its formulas. The zip is judged before it is inflated, and
 * the rows are counted before they are parsed.
 * @throws OfficeFileFault for what is no workbook, or too large
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const parts = readZip(bytes);
  if (!parts.has('xl/workbook.xml')) throw new OfficeFileFault('不是 Excel 工作簿', '在 Excel 里另存为 .xlsx。');
  for (const [name, part] of parts) if (SHEET_PART.test(name)) refuseManyRows(part);
  const { sheets } = await parsed(bytes);
  return sheets
    .filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
    .map((sheet): Sheet => {
      const rows = sheet.rows.map((row, line) =>
        row.map((value, at) => cellOf(value, sheet.cells?.get(`${line},${at}`))),
      );
      if (rows.some(({ length }) => length > MOST_COLUMNS)) throw tooWide();
      return { name: sheet.name, rows, merges: sheet.merges ?? [] };
    });
}

async function parsed(bytes: Uint8Array) {
  try {
    return await readXlsx(bytes);
  } catch (error) {
    // The library's own limit on cells, or XML it cannot read.
    if (error instanceof Error && /cell|limit|exceed/i.test(error.message)) throw tooWide();
    throw new OfficeFileFault('表格已损坏', '在 Excel 里打开，另存一份再试。');
  }
}

function refuseManyRows(part: Uint8Array): void {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  let rows = 0;
  for (let at = bytes.indexOf(ROW); at !== -1; at = bytes.indexOf(ROW, at + ROW.length)) {
    rows += 1;
    if (rows > MOST_ROWS)
      throw new OfficeFileFault(`有一张表超过 ${MOST_ROWS} 行`, '多半是空行：选中内容下面的空行整行删除，存盘再试。');
  }
}

function tooWide(): OfficeFileFault {
  return new OfficeFileFault('表格太大，多半是很远的地方还有一格', '把内容复制到一张新表里，存盘再试。');
}

function cellOf(value: CellValue | undefined, cell: Cell | undefined): SheetCell {
  if (value === null || value === undefined) return { text: '' };
  if (value instanceof Date) return { text: dayText(value) };
  if (typeof value === 'boolean') return { text: value ? '是' : '否' };
  if (typeof value === 'number') return numberCell(value);
  const text = value.trim();
  if (cell?.type === 'error' || ERROR.test(text)) return { text, fault: `公式出错（${text}）` };
  return { text };
}

function numberCell(number: number): SheetCell {
  const text = String(number);
  if (text.replace(/\D/g, '').length <= EXACT_DIGITS) return { text, number };
  // 0.1 + 0.2: digits behind the point are none that a person typed.
  if (!Number.isInteger(number)) return { text: String(Number(number.toPrecision(EXACT_DIGITS))), number };
  return { text, number, fault: `数字超过 ${EXACT_DIGITS} 位，后面几位已经丢了，要以文本格式重新填写` };
}

/** YYYY-MM-DD, with the time where it is not midnight; spreadsheets have no time zones. */
function dayText(day: Date): string {
  if (Number.isNaN(day.getTime())) return '';
  const text = day.toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
