import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'yueyi-package-'));
/** A folder as people name them: with a space and Chinese. */
const folder = join(temporary, '党建 台账');
const MINUTES = 60_000;

/** Runs npm as its user would: without what an npm around this test says about its own package. */
function npm(args: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}): string {
  const { npm_execpath: cli, npm_config_local_prefix: _, ...env } = process.env;
  const quiet = {
    ...env,
    npm_config_loglevel: 'error',
    npm_config_update_notifier: 'false',
    YUEYI_TODAY: '2025-06-30',
    ...more,
  };
  const [command, ...before] = cli === undefined ? ['npm'] : [process.execPath, cli];
  // Windows finds npm itself only through a shell.
  const shell = cli === undefined && process.platform === 'win32';
  return execFileSync(command ?? 'npm', [...before, ...args], { cwd, env: quiet, encoding: 'utf8', shell });
}

/** Runs the installed program without npm in front of it. */
function yueyi(args: readonly string[], cwd: string): string {
  const bin = join(folder, 'node_modules/yueyi/bin/yueyi.js');
  return execFileSync(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, YUEYI_TODAY: '2025-06-30' },
    encoding: 'utf8',
  });
}
const npx = (args: readonly string[], cwd: string, more?: Readonly<Record<string, string>>): string =>
  npm(['exec', '--offline', '--ignore-scripts', '--', 'yueyi', ...args], cwd, more);

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

describe('the package', () => {
  let packed: Packed;

  beforeAll(() => {
    mkdirSync(folder);
    const answer = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', temporary], root);
    packed = JSON.parse(answer)[0];
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
    npm(['install', ...options, join(temporary, packed.filename)], folder);
  }, 3 * MINUTES);

  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  it('holds the built program, the dictionary, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    const tops = [...new Set(paths.map((path) => path.split('/')[0]))].sort();
    expect(tops).toEqual(['LICENSE', 'README.md', 'bin', 'dist', 'package.json', 'schemas']);
    expect(paths).toContain('dist/main.js');
    expect(paths.filter((path) => path.startsWith('dist/generated/') || path.endsWith('.ts'))).toEqual([]);
  });

  it('makes, checks and reports on a ledger where it is installed', () => {
    expect(npx(['init', '台账 一', '--hospital', '示范医院'], folder)).toContain('已在 台账 一 建好台账');
    const ledger = join(folder, '台账 一');
    expect(yueyi(['validate'], ledger)).toContain('没有发现问题');
    expect(yueyi(['report', '--year', '2025'], ledger)).toContain('示范医院2025年度党建工作总结');
    expect(yueyi(['schema'], ledger)).toContain('data/activities/');
  });

  // npx makes the file executable once and remembers that it did; after the next checkout it no longer is.
  it.skipIf(process.platform === 'win32')('has a program that is executable in the repository itself', () => {
    expect(statSync(join(root, 'bin/yueyi.js')).mode & 0o111).toBe(0o111);
  });

  it(
    'runs in a clone too, where npx takes the package itself',
    () => {
      const built = (): number => statSync(join(root, 'dist/main.js')).mtimeMs;
      const before = built();
      // The first time, npx runs the package's prepare step, which would build dist/ anew under the other tests.
      const cache = join(temporary, 'cache');
      expect(npx(['report', '--year', '2025'], root, { npm_config_cache: cache })).toContain('2025年度党建工作总结');
      expect(built()).toBe(before);
    },
    MINUTES,
  );
});
