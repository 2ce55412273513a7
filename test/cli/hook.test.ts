import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { baseRepository, commit, ENV, git, repository } from '../support/git-folder.js';
import { baseLedger } from '../support/memory-reader.js';
import { REPOSITORY, runCli, temporaryFolder, writeFiles } from '../support/run-cli.js';

const BIN = join(REPOSITORY, 'bin/yueyi.js');
const PEOPLE = 'data/people/people.yaml';
const NEW = 'data/people/新 "人员".yaml';
const WRONG = '- id: 张三\n  duty: 书记\n';

/** Runs a command in this process; the hook it installs starts `script`. */
async function yueyi(cwd: string, args: readonly string[], script = BIN): Promise<string> {
  const program = { node: process.execPath, script };
  const { stdout, stderr, code } = await runCli(args, { cwd, env: ENV, program });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

/** What the hook would say of what is staged, without git around it. */
async function judged(cwd: string): Promise<{ code: number; said: string }> {
  const { stdout, stderr, code } = await runCli(['hook', 'run'], { cwd, env: ENV });
  return { code, said: stdout + stderr };
}

/** Tries to commit, with what git and the hook say: for what git itself does around the hook. */
function tryCommit(cwd: string, args: readonly string[] = ['-m', '登记'], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('git', ['commit', ...args], {
    cwd,
    env: { ...ENV, ...env },
    encoding: 'utf8',
  });
  return { code: status, said: stdout + stderr };
}

/** A repository with the small ledger and the hook. */
async function hooked(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = baseRepository(more);
  await yueyi(folder, ['hook', 'install']);
  return folder;
}

function stage(folder: string, files: Readonly<Record<string, string>>): void {
  writeFiles(folder, files);
  git(folder, ['add', '--all']);
}

describe('a commit with the hook', () => {
  test('is refused while its staged content has errors', async () => {
    const folder = await hooked();
    stage(folder, { [NEW]: WRONG });
    const { code, said } = tryCommit(folder);
    expect(code).toBe(1);
    expect(said).toContain(`${NEW}:2:3 必须修改 unknown-field`);
    expect(said).toContain('2 |   duty: 书记');
    expect(said).toContain('台账里改动了 1 个文件、1 条记录：1 处必须修改');
    expect(said).toContain('没有提交。改好后先 git add，再提交一次。');
    for (const line of said.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    stage(folder, { [NEW]: '- id: 张三\n' });
    expect(tryCommit(folder)).toMatchObject({ code: 0, said: expect.stringContaining('没有发现问题') });
  });

  test('is checked by the index, not by the working tree', async () => {
    const folder = await hooked();
    stage(folder, { [NEW]: WRONG });
    writeFiles(folder, { [NEW]: '- id: 张三\n' });
    const { code, said } = tryCommit(folder);
    expect(code).toBe(1);
    expect(said).toContain('还没有 add');
    stage(folder, { [NEW]: '- id: 张三\n' });
    writeFiles(folder, { [NEW]: WRONG, 'data/people/未加入.yaml': WRONG });
    expect(tryCommit(folder).code).toBe(0);
  });

  test('commit -a and a commit of some files are checked by what they commit', async () => {
    const folder = await hooked({ [NEW]: '- id: 张三\n', 'data/people/乙.yaml': '- id: 李四\n' });
    writeFiles(folder, { [NEW]: WRONG, 'data/people/乙.yaml': '- id: 李四\n- id: 王五\n' });
    expect(tryCommit(folder, ['-a', '-m', '全部']).code).toBe(1);
    expect(tryCommit(folder, ['-m', '一部分', '--', 'data/people/乙.yaml']).code).toBe(0);
    expect(tryCommit(folder, ['-m', '另一部分', '--', NEW]).code).toBe(1);
    git(folder, ['add', NEW]);
    expect(tryCommit(join(folder, 'data'), ['-m', '站在下面']).code).toBe(1);
  });

  test('the first commit of a repository is checked whole', async () => {
    const folder = temporaryFolder();
    git(folder, ['init', '--quiet']);
    await yueyi(folder, ['hook', 'install']);
    const ledger = Object.fromEntries(Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]));
    stage(folder, { ...ledger, [NEW]: WRONG });
    expect(tryCommit(folder)).toMatchObject({ code: 1, said: expect.stringContaining('unknown-field') });
    git(folder, ['rm', '--cached', '--quiet', '-f', NEW]);
    expect(tryCommit(folder).code).toBe(0);
  });

  test('a deleted record is reported where others refer to it', async () => {
    const folder = baseRepository();
    rmSync(join(folder, 'data/branches/branches.yaml'));
    git(folder, ['add', '--all']);
    const { code, said } = await judged(folder);
    expect(code).toBe(1);
    expect(said).toContain('data/pairings/pairings.yaml');
    expect(said).toContain('unknown-reference');
  });

  test('a renamed file has no findings', async () => {
    const folder = baseRepository();
    renameSync(join(folder, PEOPLE), join(folder, 'data/people/全体 人员.yaml'));
    git(folder, ['add', '--all']);
    expect(await judged(folder)).toMatchObject({ code: 0, said: expect.stringContaining('2 个文件、0 条记录') });
  });

  test('earlier errors elsewhere do not block it', async () => {
    const folder = baseRepository();
    commit(folder, { 'data/departments/旧.yaml': '- id: 旧科\n  duty: 无\n' });
    stage(folder, { [NEW]: '- id: 张三\n' });
    expect((await judged(folder)).code).toBe(0);
    stage(folder, { 'data/departments/旧.yaml': '- id: 旧科\n  duty: 有\n' });
    expect((await judged(folder)).code).toBe(1);
  });

  test('a commit of other files passes silently', async () => {
    const folder = await hooked({ [NEW]: '- id: 张三\n' });
    stage(folder, { '说明 文档.md': '# 说明\n', 'src/a.yaml': 'x: [' });
    expect(tryCommit(folder, ['--quiet', '-m', '说明'])).toEqual({ code: 0, said: '' });
    expect(tryCommit(folder, ['--quiet', '--allow-empty', '-m', '空'])).toEqual({ code: 0, said: '' });
  });

  test('warnings are shown and do not block', async () => {
    const folder = baseRepository();
    stage(folder, { 'data/people/a.txt': '甲' });
    expect(await judged(folder)).toMatchObject({ code: 0, said: expect.stringContaining('请核对 stray-file') });
  });

  test('a file added with git add -N is not part of the commit', async () => {
    const folder = baseRepository();
    writeFiles(folder, { [NEW]: WRONG, 'data/people/乙.yaml': '- id: 李四\n' });
    git(folder, ['add', '--intent-to-add', NEW]);
    git(folder, ['add', 'data/people/乙.yaml']);
    expect(await judged(folder)).toMatchObject({ code: 0, said: expect.stringContaining('1 个文件、1 条记录') });
  });

  test('deleted settings are an error while records remain, but not when the whole ledger is deleted', async () => {
    const folder = baseRepository();
    git(folder, ['rm', '--quiet', 'data/workspace.yaml']);
    expect(await judged(folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining('data 里没有 workspace.yaml 了'),
    });
    git(folder, ['rm', '-r', '--quiet', 'data']);
    expect((await judged(folder)).code).toBe(0);
  });
});

describe('ledgers of a repository', () => {
  const two = (): string => {
    const ledger = Object.entries(baseLedger());
    const files = ['甲院/data', '乙院/台账'].flatMap((folder) =>
      ledger.map(([path, text]) => [`${folder}/${path}`, text]),
    );
    return repository(Object.fromEntries(files));
  };

  test('each is found, and only those touched are checked', async () => {
    const folder = two();
    stage(folder, { '乙院/台账/people/新.yaml': WRONG });
    const { code, said } = await judged(folder);
    expect(code).toBe(1);
    expect(said).toContain('乙院/台账/people/新.yaml:2:3');
    expect(said).toContain('1 个文件、1 条记录：1 处必须修改');
  });

  test('a workspace.yaml of another program is no ledger', async () => {
    const folder = baseRepository();
    stage(folder, { 'tools/workspace.yaml': 'load_from: [a]\n', 'tools/people/a.yaml': 'x: 1\n' });
    expect(await judged(folder)).toEqual({ code: 0, said: '' });
    commit(folder);
    git(folder, ['rm', '--quiet', 'tools/workspace.yaml', 'tools/people/a.yaml']);
    expect(await judged(folder)).toEqual({ code: 0, said: '' });
  });

  test('--data at the installation keeps to one', async () => {
    const folder = two();
    await yueyi(join(folder, '甲院'), ['hook', 'install', '--data', 'data']);
    stage(folder, { '乙院/台账/people/新.yaml': WRONG });
    expect(tryCommit(folder, ['--quiet', '-m', '乙'])).toEqual({ code: 0, said: '' });
    stage(folder, { '甲院/data/people/新.yaml': WRONG });
    expect(tryCommit(folder).code).toBe(1);
  });

  test('a worktree shares the hook and is checked by its own index', async () => {
    const folder = await hooked();
    const tree = join(temporaryFolder(), '另一处');
    git(folder, ['worktree', 'add', '--quiet', tree]);
    stage(folder, { [NEW]: WRONG });
    stage(tree, { 'data/people/乙.yaml': '- id: 李四\n' });
    expect(tryCommit(tree).code).toBe(0);
    stage(tree, { [NEW]: WRONG });
    expect(tryCommit(tree).code).toBe(1);
    expect(tryCommit(tree, ['-m', '部分', '--', NEW]).code).toBe(1);
  });

  test('GIT_DIR and GIT_WORK_TREE set by the user are followed', async () => {
    const folder = await hooked();
    const elsewhere = temporaryFolder();
    stage(folder, { [NEW]: WRONG });
    const env = { GIT_DIR: join(folder, '.git'), GIT_WORK_TREE: folder };
    expect(tryCommit(elsewhere, ['-m', '远处'], env)).toMatchObject({
      code: 1,
      said: expect.stringContaining('unknown-field'),
    });
  });
});

describe('hook install and uninstall', () => {
  const hook = (folder: string): string => join(folder, '.git/hooks/pre-commit');

  test('report what they did, can be repeated, and leave nothing behind', async () => {
    const folder = baseRepository();
    expect(await yueyi(join(folder, 'data'), ['hook', 'install'])).toMatch(
      /^已装上提交前校验：\.\.\/\.git\/hooks\/pre-commit\n/,
    );
    expect(statSync(hook(folder)).mode & 0o111).toBe(0o111);
    expect(await yueyi(folder, ['hook', 'install'])).toMatch(/^已更新/);
    expect(await yueyi(folder, ['hook', 'uninstall'])).toMatch(/^已取下/);
    expect(existsSync(hook(folder))).toBe(false);
    expect(await yueyi(folder, ['hook', 'uninstall'])).toMatch(/^没有装/);
  });

  test.each(['install', 'uninstall'])('%s never touches a hook of somebody else', async (action) => {
    const folder = baseRepository();
    writeFiles(folder, { '.git/hooks/pre-commit': '#!/bin/sh\nexit 0\n' });
    const program = { node: process.execPath, script: BIN };
    const { code, stderr } = await runCli(['hook', action], { cwd: folder, program });
    expect(code).toBe(2);
    expect(stderr).toContain('没有改动它：.git/hooks/pre-commit');
    expect(readFileSync(hook(folder), 'utf8')).toBe('#!/bin/sh\nexit 0\n');
  });

  test('the line it gives instead works at the end of that hook', () => {
    const folder = baseRepository();
    writeFiles(folder, { '.git/hooks/pre-commit': '#!/bin/sh\necho 别的检查\n' });
    chmodSync(hook(folder), 0o755);
    const { stderr } = spawnSync(process.execPath, [BIN, 'hook', 'install'], {
      cwd: folder,
      env: ENV,
      encoding: 'utf8',
    });
    const line = stderr.split('\n').filter((each) => each.startsWith("'"));
    expect(line).toHaveLength(1);
    writeFileSync(hook(folder), `#!/bin/sh\necho 别的检查\n${line[0]}\n`);
    stage(folder, { [NEW]: WRONG });
    const { code, said } = tryCommit(folder);
    expect(code).toBe(1);
    expect(said).toContain('别的检查');
    expect(said).toContain('unknown-field');
  });

  test('a link or a folder in its place is left unchanged', async () => {
    const folder = baseRepository();
    symlinkSync('/nowhere/else', hook(folder));
    const { code } = await runCli(['hook', 'install'], { cwd: folder, program: { node: 'node', script: BIN } });
    expect(code).toBe(2);
  });

  test('core.hooksPath within the repository is respected, one outside is refused', async () => {
    const folder = baseRepository();
    git(folder, ['config', 'core.hooksPath', '.githooks']);
    await yueyi(join(folder, 'data'), ['hook', 'install']);
    expect(existsSync(join(folder, '.githooks/pre-commit'))).toBe(true);
    stage(folder, { [NEW]: WRONG });
    expect(tryCommit(folder).code).toBe(1);
    const outside = temporaryFolder();
    git(folder, ['config', 'core.hooksPath', outside]);
    const { code, stderr } = await runCli(['hook', 'install'], { cwd: folder, program: { node: 'node', script: BIN } });
    expect(code).toBe(2);
    expect(stderr.replaceAll('\n', '')).toContain('会影响别的仓库');
    expect(existsSync(join(outside, 'pre-commit'))).toBe(false);
  });

  test('works from a folder with spaces and quotes, and reports when yueyi is gone from there', async () => {
    const folder = baseRepository();
    const place = join(temporaryFolder(), "装 在'这里");
    writeFiles(place, { 'yueyi.js': `require(${JSON.stringify(BIN)});\n` });
    await yueyi(folder, ['hook', 'install'], join(place, 'yueyi.js'));
    stage(folder, { [NEW]: WRONG });
    expect(tryCommit(folder)).toMatchObject({ code: 1, said: expect.stringContaining('unknown-field') });
    rmSync(place, { recursive: true });
    const { code, said } = tryCommit(folder);
    expect(code).toBe(1);
    expect(said).toContain(`找不到 yueyi（原来在 ${join(place, 'yueyi.js')}）`);
    expect(said).toContain('yueyi hook install');
  });

  test('outside of git, and with an unknown action, give advice', async () => {
    const cwd = temporaryFolder();
    const program = { node: 'node', script: BIN };
    for (const action of ['install', 'uninstall', 'run']) {
      const { code, stderr } = await runCli(['hook', action], { cwd, program });
      expect(code).toBe(2);
      expect(stderr).toContain('这里不是 git 仓库');
    }
    const { code, stderr } = await runCli(['hook', 'instal'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('是不是 install？')]);
  });
});
