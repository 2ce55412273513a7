import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { runCli, runJson } from '../support/run-cli.js';

interface Progress {
  readonly targets: readonly { label: string; target: number | null; done: number | null; percent: number | null }[];
}

/** A workbook as it is written to standard output, read back by another library. */
async function sheetsOf(args: readonly string[]) {
  const written: Uint8Array[] = [];
  const stdout = { write: (bytes: Uint8Array) => written.push(bytes) };
  const { code, stderr } = await runCli([...args, '--format', 'xlsx'], { stdout });
  expect([code, stderr]).toEqual([0, '']);
  const sheets = await readXlsxFile(Buffer.concat(written));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

test('the targets’ numbers are those of the JSON', async () => {
  const args = ['progress', '2025', '--as-of', '2025-11-30'];
  const { targets } = await runJson<Progress>(args);
  const rows = (await sheetsOf(args)).get('目标进展') ?? [];
  const found = targets.map(({ label }) => {
    const [, target, done, percent] = rows.find(([name]) => name === label) ?? [];
    return { label, target, done, percent: typeof percent === 'number' ? Number((percent * 100).toFixed(1)) : null };
  });
  expect(found).toEqual(
    targets.map(({ label, target, done, percent }) => ({
      ...{ label, percent },
      target: target ?? '未约定',
      done: done ?? '未登记',
    })),
  );
});

test('a list has all of its columns, as the CSV has, and one row a record', async () => {
  const { stdout } = await runCli(['list', '结对', '--format', 'csv']);
  const [headings = '', ...lines] = stdout.replace('\ufeff', '').trim().split('\r\n');
  const rows = (await sheetsOf(['list', '结对'])).get('结对台账') ?? [];
  expect(rows[1]).toEqual(headings.split(','));
  expect(rows.slice(2, -1).map(([id]) => id)).toEqual(lines.map((line) => line.split(',')[0]));
});
