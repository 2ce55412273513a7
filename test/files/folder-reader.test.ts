import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findDataFolder, isDataFolder } from '../../src/files/find-data.js';
import { FolderReader } from '../../src/files/folder-reader.js';
import { ReadError } from '../../src/files/reader.js';
import { load } from '../../src/workspace/load.js';
import { baseLedger } from '../support/memory-reader.js';
import { temporaryFolder } from '../support/run-cli.js';
import { withoutRoot } from '../support/without-root.js';

const paths = (folder: string): string[] => new FolderReader(folder, folder).list().map(({ path }) => path);

describe('FolderReader', () => {
  test('lists every file below, hidden ones and what is in hidden folders left out', () => {
    const folder = temporaryFolder({
      'a.yaml': '',
      '.gitignore': '',
      '.git/config': '',
      'b/.c.yaml.swp': '',
      'b/c.yaml': '',
      'b/d/e.yaml': '',
    });
    expect(paths(folder)).toEqual(['a.yaml', 'b/c.yaml', 'b/d/e.yaml']);
  });

  test('in the order of the code units of the whole paths, whatever the language of the machine', () => {
    const names = [
      'b/x.yaml',
      'a/x.yaml',
      'a.yaml',
      'a-b/x.yaml',
      'B.yaml',
      '一.yaml',
      '丁.yaml',
      'a/一/x.yaml',
      '10.yaml',
      '9.yaml',
    ];
    const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, ''])));
    expect(paths(folder)).toEqual([...names].sort());
  });

  test('reads bytes as they are', () => {
    const folder = temporaryFolder({ 'a.yaml': '\ufeff- 甲\r\n' });
    expect(Buffer.from(new FolderReader(folder, folder).read('a.yaml'))).toEqual(Buffer.from('\ufeff- 甲\r\n'));
  });

  test('a link is an obstacle, to a file, a folder or nothing', () => {
    const folder = temporaryFolder({ 'a.yaml': '', 'sub/b.yaml': '' });
    symlinkSync(join(folder, 'a.yaml'), join(folder, 'link.yaml'));
    symlinkSync(join(folder, 'sub'), join(folder, 'loop'));
    symlinkSync(join(folder, 'nothing'), join(folder, 'broken.yaml'));
    const obstacles = new FolderReader(folder, folder).list().filter(({ obstacle }) => obstacle !== undefined);
    expect(obstacles.map(({ path }) => path)).toEqual(['broken.yaml', 'link.yaml', 'loop']);
    expect(obstacles.every(({ obstacle }) => obstacle?.includes('链接'))).toBe(true);
  });

  test('a link back to a parent folder does not lead round in circles', () => {
    const folder = temporaryFolder({ 'a/b/c.yaml': '' });
    symlinkSync(folder, join(folder, 'a/b/up'));
    expect(paths(folder)).toEqual(['a/b/c.yaml', 'a/b/up']);
  });

  test('a pipe is an obstacle and is not waited for', async () => {
    const files = Object.fromEntries(Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]));
    const folder = temporaryFolder(files);
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', join(folder, 'data/people/pipe.yaml')]);
    const { findings } = await load(new FolderReader('data', folder));
    expect(findings.map(({ code, at }) => `${at.file} ${code}`)).toEqual([
      'people/pipe.yaml file-unreadable',
      'people/pipe.yaml references-unchecked',
    ]);
  });

  test('a file that cannot be opened: a ReadError with a Chinese reason', async () => {
    const folder = temporaryFolder({ 'a.yaml': '' });
    const reader = new FolderReader(folder, folder);
    expect(() => reader.read('没有.yaml')).toThrow(new ReadError('没有.yaml', '不存在'));
    mkdirSync(join(folder, 'b.yaml'));
    expect(() => reader.read('b.yaml')).toThrow(new ReadError('b.yaml', '是一个文件夹'));
    chmodSync(join(folder, 'a.yaml'), 0);
    await withoutRoot(folder, () => {
      expect(() => reader.read('a.yaml')).toThrow(new ReadError('a.yaml', '没有权限'));
    });
  });

  test('a folder that is not there', () => {
    expect(() => new FolderReader('没有', temporaryFolder()).list()).toThrow(new ReadError('', '不存在'));
  });

  test('shows paths relative to the working directory, with /', () => {
    const folder = temporaryFolder({ 'data/people/a.yaml': '' });
    expect(new FolderReader('data', folder).display('people/a.yaml')).toBe('data/people/a.yaml');
    expect(new FolderReader('..', join(folder, 'data/people')).display('people/a.yaml')).toBe('a.yaml');
    expect(new FolderReader(join(folder, 'data'), join(folder, 'data/people')).display('tasks/a.yaml')).toBe(
      '../tasks/a.yaml',
    );
  });
});

test.runIf(process.platform !== 'win32')('a name with a backslash is shown as it is, for it is no path', () => {
  const folder = temporaryFolder({ 'a\\b/data/x\\y.yaml': '' });
  const reader = new FolderReader('a\\b/data', folder);
  expect(reader.list().map(({ path }) => reader.display(path))).toEqual(['a\\b/data/x\\y.yaml']);
});

describe('findDataFolder', () => {
  test('the nearest one from here upwards', () => {
    const folder = temporaryFolder({
      'data/workspace.yaml': '',
      'deep/er/x.txt': '',
      'deep/data/workspace.yaml': '',
      'deep/data/people/a.yaml': '',
    });
    expect(findDataFolder(folder)).toBe(join(folder, 'data'));
    expect(findDataFolder(join(folder, 'deep/er'))).toBe(join(folder, 'deep/data'));
    expect(findDataFolder(join(folder, 'deep/data/people'))).toBe(join(folder, 'deep/data'));
  });

  test('null where there is none', () => {
    const folder = temporaryFolder({ 'data/people/a.yaml': '', 'x/workspace.yaml': '' });
    expect(findDataFolder(join(folder, 'x'))).toBeNull();
    expect(isDataFolder(join(folder, 'x'))).toBe(true);
    expect(isDataFolder(join(folder, 'data'))).toBe(false);
  });
});
