import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { contract, type ProgressJson } from '../reports/contracts.js';
import { baseRepository, commit, git } from '../support/git-folder.js';
import { runCli, runJson, temporaryFolder } from '../support/run-cli.js';

const PEOPLE = 'data/people/people.yaml';
const NEW = 'data/people/新 人员.yaml';

/** A ledger that was in order in the first commit and has an error in the second; today's files are in order again. */
function mended(): { folder: string; broken: string } {
  const folder = baseRepository();
  const broken = commit(folder, { [NEW]: '- id: 张三\n  duty: 书记\n' }, '2025-08-01T00:30:00+08:00');
  git(folder, ['rm', '--quiet', NEW]);
  return { folder, broken };
}

describe('--rev on the reading commands', () => {
  test('validate shows the findings of the revision, with its lines', async () => {
    const { folder } = mended();
    expect(await runCli(['validate'], { cwd: folder })).toMatchObject({ code: 0 });
    const { stdout, code } = await runCli(['validate', '--rev', 'main'], { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toContain(`${NEW}:2:3 必须修改 unknown-field`);
    expect(stdout).toContain('2 |   duty: 书记');
    expect(stdout).toMatch(/^版本 [0-9a-f]{7}（2025-08-01 提交）：校验了 \d+ 个文件、\d+ 条记录：1 处必须修改/m);
  });

  test('validate takes paths that exist only there, and none that do not', async () => {
    const folder = baseRepository({ 'data/people/旧 人员.yaml': '- id: 李四\n' });
    commit(folder, { 'data/people/旧 人员.yaml': null });
    const validate = (path: string, rev: string) => runCli(['validate', path, '--rev', rev], { cwd: folder });
    expect(await validate('data/people/旧 人员.yaml', 'HEAD~1')).toMatchObject({ code: 0 });
    expect(await validate('data/people', 'HEAD~1')).toMatchObject({ code: 0 });
    expect((await validate('data/people/旧 人员.yaml', 'HEAD')).stderr).toContain('没有“data/people/旧 人员.yaml”');
    expect((await validate('../elsewhere', 'HEAD')).stderr).toContain('不在这本台账里');
  });

  test('progress and report say which version they show', async () => {
    const folder = baseRepository();
    const activities = 'data/activities/2025-03.yaml';
    commit(folder, { [activities]: null });
    const now = await runJson<ProgressJson & { rev?: string }>(['progress', '--year', '2025'], { cwd: folder });
    const then = await runJson<ProgressJson & { rev?: string }>(['progress', '--year', '2025', '--rev', 'HEAD~1'], {
      cwd: folder,
    });
    expect(now.rev).toBeUndefined();
    expect(then.rev).toBe(git(folder, ['rev-parse', 'HEAD~1']));
    expect(then.targets[0]?.done).toBeGreaterThan(now.targets[0]?.done ?? 0);
    const validates = contract('progress');
    expect(validates(then), JSON.stringify(validates.errors)).toBe(true);
    for (const command of ['progress', 'report']) {
      const { stdout, code } = await runCli([command, '--year', '2025', '--rev', 'HEAD~1'], { cwd: folder });
      expect(code).toBe(0);
      expect(stdout).toMatch(/^【版本】本文按台账的版本 [0-9a-f]{7}（2025-07-01 提交）生成。\n/);
    }
  });

  test('the overview shows the version too, with --rev before or after', async () => {
    const folder = baseRepository();
    expect((await runCli(['--rev', 'HEAD'], { cwd: folder })).stdout).toMatch(
      /条记录，版本 [0-9a-f]{7}（2025-07-01 提交）/,
    );
    const [before, after] = [
      ['--rev', 'HEAD', 'validate'],
      ['validate', '--rev', 'HEAD'],
    ];
    expect(await runCli(before, { cwd: folder })).toEqual(await runCli(after, { cwd: folder }));
  });

  test('a report refuses a version with errors and says which', async () => {
    const { folder, broken } = mended();
    const { stderr, code } = await runCli(['report', '--year', '2025', '--rev', 'main'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain(`版本 ${broken.slice(0, 7)}（2025-08-01 提交）的台账有 1 处必须修改`);
    expect(stderr).toContain(`yueyi validate --rev ${broken.slice(0, 7)}`);
  });

  test('a link that was a file in the revision is read as that file', async () => {
    const folder = baseRepository();
    git(folder, ['mv', PEOPLE, '人员.yaml']);
    symlinkSync(join(folder, '人员.yaml'), join(folder, PEOPLE));
    expect((await runCli(['validate'], { cwd: folder })).code).toBe(1);
    expect((await runCli(['validate', '--rev', 'HEAD'], { cwd: folder })).code).toBe(0);
  });

  test.each(['init 新台账', 'schema', 'schema activities'])('%s refuses it', async (line) => {
    const { stderr, code } = await runCli([...line.split(' '), '--rev', 'HEAD'], { cwd: temporaryFolder() });
    expect([code, stderr]).toEqual([2, expect.stringContaining('不能用 --rev')]);
  });

  test('git’s reasons come in Chinese, 80 columns wide, with exit 2', async () => {
    const folder = baseRepository();
    for (const rev of ['没有这个分支', '-x', '2025-09-30', 'HEAD~7']) {
      const { stdout, stderr, code } = await runCli(['progress', '--rev', rev], { cwd: folder });
      expect([stdout, code]).toEqual(['', 2]);
      expect(stderr).toMatch(/\p{Script=Han}/u);
      for (const line of stderr.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    }
  });

  test('a data folder that exists only in the revision is reported, with how to restore it', async () => {
    const folder = baseRepository();
    git(folder, ['rm', '-r', '--quiet', 'data']);
    const { stderr, code } = await runCli(['validate', '--rev', 'HEAD'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr.replace(/\n/g, '')).toMatch(
      /只在版本 [0-9a-f]{7}（2025-07-01 提交）里有：data.*git restore --source/,
    );
  });

  test('the environment of a hook has no effect', async () => {
    const folder = baseRepository();
    const env = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_PREFIX: '' };
    expect(await runCli(['validate', '--rev', 'HEAD'], { cwd: folder, env })).toMatchObject({ code: 0, stderr: '' });
  });
});
