import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { runCli, temporaryFolder, writeFiles } from '../support/run-cli.js';
import { smallLedger } from './broken-ledger.js';

const DATA = join(process.cwd(), 'data');
const PROGRESS = ['progress', '--year', '2025', '--data', DATA];
const ESCAPE = '\u001b';

/** A file keeps each paragraph on one line, which makes no other difference. */
const squeezed = (text: string): string => text.replace(/\s/g, '');
const isDrawn = (line: string): boolean => /[│┌└├]/.test(line);

describe('-o', () => {
  test('writes the product whole and leaves stdout empty', async () => {
    const cwd = temporaryFolder();
    const shown = await runCli(PROGRESS, { cwd });
    const { stdout, stderr, code } = await runCli([...PROGRESS, '-o', '进展.txt'], { cwd });
    expect([code, stdout, stderr]).toEqual([0, '', '已写入 进展.txt\n']);
    expect(squeezed(readFileSync(join(cwd, '进展.txt'), 'utf8'))).toBe(squeezed(shown.stdout));
    expect(readdirSync(cwd)).toEqual(['进展.txt']);
  });

  test('a file gets no colour, and tables of 80 columns, whatever the terminal', async () => {
    const cwd = temporaryFolder();
    await runCli([...PROGRESS, '-o', 'plain.txt'], { cwd });
    await runCli([...PROGRESS, '-o', 'a.txt'], { cwd, terminal: { columns: 120 } });
    const written = readFileSync(join(cwd, 'a.txt'), 'utf8');
    expect(written).toBe(readFileSync(join(cwd, 'plain.txt'), 'utf8'));
    expect(Math.max(...written.split('\n').filter(isDrawn).map(displayWidth))).toBeLessThanOrEqual(80);
  });

  test('replaces what was there', async () => {
    const cwd = temporaryFolder({ '材料/进展.json': '旧的' });
    const args = [...PROGRESS, '--format', 'json', '--output', '材料/进展.json'];
    expect((await runCli(args, { cwd })).code).toBe(0);
    const written = JSON.parse(readFileSync(join(cwd, '材料/进展.json'), 'utf8'));
    expect(written).toMatchObject({ version: 1, year: 2025 });
  });

  test('creates no folder: a mistyped one is reported', async () => {
    const cwd = temporaryFolder();
    const { stderr, code } = await runCli([...PROGRESS, '-o', '才料/进展.txt'], { cwd });
    expect([code, readdirSync(cwd)]).toEqual([2, []]);
    expect(stderr).toMatch(/^写不了“才料\/进展.txt”：不存在。\n文件夹要先建好/);
  });

  test('--quiet prints no message', async () => {
    const cwd = temporaryFolder();
    expect(await runCli([...PROGRESS, '-o', 'a.txt', '--quiet'], { cwd })).toEqual({ stdout: '', stderr: '', code: 0 });
  });

  test('a place that cannot be written is a reason in Chinese, and nothing is left behind', async () => {
    const cwd = temporaryFolder({ 文件: '一个文件', '夹/a.txt': '' });
    for (const file of ['文件/进展.txt', '夹']) {
      const { stderr, code } = await runCli([...PROGRESS, '-o', file], { cwd });
      expect(code).toBe(2);
      expect(stderr).toMatch(new RegExp(`^写不了“${file}”：[^A-Z]+。\\n`));
    }
    expect(readdirSync(cwd).sort()).toEqual(['夹', '文件']);
  });

  test('works for every command that prints a product', async () => {
    const cwd = temporaryFolder();
    for (const command of ['report', 'schema', 'validate']) {
      const args = [command, '--data', DATA];
      const shown = await runCli(args, { cwd });
      expect((await runCli([...args, '-o', command], { cwd })).stdout).toBe('');
      expect(squeezed(readFileSync(join(cwd, command), 'utf8'))).toBe(squeezed(shown.stdout));
    }
  });
});

describe('on a terminal', () => {
  test('of 80 columns there are colours', async () => {
    const { stdout } = await runCli(PROGRESS, { terminal: { columns: 80 } });
    expect(stdout).toContain(ESCAPE);
    const bare = stdout.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), '');
    expect(bare).toBe((await runCli(PROGRESS)).stdout);
  });

  test.each([40, 60, 100, 120])('of %i columns no line is wider', async (columns) => {
    const { stdout } = await runCli([...PROGRESS, '--no-color'], { terminal: { columns } });
    for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
  });

  test.each([
    ['--no-color', [...PROGRESS, '--no-color'], {}],
    ['NO_COLOR', PROGRESS, { NO_COLOR: '1' }],
    ['TERM=dumb', PROGRESS, { TERM: 'dumb' }],
  ])('%s takes the colours away', async (_, args, env) => {
    expect((await runCli(args, { terminal: { columns: 80 }, env })).stdout).not.toContain(ESCAPE);
  });

  test('an empty NO_COLOR has no effect', async () => {
    expect((await runCli(PROGRESS, { terminal: { columns: 80 }, env: { NO_COLOR: '' } })).stdout).toContain(ESCAPE);
  });

  test('JSON is never coloured', async () => {
    const { stdout } = await runCli([...PROGRESS, '--format', 'json'], { terminal: { columns: 80 } });
    expect(stdout).not.toContain(ESCAPE);
  });
});

describe('elsewhere', () => {
  test('there is no escape code, whatever the environment variables for colours', async () => {
    const env = { FORCE_COLOR: '3', COLORTERM: 'truecolor', TERM: 'xterm-256color', CLICOLOR_FORCE: '1' };
    for (const args of [PROGRESS, ['report', '--year', '2021'], ['validate'], ['--help']]) {
      expect((await runCli(args, { env })).stdout).not.toContain(ESCAPE);
    }
  });
});

test('--ascii draws without box characters or blocks', async () => {
  for (const args of [PROGRESS, ['schema', 'pairings'], ['report', '--year', '2025']]) {
    const { stdout } = await runCli([...args, '--ascii']);
    expect(stdout).not.toMatch(/[\u2500-\u259f]/);
  }
  expect((await runCli([...PROGRESS, '--ascii'])).stdout).toMatch(/^\+-+\+/m);
});

describe('--timing', () => {
  test('prints the times on stderr, and leaves the product unchanged', async () => {
    const plain = await runCli(PROGRESS);
    const { stdout, stderr, code } = await runCli([...PROGRESS, '--timing']);
    expect([code, stdout]).toEqual([0, plain.stdout]);
    expect(stderr).toMatch(
      /^启动 [\d.]+ 毫秒，读取 [\d.]+ 毫秒，核对字段 [\d.]+ 毫秒，规则 [\d.]+ 毫秒，.*合计 [\d.]+ 毫秒\n$/,
    );
  });
});

test('--timing separates the start of a command that opens no ledger', async () => {
  const { stderr } = await runCli(['schema', 'pairings', '--timing']);
  expect(stderr).toMatch(/^启动 [\d.]+ 毫秒，生成 [\d.]+ 毫秒，合计 [\d.]+ 毫秒\n$/);
});

describe('--quiet', () => {
  test('leaves out the summary of a ledger without findings', async () => {
    expect(await runCli(['validate', '--quiet'], { cwd: smallLedger() })).toEqual({ stdout: '', stderr: '', code: 0 });
  });
});

describe('--strict', () => {
  const stray = () => {
    const folder = smallLedger();
    writeFiles(folder, { 'data/说明.txt': '随手放的文件\n' });
    return folder;
  };

  test('a warning alone ends with 0', async () => {
    for (const command of ['validate', 'progress', 'report'])
      expect((await runCli([command], { cwd: stray() })).code, command).toBe(0);
  });

  test('a warning ends with 1 under --strict', async () => {
    for (const command of ['validate', 'progress', 'report']) {
      const { code, stdout, stderr } = await runCli([command, '--strict'], { cwd: stray() });
      expect([command, code]).toEqual([command, 1]);
      expect(stdout + stderr).toContain('说明.txt');
    }
  });
});

test('a product is the same each time it is made', async () => {
  const [first, second] = [await runCli(['report', '--year', '2021']), await runCli(['report', '--year', '2021'])];
  expect(second).toEqual(first);
});

test('the hospital’s data are where this file looks for them', () => {
  expect(existsSync(join(DATA, 'workspace.yaml'))).toBe(true);
});
