import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPOSITORY, runCli, SHAOXING, TODAY } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

const BIN = join(REPOSITORY, 'bin/yueyi.js');

/** The real program, in an environment of the test's own. */
function yueyi(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = SHAOXING,
): { stdout: string; stderr: string; code: number | null } {
  const { PATH = '' } = process.env;
  const options = { cwd, env: { PATH, YUEYI_TODAY: TODAY, ...env } };
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], options);
  return { stdout: stdout.toString(), stderr: stderr.toString(), code: status };
}

describe('the same bytes in every time zone and locale', () => {
  const cwd = sampleYear();

  test.each([
    'progress --year 2025',
    'progress --year 2025 --as-of 2025-06-30 --format json',
    'progress --year 2025 --by month --as-of 2025-10-31',
    'progress --year 2025 --by inspection --format markdown',
    'report --year 2021',
    'report --year 2025',
    'report --year 2025 --format json',
    'report --year 2025 --pairing 东湖 --format markdown',
    'todo --year 2025 --as-of 2025-12-29',
    'list 活动 --year 2025 --format csv',
    'list 任务 --format json',
    'show 东湖 --kind 结对',
    'explain beneficiaries@year=2025',
    'why-changed --year 2025 --since 2025-03-31 --as-of 2025-06-30',
  ])('%s', async (line) => {
    const given = line.split(' ');
    const [here, ...elsewhere] = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((TZ) =>
      yueyi(given, { TZ, LANG: 'C' }, cwd),
    );
    expect(here).toMatchObject({ code: 0, stderr: '' });
    for (const other of elsewhere) expect(other).toEqual(here);
    expect(here).toEqual(await runCli(given, { cwd }));
  });
});

describe('a pipe closed by its reader', () => {
  test.each(['report --year 2021', 'progress --year 2025', 'schema --format json'])(
    '%s | head -1 is no failure',
    (line) => {
      const script = `"${process.execPath}" "${BIN}" ${line} | head -n 1; exit "\${PIPESTATUS[0]}"`;
      const { stdout, stderr, status } = spawnSync('bash', ['-c', script], {
        cwd: SHAOXING,
        env: { ...process.env, YUEYI_TODAY: TODAY },
      });
      expect([status, stderr.toString()]).toEqual([0, '']);
      expect(stdout.toString().split('\n')).toHaveLength(2);
    },
  );
});

test('the exit code and the streams are those of the command', () => {
  expect(yueyi(['validate'])).toMatchObject({ code: 0, stderr: '' });
  expect(yueyi(['progres'])).toMatchObject({ code: 2, stdout: '' });
  expect(yueyi(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('without YUEYI_TODAY it takes the day’s date', () => {
  const { stdout } = yueyi(['progress'], { YUEYI_TODAY: '', TZ: 'America/New_York' });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number);
  expect(stdout).toContain(`${today[0]}年${today[1]}月${today[2]}日`);
});

test('starts from a link, as npm installs it', () => {
  const script =
    'const { symlinkSync, mkdtempSync, rmSync } = require("node:fs"); const folder = mkdtempSync("/tmp/yueyi-link-"); symlinkSync(process.argv[1], folder + "/yueyi"); try { process.stdout.write(require("node:child_process").execFileSync(process.execPath, [folder + "/yueyi", "--version"])) } finally { rmSync(folder, { recursive: true }) }';
  expect(execFileSync(process.execPath, ['-e', script, BIN]).toString()).toMatch(/^\d+\.\d+\.\d+\n$/);
});
