import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FolderReader } from '../../src/files/folder-reader.js';
import { ReadError } from '../../src/files/reader.js';
import { NOT_PLAIN } from '../../src/files/system-reason.js';
import { GitProblem } from '../../src/git/git-problem.js';
import { GitReader } from '../../src/git/git-reader.js';
import { mayHoldRecords } from '../../src/workspace/layout.js';
import { load } from '../../src/workspace/load.js';
import { baseRepository, commit, git, repository } from '../support/git-folder.js';
import { temporaryFolder, writeFiles } from '../support/run-cli.js';

const at = (folder: string, rev = 'HEAD', data = 'data', env: Record<string, string> = {}): GitReader =>
  GitReader.at({ folder: data, workingDirectory: folder, env, rev, isRecords: mayHoldRecords });

/** What git refused, and the way out. */
function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof GitProblem) return `${error.message}。${error.way}`;
    throw error;
  }
  throw new TypeError('nothing was refused');
}

const NAMES = [
  'activities/三月 义诊.yaml',
  'activities/"引号".yaml',
  "activities/it's.yaml",
  'activities/换\n行.yaml',
  'activities/a.yaml',
  'activities/a/b.yaml',
  'activities/制表\t符.yaml',
  'B.md',
  '一.md',
  '丁.md',
  'evidence/照片.jpg',
  'activities/空.yaml',
];

describe('a folder at a revision', () => {
  const files = {
    ...Object.fromEntries(NAMES.map((name) => [`data/${name}`, `# ${name}\n`])),
    'data/activities/空.yaml': '',
  };

  test('is listed and read as the folder itself', () => {
    const folder = repository({ ...files, 'data/workspace.yaml': '', 'data/.hidden': '', 'data/.git-old/x.yaml': '' });
    const [there, here] = [at(folder), new FolderReader('data', folder)];
    // How large its files are git would have to be asked.
    expect(there.list()).toEqual(here.list().map(({ size: _, ...file }) => file));
    for (const { path } of here.list()) {
      expect(Buffer.from(there.read(path)), path).toEqual(Buffer.from(here.read(path)));
      expect(there.display(path)).toBe(here.display(path));
    }
    expect(there.display('')).toBe('data');
  });

  test('bytes are given as they were committed', () => {
    const folder = repository({ 'data/workspace.yaml': '\ufeff# 甲\r\n' });
    expect(Buffer.from(at(folder).read('workspace.yaml'))).toEqual(Buffer.from('\ufeff# 甲\r\n'));
  });

  test('is as it was then, whatever has happened since', () => {
    const folder = repository({ 'data/workspace.yaml': '', 'data/a.md': '旧' });
    commit(folder, { 'data/a.md': null, 'data/乙.md': '新' });
    writeFiles(folder, { 'data/c.md': '没有提交' });
    const paths = (rev: string) =>
      at(folder, rev)
        .list()
        .map(({ path }) => path);
    expect(paths('HEAD~1')).toEqual(['a.md', 'workspace.yaml']);
    expect(paths('HEAD')).toEqual(['workspace.yaml', '乙.md']);
    expect(() => at(folder).read('a.md')).toThrow(new ReadError('a.md', '这个版本里没有'));
  });

  test('links and submodules are obstacles', () => {
    const inner = repository({ 'x.yaml': '' });
    const folder = repository({ 'data/workspace.yaml': '' });
    symlinkSync('/etc/passwd', join(folder, 'data/link.yaml'));
    git(folder, ['submodule', '--quiet', 'add', inner, 'data/activities']);
    commit(folder);
    const reader = at(folder);
    expect(reader.list()).toEqual([
      { path: 'activities', obstacle: expect.stringContaining('子模块') },
      { path: 'link.yaml', obstacle: expect.stringContaining('链接') },
      { path: 'workspace.yaml' },
    ]);
    expect(() => reader.read('link.yaml')).toThrow(ReadError);
  });

  test('a branch, a tag and the beginning of a hash name it; the day is the one in China', () => {
    const folder = repository({ 'data/workspace.yaml': '' });
    const hash = commit(folder, { 'data/a.md': '' }, '2025-09-30T17:30:00+00:00');
    git(folder, ['tag', '--annotate', '--message', '定稿', '定稿-2025']);
    git(folder, ['branch', '分支']);
    for (const rev of ['main', '定稿-2025', '分支', hash, hash.slice(0, 8), 'HEAD', 'HEAD@{0}']) {
      expect(at(folder, rev).revision).toEqual({ commit: hash, committed: '2025-10-01' });
    }
  });

  test('in a subfolder, in a second worktree, and where the user stands deeper or beside', () => {
    const folder = repository({ '台账 一/data/workspace.yaml': '# 一', 'data/workspace.yaml': '# 上' });
    expect(at(join(folder, '台账 一')).read('workspace.yaml').toString()).toBe('# 一');
    expect(at(folder, 'HEAD', '台账 一/data').display('workspace.yaml')).toBe('台账 一/data/workspace.yaml');
    expect(at(join(folder, 'data'), 'HEAD', '.').display('workspace.yaml')).toBe('workspace.yaml');
    const second = join(temporaryFolder(), '另一处');
    git(folder, ['worktree', 'add', '--quiet', '--detach', second]);
    expect(at(second).read('workspace.yaml').toString()).toBe('# 上');
  });

  test('the repository itself may be the data folder', () => {
    const folder = repository({ 'workspace.yaml': '', 'activities/a.yaml': '' });
    expect(
      at(folder, 'HEAD', '.')
        .list()
        .map(({ path }) => path),
    ).toEqual(['activities/a.yaml', 'workspace.yaml']);
  });

  test('loads as the folder does', async () => {
    const folder = baseRepository();
    const [there, here] = [await load(at(folder)), await load(new FolderReader('data', folder))];
    expect({ ...there, ledger: 0 }).toEqual({ ...here, ledger: 0 });
    expect(there.ledger.count()).toEqual(here.ledger.count());
  });
});

describe('what a hook has set', () => {
  test('does not lead to another repository', () => {
    const [folder, other] = [
      repository({ 'data/workspace.yaml': '# 我' }),
      repository({ 'data/workspace.yaml': '# 他' }),
    ];
    const env = { GIT_DIR: join(other, '.git'), GIT_INDEX_FILE: join(other, '.git/index'), GIT_WORK_TREE: other };
    expect(at(folder, 'HEAD', 'data', env).read('workspace.yaml').toString()).toBe('# 我');
    expect(at(folder, 'HEAD', 'data', { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' }).list()).toHaveLength(1);
  });

  test('is followed where the folder has no repository of its own', () => {
    const folder = temporaryFolder({ 'data/workspace.yaml': '# 甲' });
    const store = join(temporaryFolder(), '仓库');
    const where = ['--git-dir', store, '--work-tree', folder];
    git(folder, ['init', '--quiet', '--bare', store]);
    git(folder, [...where, 'add', '--all']);
    git(folder, [...where, 'commit', '--quiet', '--message', '登记']);
    const env = { GIT_DIR: store, GIT_WORK_TREE: folder };
    expect(at(folder, 'HEAD', 'data', env).read('workspace.yaml').toString()).toBe('# 甲');
  });
});

describe('it says in Chinese why there is nothing, and what to do', () => {
  const folder = (): string => repository({ 'data/workspace.yaml': '' });

  test('no such revision: the nearest name is offered', () => {
    const here = folder();
    git(here, ['tag', '定稿-2025']);
    expect(refusal(() => at(here, '定稿2025'))).toBe('没有“定稿2025”这个版本。是不是 定稿-2025？');
    expect(refusal(() => at(here, 'mian'))).toContain('是不是 main？');
    expect(refusal(() => at(here, 'HEAD~9'))).toContain('git log');
  });

  test('a date is no revision', () => {
    expect(refusal(() => at(folder(), '2025-09-30'))).toContain('--as-of 2025-09-30');
  });

  test.each(['--all', '-x', '', 'main..main', '^main', 'main:data', ':/登记 ', '不存在\u0007'])('%j', (rev) => {
    expect(refusal(() => at(folder(), rev))).toMatch(/不能作版本|没有“/);
  });

  test('no repository, none around', () => {
    const here = temporaryFolder({ 'data/workspace.yaml': '' });
    expect(refusal(() => at(here))).toContain('不在 git 仓库里');
  });

  test('nothing committed yet', () => {
    const here = temporaryFolder({ 'data/workspace.yaml': '' });
    git(here, ['init', '--quiet']);
    expect(refusal(() => at(here))).toContain('还没有提交');
  });

  test('the folder is not in the revision, or stood elsewhere', () => {
    const here = repository({ 'README.md': '' });
    commit(here, { '旧台账/workspace.yaml': '' });
    commit(here, { '旧台账/workspace.yaml': null, 'data/workspace.yaml': '' });
    expect(refusal(() => at(here, 'HEAD~2'))).toMatch(
      /^版本 [0-9a-f]{7}（2025-07-01 提交）里没有台账 data。台账是后来才提交的/,
    );
    expect(refusal(() => at(here, 'HEAD~1'))).toContain('那时的台账在 旧台账');
  });

  test('a shallow clone does not have what lies before', () => {
    const from = folder();
    commit(from);
    const here = join(temporaryFolder(), '浅');
    git(from, ['clone', '--quiet', '--depth', '1', `file://${from}`, here]);
    expect(at(here).list()).toHaveLength(1);
    expect(refusal(() => at(here, 'HEAD~1'))).toMatch(/浅克隆.*--unshallow/);
  });

  test('a folder of another user, which git does not trust', () => {
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', HOME: '/nowhere' };
    expect(refusal(() => at(folder(), 'HEAD', 'data', env))).toMatch(
      /另一个用户.*git config --global --add safe.directory \//,
    );
  });

  test('there is no git', () => {
    const here = folder();
    const empty = join(here, 'empty');
    mkdirSync(empty);
    expect(refusal(() => at(here, 'HEAD', 'data', { PATH: empty }))).toContain('没有找到 git');
  });

  test('a content that is not here: the file, not the run, fails', () => {
    const here = repository({ 'data/workspace.yaml': '', 'data/a.md': '甲' });
    const object = git(here, ['rev-parse', 'HEAD:data/a.md']);
    unlinkSync(join(here, '.git/objects', object.slice(0, 2), object.slice(2)));
    const reader = at(here);
    expect(reader.list()).toHaveLength(2);
    expect(() => reader.read('a.md')).toThrow(new ReadError('a.md', '这个版本的内容没有取到本机'));
  });
});

describe('large contents', () => {
  /** Few bytes in git: what makes them many is left out when they are packed. */
  const LARGE = ' '.repeat(17 * 2 ** 20);

  test('are not asked for, and are told as those of a folder', () => {
    const folder = repository({ 'data/workspace.yaml': '', 'data/people/a.yaml': LARGE, 'data/people/b.yaml': '# 乙' });
    const reader = at(folder);
    expect(() => reader.read('people/a.yaml')).toThrow(new ReadError('people/a.yaml', NOT_PLAIN.large));
    expect(Buffer.from(reader.read('people/b.yaml')).toString()).toBe('# 乙');
  });

  test('of files that hold no records are never asked for by who reads records', () => {
    const folder = repository({
      'data/workspace.yaml': '# 设置',
      'data/people/a.yaml': '# 甲',
      'data/evidence/大.yaml': '# 材料',
      'data/imports/b.yaml': '# 导入',
      'data/people.txt': '',
    });
    const log = join(temporaryFolder(), 'asked');
    const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    const place = temporaryFolder({
      git: `#!/bin/sh\ncase "$*" in *cat-file*) tee -a '${log}' | exec '${real}' "$@";; *) exec '${real}' "$@";; esac\n`,
    });
    chmodSync(join(place, 'git'), 0o755);
    const reader = at(folder, 'HEAD', 'data', { PATH: `${place}:${process.env.PATH}` });
    for (const path of ['workspace.yaml', 'people/a.yaml']) reader.read(path);
    const asked = readFileSync(log, 'utf8');
    const object = (path: string): string => git(folder, ['rev-parse', `HEAD:data/${path}`]);
    expect(asked).toContain(object('people/a.yaml'));
    for (const path of ['evidence/大.yaml', 'imports/b.yaml']) expect(asked).not.toContain(object(path));
    // Once for the sizes, once for the contents.
    expect(asked.split(object('people/a.yaml'))).toHaveLength(3);
  });

  test('of a ledger larger than what is held at a time are read all the same', () => {
    const folder = temporaryFolder();
    git(folder, ['init', '--quiet']);
    const paths = Array.from({ length: 5 }, (_, index) => `people/${index}.yaml`);
    const blank = ' '.repeat(15 * 2 ** 20);
    commit(folder, Object.fromEntries(['workspace.yaml', ...paths].map((path) => [`data/${path}`, path + blank])));
    const reader = at(folder);
    for (const path of [...paths, ...paths])
      expect(Buffer.from(reader.read(path).subarray(0, path.length)).toString()).toBe(path);
  });
});
