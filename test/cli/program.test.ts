import { execFileSync, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { REPOSITORY, runCli, SHAOXING, TODAY, temporaryFolder } from '../support/run-cli.js';
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

describe('the same bytes in every time zone', () => {
  const cwd = sampleYear();
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each([
    'progress --year 2025',
    'progress --year 2025 --as-of 2025-06-30 --format json',
    'progress --year 2025 --by month --as-of 2025-10-31',
    'progress --year 2025 --by inspection --format markdown',
    'report --year 2021',
    'report --year 2025 --format json',
    'report --year 2025 --pairing 东湖 --format markdown',
    'todo --year 2025 --as-of 2025-12-29',
    'list 活动 --year 2025 --format csv',
    'list 任务 --format json',
    'show 东湖 --kind 结对',
    'explain beneficiaries@year=2025',
    'why-changed --year 2025 --since 2025-03-31 --as-of 2025-06-30',
  ])('%s', async (line) => {
    const outputs = [];
    for (const TZ of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
      process.env.TZ = TZ;
      outputs.push(await runCli(line.split(' '), { cwd }));
    }
    expect(outputs[0]).toMatchObject({ code: 0, stderr: '' });
    for (const other of outputs) expect(other).toEqual(outputs[0]);
  });

  test('and in every locale, from the built program as from its sources', async () => {
    const line = ['report', '--year', '2025'];
    const expected = await runCli(line, { cwd });
    for (const env of [
      { TZ: 'America/New_York', LANG: 'C' },
      { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' },
    ])
      expect(yueyi(line, env, cwd)).toEqual(expected);
  });
});

describe('a pipe closed by its reader', () => {
  test.each(['report --year 2021', 'schema --format json'])('%s | head -1 is no failure', (line) => {
    const script = `"${process.execPath}" "${BIN}" ${line} | head -n 1; exit "\${PIPESTATUS[0]}"`;
    const { stdout, stderr, status } = spawnSync('bash', ['-c', script], {
      cwd: SHAOXING,
      env: { ...process.env, YUEYI_TODAY: TODAY },
    });
    expect([status, stderr.toString()]).toEqual([0, '']);
    expect(stdout.toString().split('\n')).toHaveLength(2);
  });
});

test('the exit code and the streams are those of the command', () => {
  expect(yueyi(['validate'])).toMatchObject({ code: 0, stderr: '' });
  expect(yueyi(['progres'])).toMatchObject({ code: 2, stdout: '' });
  expect(yueyi(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('without YUEYI_TODAY it takes the day’s date in China', () => {
  const { stdout } = yueyi(['progress'], { YUEYI_TODAY: '', TZ: 'America/New_York' });
  const shown = (at: Date): string => {
    const [year, month, day] = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number);
    return `${year}年${month}月${day}日`;
  };
  // Midnight may pass while the program runs.
  const now = new Date();
  expect([shown(new Date(now.getTime() - 3_600_000)), shown(now)].some((day) => stdout.includes(day))).toBe(true);
});

test('starts from a link, as npm installs it', () => {
  const link = join(temporaryFolder(), 'yueyi');
  symlinkSync(BIN, link);
  expect(execFileSync(process.execPath, [link, '--version']).toString()).toMatch(/^\d+\.\d+\.\d+\n$/);
});
