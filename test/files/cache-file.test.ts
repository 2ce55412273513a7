import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder, cacheSecret, readCacheFile, writeCacheFile } from '../../src/files/cache-file.js';
import { temporaryFolder } from '../support/run-cli.js';

describe('the folder of the cache', () => {
  test.each<[string, Record<string, string>, string | null]>([
    ['linux', { HOME: '/home/wang' }, '/home/wang/.cache/yueyi'],
    ['linux', { HOME: '/home/wang', XDG_CACHE_HOME: '/tmp/cache' }, '/tmp/cache/yueyi'],
    ['linux', { HOME: '/home/wang', XDG_CACHE_HOME: 'relative' }, '/home/wang/.cache/yueyi'],
    ['darwin', { HOME: '/Users/wang' }, '/Users/wang/Library/Caches/yueyi'],
    ['linux', {}, null],
    ['win32', { HOME: '/home/wang' }, null],
  ])('%s with %o: %s', (platform, env, expected) => {
    expect(cacheFolder(env, platform)).toBe(expected);
  });

  test('on Windows lies beside other programs’', () => {
    expect(cacheFolder({ LOCALAPPDATA: 'C:\\Users\\wang' }, 'win32')).toContain('yueyi');
  });
});

describe('a file of the cache', () => {
  test('is written whole, for its owner alone, and read again', () => {
    const path = join(temporaryFolder(), 'deep', 'index.json');
    writeCacheFile(path, [Buffer.from('绍'), Buffer.from('兴')]);
    expect(Buffer.from(readCacheFile(path) ?? []).toString()).toBe('绍兴');
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(join(path, '..')).mode & 0o077).toBe(0);
  });

  test('replaces a link instead of writing where it leads', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'precious'), 'mine');
    symlinkSync(join(folder, 'precious'), join(folder, 'index.json'));
    expect(readCacheFile(join(folder, 'index.json'))).toBeNull();
    writeCacheFile(join(folder, 'index.json'), [Buffer.from('new')]);
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('mine');
    expect(lstatSync(join(folder, 'index.json')).isFile()).toBe(true);
  });

  test('that cannot be written or read is none, and nobody is told', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'index.json'));
    expect(readCacheFile(join(folder, 'index.json'))).toBeNull();
    writeCacheFile(join(folder, 'file', 'index.json'), [Buffer.from('new')]);
    writeCacheFile(join(folder, 'index.json'), [Buffer.from('new')]);
    expect(readCacheFile(join(folder, 'file', 'index.json'))).toBeNull();
    expect(existsSync(join(folder, `index.json.${process.pid}.tmp`))).toBe(false);
  });
});

test('a file of the cache too large for a text is none', () => {
  const path = join(temporaryFolder(), 'secret');
  writeFileSync(path, '');
  truncateSync(path, 2 ** 29);
  expect(readCacheFile(path)).toBeNull();
});

test.runIf(process.platform === 'linux')('a cache where no folder can be made is none', () => {
  expect(cacheSecret('/proc/nobody/yueyi')).toBeNull();
});

describe('the secret', () => {
  test('is made once and kept', () => {
    const folder = temporaryFolder();
    const secret = cacheSecret(folder);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(cacheSecret(folder)).toBe(secret);
    expect(cacheSecret(temporaryFolder())).not.toBe(secret);
  });

  test('is none where the folder cannot be written', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(cacheSecret(join(folder, 'file'))).toBeNull();
  });
});
