import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findDataFolder, isDataFolder } from '../../src/files/find-data.js';
import { FolderReader } from '../../src/files/folder-reader.js';
import { ReadError } from '../../src/files/reader.js';
import { isFree, writeFolder } from '../../src/files/write-folder.js';
import { writeWhole } from '../../src/files/write-whole.js';
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

describe('writeWhole', () => {
  test('writes a new file, or over an old one', () => {
    const folder = temporaryFolder({ '旧.md': '很长的旧内容' });
    writeWhole(join(folder, '新.md'), '一\n');
    writeWhole(join(folder, '旧.md'), new Uint8Array([0x61]));
    expect(readFileSync(join(folder, '新.md'), 'utf8')).toBe('一\n');
    expect(readFileSync(join(folder, '旧.md'), 'utf8')).toBe('a');
    expect(readdirSync(folder).sort()).toEqual(['新.md', '旧.md'].sort());
  });

  test('its folder is not there: Chinese reason, nothing left behind', () => {
    const folder = temporaryFolder();
    const path = join(folder, '没有/总结.md');
    expect(() => writeWhole(path, '一')).toThrow(new ReadError(path, '不存在'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder stands where the file should go: nothing is changed, nothing left behind', () => {
    const folder = temporaryFolder({ '总结.md/x.txt': '留着' });
    expect(() => writeWhole(join(folder, '总结.md'), '一')).toThrow(ReadError);
    expect(readdirSync(folder)).toEqual(['总结.md']);
    expect(readFileSync(join(folder, '总结.md/x.txt'), 'utf8')).toBe('留着');
  });

  test('a file stands where a folder should be: Chinese reason, nothing left behind', () => {
    const folder = temporaryFolder({ 甲: '留着' });
    const path = join(folder, '甲/总结.md');
    expect(() => writeWhole(path, '一')).toThrow(new ReadError(path, '路径中有一段不是文件夹'));
    expect(readdirSync(folder)).toEqual(['甲']);
    expect(readFileSync(join(folder, '甲'), 'utf8')).toBe('留着');
  });
});

describe('writeFolder', () => {
  test('makes the folder with all its files', () => {
    const folder = join(temporaryFolder(), '台账');
    expect(isFree(folder)).toBe(true);
    writeFolder(folder, { 'README.md': '一', 'data/people/a.yaml': '二' });
    expect(readFileSync(join(folder, 'data/people/a.yaml'), 'utf8')).toBe('二');
    expect(isFree(folder)).toBe(false);
  });

  test('takes an empty folder over', () => {
    const folder = temporaryFolder();
    writeFolder(folder, { a: '一' });
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('fails whole where something is there', () => {
    const folder = temporaryFolder({ '台账/旧.txt': '留着' });
    expect(() => writeFolder(join(folder, '台账'), { a: '一' })).toThrow(ReadError);
    expect(readdirSync(folder)).toEqual(['台账']);
    expect(readdirSync(join(folder, '台账'))).toEqual(['旧.txt']);
  });
});
