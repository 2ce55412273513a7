import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Change } from '../../src/files/plan.js';
import { readBytes } from '../../src/files/read-bytes.js';
import { WriteError } from '../../src/files/write-error.js';
import { removeOne, tidy, writeOne, writeTogether } from '../../src/files/writer.js';
import { temporaryFolder } from '../support/run-cli.js';
import { leftovers, sampled, stopped, stopsOf, treeOf } from '../support/stopped.js';
import { withoutRoot } from '../support/without-root.js';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** The reason with which some writing is refused. */
function refusal(work: () => void): string {
  try {
    work();
  } catch (error) {
    if (error instanceof WriteError) return error.reason;
    throw error;
  }
  throw new TypeError('nothing was refused');
}

/** Changes of files below a folder, as somebody makes them who has just read it. */
function changes(folder: string, texts: Readonly<Record<string, string>>): Change[] {
  return Object.entries(texts).map(([path, content]) => ({ path, content, expected: readBytes(join(folder, path)) }));
}

const OLD = { 'a.yaml': '旧甲\n', '子/b.yaml': '旧乙\n', '子/c.yaml': '旧丙\n' };
const NEW = { 'a.yaml': '新甲\n', '子/b.yaml': '新乙\n', '新/深/d.yaml': '新丁\n' };

/** How many stops `npm test` tries of each run; `npm run test:stops` tries them all. */
const MOST = process.env.YUEYI_STOPS === 'all' ? Number.POSITIVE_INFINITY : 60;

/** The calls of a run that writes NEW over OLD and is not killed. */
async function trial(): Promise<readonly string[]> {
  const folder = temporaryFolder(OLD);
  const all = changes(folder, NEW);
  return stopped(folder, null, () => writeTogether(folder, all));
}

describe('one file', () => {
  test('is written new, or over an old one whose permissions it keeps', () => {
    const folder = temporaryFolder({ '旧.md': '很长的旧内容' });
    chmodSync(join(folder, '旧.md'), 0o640);
    writeOne(join(folder, '新.md'), '一\n');
    writeOne(join(folder, '旧.md'), new Uint8Array([0x61]));
    expect(treeOf(folder)).toEqual({ '新.md': '644 一\n', '旧.md': '640 a' });
  });

  test.each([
    ['没有/总结.md', '不存在'],
    ['甲/总结.md', '路径中有一段不是文件夹'],
    ['夹', '是一个文件夹'],
  ])('that cannot be written is a reason in Chinese, and nothing is changed: %s', (path, reason) => {
    const folder = temporaryFolder({ 甲: '留着', '夹/x.txt': '留着' });
    const before = treeOf(folder);
    expect(refusal(() => writeOne(join(folder, path), '一'))).toBe(reason);
    expect(treeOf(folder)).toEqual(before);
    expect(leftovers(folder).all).toEqual([]);
  });

  test('that its owner has made read-only is left alone', async () => {
    const folder = temporaryFolder({ '总结.md': '定稿' });
    chmodSync(join(folder, '总结.md'), 0o444);
    await withoutRoot(folder, () => {
      expect(refusal(() => writeOne(join(folder, '总结.md'), '一'))).toBe('没有权限');
    });
    expect(readFileSync(join(folder, '总结.md'), 'utf8')).toBe('定稿');
  });

  test('is not written over what somebody else has put there since it was read', () => {
    const folder = temporaryFolder({ a: '读到的' });
    const expected = readBytes(join(folder, 'a'));
    writeFileSync(join(folder, 'a'), '读到的\n补记的');
    expect(refusal(() => writeOne(join(folder, 'a'), '新', { expected }))).toBe('刚刚被别的程序改过');
    expect(refusal(() => removeOne(join(folder, 'a'), Buffer.from('读到的')))).toBe('刚刚被别的程序改过');
    expect(refusal(() => writeOne(join(folder, 'a'), '新', { expected: null }))).toBe('刚刚被别的程序改过');
    expect(treeOf(folder)).toEqual({ a: '644 读到的\n补记的' });
  });

  test('a private file’s text never lies open while it is written, nor does a link planted beside it lead anywhere', async () => {
    const folder = temporaryFolder({ a: '旧' });
    chmodSync(join(folder, 'a'), 0o600);
    const calls = await stopped(folder, null, () => writeOne(join(folder, 'a'), '秘密'));
    for (const stop of stopsOf(calls, MOST)) {
      await stopped(folder, stop, () => writeOne(join(folder, 'a'), '秘密'));
      for (const [path, shown] of Object.entries(treeOf(folder)))
        if (shown.includes('秘')) expect(`${path} ${shown}`).toMatch(/^\S+ 600 /);
      for (const path of leftovers(folder).all) expect(statSync(path).mode & 0o777).toBe(0o700);
    }
  });
});

describe('several files', () => {
  test('are written together, with the folders they need', () => {
    const folder = temporaryFolder(OLD);
    writeTogether(folder, changes(folder, NEW));
    expect(treeOf(folder)).toEqual({
      'a.yaml': '644 新甲\n',
      '子/b.yaml': '644 新乙\n',
      '子/c.yaml': '644 旧丙\n',
      '新/深/d.yaml': '644 新丁\n',
    });
  });

  test('a name with a backslash is that name, not a path', () => {
    const folder = temporaryFolder({ 'x/y.yaml': '一', 'x\\y.yaml': '二' });
    writeTogether(folder, changes(folder, { 'x\\y.yaml': '新' }));
    expect(treeOf(folder)).toEqual({ 'x/y.yaml': '644 一', 'x\\y.yaml': '644 新' });
  });

  test('of which one has changed since it was read: none is written', () => {
    const folder = temporaryFolder(OLD);
    const all = changes(folder, NEW);
    writeFileSync(join(folder, '子/b.yaml'), '旧乙\n别人补记的\n');
    const before = treeOf(folder);
    expect(refusal(() => writeTogether(folder, all))).toBe('刚刚被别的程序改过');
    expect(treeOf(folder)).toEqual(before);
    expect(leftovers(folder).all).toEqual([]);
    expect(existsSync(join(folder, '新'))).toBe(false);
  });

  test('what somebody appends at any moment of the writing is never lost', async () => {
    const calls = await trial();
    for (const moment of sampled([...calls.keys()], MOST)) {
      const folder = temporaryFolder(OLD);
      const all = changes(folder, NEW);
      const append = (call: number): void => {
        if (call === moment) appendFileSync(join(folder, '子/b.yaml'), '补记\n');
      };
      let refused = '';
      await stopped(
        folder,
        null,
        () => {
          try {
            writeTogether(folder, all);
          } catch (error) {
            refused = (error as WriteError).reason;
          }
        },
        append,
      );
      const expected = refused === '' ? NEW : OLD;
      const where = `${calls[moment]} ${moment} ${refused}`;
      expect(readFileSync(join(folder, 'a.yaml'), 'utf8'), where).toBe(expected['a.yaml']);
      expect(readFileSync(join(folder, '子/b.yaml'), 'utf8'), where).toBe(`${expected['子/b.yaml']}补记\n`);
      expect(leftovers(folder).all, where).toEqual([]);
    }
  });

  test('a folder that has become a link is not followed', () => {
    const folder = temporaryFolder({ ...OLD, '外/b.yaml': '旧乙\n' });
    const all = changes(folder, { '子/b.yaml': '新' }).map((change) => ({ ...change, path: '链/b.yaml' }));
    symlinkSync(join(folder, '外'), join(folder, '链'));
    expect(refusal(() => writeTogether(folder, all))).toContain('链接');
    expect(readFileSync(join(folder, '外/b.yaml'), 'utf8')).toBe('旧乙\n');
  });

  test('where another process holds the lock, it is waited for and then said', () => {
    const waited = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
    onTestFinished(() => waited.mockRestore());
    const folder = temporaryFolder(OLD);
    mkdirSync(join(folder, '.yueyi'));
    writeFileSync(join(folder, '.yueyi/notes'), '');
    expect(refusal(() => writeTogether(folder, changes(folder, NEW)))).toBe('另一个 yueyi 正在写这里');
    expect(treeOf(folder)['a.yaml']).toBe('644 旧甲\n');
    expect(waited.mock.calls.length).toBeGreaterThan(10);
  });
});

describe('a run that is killed', () => {
  const texts = (folder: string): Record<string, string> =>
    Object.fromEntries(Object.entries(treeOf(folder)).map(([path, shown]) => [path, shown.slice(4)]));
  const newTexts = { ...OLD, ...NEW };

  test('at any call leaves each file old or new, and the next run leaves all old or all new', async () => {
    const calls = await trial();
    expect(calls.length).toBeGreaterThan(50);
    for (const stop of stopsOf(calls, MOST)) {
      const folder = temporaryFolder(OLD);
      const all = changes(folder, NEW);
      await stopped(folder, stop, () => writeTogether(folder, all));
      const where = `${calls[stop.call]} ${stop.call} ${stop.moment}`;
      for (const [path, text] of Object.entries(texts(folder)).filter(([path]) => !path.includes('.yueyi')))
        expect([OLD[path as keyof typeof OLD], newTexts[path as keyof typeof NEW]], where).toContain(text);
      expect(leftovers(folder).seenByGit, where).toEqual([]);
      await stopped(folder, null, () => tidy(folder));
      const isNew = readFileSync(join(folder, 'a.yaml'), 'utf8') === NEW['a.yaml'];
      expect(texts(folder), where).toEqual(isNew ? newTexts : OLD);
      expect(leftovers(folder).all, where).toEqual([]);
      await stopped(folder, null, () => writeTogether(folder, changes(folder, NEW)));
      expect(texts(folder), where).toEqual(newTexts);
      expect(leftovers(folder).all, where).toEqual([]);
    }
  });

  /** A folder in which two of three files were replaced when the process was killed. */
  async function half(): Promise<string> {
    const calls = await trial();
    // The first that is renamed is the lock.
    const renames = [...calls.keys()].filter((call) => calls[call] === 'renameSync');
    const folder = temporaryFolder(OLD);
    const all = changes(folder, NEW);
    await stopped(folder, { call: renames[2] ?? -1, moment: 'after' }, () => writeTogether(folder, all));
    expect(texts(folder)).toMatchObject({ 'a.yaml': NEW['a.yaml'], '子/b.yaml': NEW['子/b.yaml'] });
    expect(existsSync(join(folder, '新/深/d.yaml'))).toBe(false);
    return folder;
  }

  test('while it puts in order what another left is followed by a third', async () => {
    const first = await half();
    const calls = await stopped(first, null, () => tidy(first));
    expect(texts(first)).toEqual(OLD);
    for (const stop of stopsOf(calls, MOST)) {
      const folder = await half();
      await stopped(folder, stop, () => tidy(folder));
      await stopped(folder, null, () => writeTogether(folder, changes(folder, { '子/c.yaml': '再写\n' })));
      const where = `${calls[stop.call]} ${stop.call} ${stop.moment}`;
      expect(texts(folder), where).toEqual({ ...OLD, '子/c.yaml': '再写\n' });
      expect(leftovers(folder).all, where).toEqual([]);
    }
  });

  test('what somebody has changed since stays as it is', async () => {
    const folder = await half();
    writeFileSync(join(folder, 'a.yaml'), '新甲\n后来又补的\n');
    tidy(folder);
    expect(texts(folder)).toEqual({ ...OLD, 'a.yaml': '新甲\n后来又补的\n' });
    expect(leftovers(folder).all).toEqual([]);
  });

  test('with one file at any call leaves it old or new, and the next run leaves nothing else', async () => {
    const first = temporaryFolder({ a: '旧' });
    const calls = await stopped(first, null, () => writeOne(join(first, 'a'), '新的'));
    for (const stop of stopsOf(calls, MOST)) {
      const folder = temporaryFolder({ a: '旧' });
      await stopped(folder, stop, () => writeOne(join(folder, 'a'), '新的'));
      expect(['旧', '新的']).toContain(readFileSync(join(folder, 'a'), 'utf8'));
      expect(leftovers(folder).seenByGit).toEqual([]);
      await stopped(folder, null, () => writeOne(join(folder, 'b'), ''));
      expect(readdirSync(folder)).toEqual(['a', 'b']);
    }
  });
});

describe('a lock that somebody else has filled', () => {
  test.each(['../外.yaml', '/etc/x', 'a/../../外.yaml', '.git/config', '链/外.yaml'])(
    'leads nowhere outside its folder: %s',
    (path) => {
      const folder = temporaryFolder({ '外.yaml': '留着', '账/a.yaml': '旧' });
      const home = join(folder, '账');
      symlinkSync(folder, join(home, '链'));
      const mark = `00000000-1-1-${'0'.repeat(16)}`;
      mkdirSync(join(home, '.yueyi'));
      writeFileSync(join(home, '.yueyi/owner'), mark);
      writeFileSync(join(home, '.yueyi/staged'), '');
      const plan = {
        staging: `.yueyi-part-${mark}`,
        folders: [],
        files: [{ path, before: null, after: digestOf('留着') }],
      };
      writeFileSync(join(home, '.yueyi/plan'), JSON.stringify(plan));
      utimesSync(join(home, '.yueyi/owner'), 1, 1);
      tidy(home);
      expect(readFileSync(join(folder, '外.yaml'), 'utf8')).toBe('留着');
      expect(lstatSync(join(home, '链')).isSymbolicLink()).toBe(true);
      expect(leftovers(home).all).toEqual([]);
    },
  );
});
