import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/schema/kinds.js';
import { parseCsv } from '../support/parse-csv.js';
import { runCli, runJson, temporaryFolder, writeFiles } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

const DATA = join(sampleYear(), 'data');
const FOLDERS = { csv: '导出/', ndjson: '导出/', parquet: '导出/' } as const;

/** Runs an export of the sample year in an empty folder. */
async function exported(args: readonly string[], cwd = temporaryFolder(), data = DATA) {
  const result = await runCli(['export', ...args, '--data', data], { cwd });
  expect([result.code, result.stdout]).toEqual([0, '']);
  return cwd;
}

const textOf = async (...args: readonly string[]): Promise<string> => {
  const { stdout, stderr, code } = await runCli(['export', ...args, '--data', DATA]);
  expect([stderr, code]).toEqual(['', 0]);
  return stdout;
};

/** A ledger of its own, with one activity whose title is hostile. */
function hostileLedger(title: string): string {
  const cwd = temporaryFolder();
  writeFiles(cwd, {
    'data/workspace.yaml': 'hospital: 甲医院\n',
    'data/organizations/a.yaml': '- id: 甲医院\n',
    'data/activities/2025.yaml': `- id: 甲\n  title: ${JSON.stringify(title)}\n  date: 2025-03-15\n  types: [义诊]\n  beneficiaries: 86\n`,
  });
  return join(cwd, 'data');
}

describe('a sheet of one kind', () => {
  test('has the dictionary’s headings with units, every record, and machine-readable cells', async () => {
    const [headings = [], ...rows] = parseCsv(await textOf('--kind', '活动', '--format', 'csv'));
    const { records } = await runJson<{ records: readonly { id: string; beneficiaries?: number }[] }>([
      'list',
      '活动',
      '--data',
      DATA,
    ]);
    expect(headings).toEqual(expect.arrayContaining(['编号', '受益群众（人次）', '审批·日期', '经过', '状态', '示例']));
    expect(rows.map((row) => row[0])).toEqual(records.map(({ id }) => id));
    const beneficiaries = headings.indexOf('受益群众（人次）');
    expect(rows.map((row) => row[beneficiaries])).toEqual(records.map((record) => String(record.beneficiaries ?? '')));
    expect(rows.every((row) => /^\d{4}-\d{2}-\d{2}$/.test(row[headings.indexOf('日期')] ?? ''))).toBe(true);
  });

  test('no text of it becomes a formula', async () => {
    const data = hostileLedger('=HYPERLINK("http://a")');
    const cwd = await exported(['--kind', '活动', '-o', 'a.csv'], undefined, data);
    const text = readFileSync(join(cwd, 'a.csv'), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(parseCsv(text)[1]).toContain('\'=HYPERLINK("http://a")');
    expect(text.match(/(?<!\r)\n/)).toBeNull();
  });

  test('what is private in it is masked in every format', async () => {
    const data = hostileLedger('义诊，联系13812345678');
    for (const format of ['csv', 'ndjson', 'parquet']) {
      const cwd = await exported(['--kind', '活动', '--format', format, '-o', 'a.out'], undefined, data);
      expect(readFileSync(join(cwd, 'a.out'), 'latin1')).not.toContain('13812345678');
    }
  });
});

describe('a workbook of all kinds', () => {
  test('has a sheet for each kind that has records, with numbers and days to calculate with', async () => {
    const cwd = await exported(['-o', '台账.xlsx']);
    const sheets = await readXlsxFile(readFileSync(join(cwd, '台账.xlsx')));
    const names = sheets.map(({ sheet }) => sheet);
    expect(names).toEqual(expect.arrayContaining(['党支部', '结对', '活动', '活动·经过', '任务']));
    const [headings = [], ...rows] = sheets.find(({ sheet }) => sheet === '活动')?.data ?? [];
    const cellsOf = (title: string) => rows.map((row) => row[headings.indexOf(title)]).filter((cell) => cell !== null);
    expect(cellsOf('日期').every((cell) => cell instanceof Date)).toBe(true);
    expect(cellsOf('受益群众（人次）').every((cell) => typeof cell === 'number')).toBe(true);
    expect(cellsOf('受益群众（人次）').length).toBeGreaterThan(10);
  });

  test('the headings stay in view, and a cell offers what it may hold', async () => {
    const cwd = await exported(['--kind', '活动', '-o', '活动.xlsx']);
    const parts = unzipSync(readFileSync(join(cwd, '活动.xlsx')));
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString();
    expect(/<pane [^>]*>/.exec(sheet)?.[0]).toMatch(/ySplit="1".*state="frozen"/);
    const rules = [...sheet.matchAll(/<dataValidation .*?<\/dataValidation>/gs)].map(([rule]) => rule);
    const types = rules.find((rule) => /sqref="E2:E\d+"/.test(rule));
    expect(types).toMatch(/type="list".*<formula1>'可选内容'!\$A\$1:\$A\$10<\/formula1>/s);
    const workbook = Buffer.from(parts['xl/workbook.xml'] ?? []).toString();
    expect(/<sheet [^>]*可选内容[^>]*>/.exec(workbook)?.[0]).toContain('state="hidden"');
  });
});

describe('data files', () => {
  test('ndjson has a record a line, with its state, as the JSON of list has it', async () => {
    const lines = (await textOf('--kind', '结对协议', '--format', 'ndjson')).trimEnd().split('\n');
    const { records } = await runJson<{ records: readonly Record<string, unknown>[] }>([
      ...['list', '结对协议', '--data', DATA],
    ]);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
      records.map(({ file: _, line: __, ...record }) => record),
    );
  });

  test('parquet keeps lists, groups, days and numbers of every kind', async () => {
    const cwd = await exported(['--format', 'parquet', '-o', FOLDERS.parquet]);
    expect(readdirSync(join(cwd, '导出')).sort()).toEqual(KINDS.map((kind) => `${kind}.parquet`).sort());
    for (const kind of KINDS) {
      const bytes = readFileSync(join(cwd, '导出', `${kind}.parquet`));
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      const read = await parquetReadObjects({ file });
      const { records } = await runJson<{ records: readonly Record<string, unknown>[] }>([
        ...['list', kind, '--data', DATA],
      ]);
      const expected = records.map(({ file: _, line: __, ...record }) => record);
      expect(read.map(plain)).toEqual(expected);
    }
  });

  test.each(Object.entries(FOLDERS))('%s: a file for each kind, the same bytes each time', async (format, folder) => {
    const [one, two] = [await exported(['--format', format, '-o', folder]), temporaryFolder()];
    mkdirSync(join(two, '导出'));
    await exported(['--format', format, '-o', '导出'], two);
    const files = readdirSync(join(one, '导出'));
    expect(files.length).toBeGreaterThan(10);
    expect(readdirSync(join(two, '导出'))).toEqual(files);
    for (const file of files)
      expect(readFileSync(join(two, '导出', file)).equals(readFileSync(join(one, '导出', file)))).toBe(true);
  });
});

test.each([[[]], [['--format', 'csv']], [['-o', 'a.csv']]])('%j does not say where to: refused', async (args) => {
  const cwd = temporaryFolder();
  const { code, stderr } = await runCli(['export', ...args, '--data', DATA], { cwd });
  expect([code, readdirSync(cwd)]).toEqual([2, []]);
  expect(stderr).toContain('-o 文件夹/');
});

/** A value read from parquet as the ledger writes it: absent for null, days as text. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, plain(inner)]])),
  );
}
