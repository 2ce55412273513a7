import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseLedger } from '../support/memory-reader.js';
import { runCli, temporaryFolder, writeFiles } from '../support/run-cli.js';
import { stopped } from '../support/stopped.js';

const TYPED =
  '# 四月\n- id：2025-04-01-义诊 # 上午\n  title：义诊\n  date：2025年4月1日\n  types: [义诊，讲座]\n  place: 　社区广场\n';
const MEANT =
  '# 四月\n- id: 2025-04-01-义诊 # 上午\n  title: 义诊\n  date: 2025-04-01\n  types: [义诊, 讲座]\n  place: 社区广场\n';

function ledger(files: Readonly<Record<string, string>>): string {
  const base = Object.fromEntries(Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]));
  return temporaryFolder({ ...base, ...files });
}

describe('validate --fix', () => {
  const path = 'data/activities/四月.yaml';

  test('shows what it changes, writes it, and ends as validate would', async () => {
    const cwd = ledger({ [path]: TYPED });
    const { stdout, stderr, code } = await runCli(['validate', '--fix'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(MEANT);
    expect(stdout).toContain(`--- ${path}\n+++ ${path}\n`);
    expect(stdout).toContain('-- id：2025-04-01-义诊 # 上午\n');
    expect(stdout).toContain('+- id: 2025-04-01-义诊 # 上午\n');
    expect(stdout).toContain('改好了');
    expect(stdout).toContain('没有发现问题');
  });

  test('the second time changes nothing', async () => {
    const cwd = ledger({ [path]: TYPED });
    await runCli(['validate', '--fix'], { cwd });
    const { mtimeMs } = statSync(join(cwd, path));
    const { stdout, code } = await runCli(['validate', '--fix'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('没有可以自动改好的地方');
    expect(statSync(join(cwd, path)).mtimeMs).toBe(mtimeMs);
  });

  test('--dry-run writes nothing, and the errors are still there', async () => {
    const cwd = ledger({ [path]: TYPED });
    const { stdout, code } = await runCli(['validate', '--fix', '--dry-run'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('+- id: 2025-04-01-义诊');
    expect(stdout).toContain('没有写入');
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(TYPED);
  });

  describe('--encoding gbk', () => {
    /** 孙三 with a full-width colon, and 李四: both in GBK. */
    const typed = Buffer.from([0x2d, 0x20, 0x69, 0x64, 0xa3, 0xba, 0xcb, 0xef, 0xc8, 0xfd, 0x0a]);
    const clean = Buffer.from([0x2d, 0x20, 0x69, 0x64, 0x3a, 0x20, 0xc0, 0xee, 0xcb, 0xc4, 0x0a]);
    const people = (): string => {
      const cwd = ledger({});
      writeFileSync(join(cwd, 'data/people/typed.yaml'), typed);
      writeFileSync(join(cwd, 'data/people/clean.yaml'), clean);
      return cwd;
    };

    test('makes UTF-8 of the files that are not, and mends them in the same run', async () => {
      const cwd = people();
      const { stdout, code } = await runCli(['validate', '--fix', '--encoding', 'gbk'], { cwd });
      expect(stdout).toContain('2 个文件从 GBK 转成了 UTF-8');
      expect(code).toBe(0);
      expect(readFileSync(join(cwd, 'data/people/typed.yaml'), 'utf8')).toBe('- id: 孙三\n');
      expect(readFileSync(join(cwd, 'data/people/clean.yaml'), 'utf8')).toBe('- id: 李四\n');
    });

    test('leaves them unless it is told, in a dry run, and where others are named', async () => {
      const cwd = people();
      await runCli(['validate', '--fix'], { cwd });
      const { stdout } = await runCli(['validate', '--fix', '--encoding', 'gbk', '--dry-run'], { cwd });
      expect(stdout).toContain('没有写入');
      await runCli(['validate', '--fix', '--encoding', 'gbk', 'data/branches'], { cwd });
      expect(readFileSync(join(cwd, 'data/people/typed.yaml'))).toEqual(typed);
      expect(readFileSync(join(cwd, 'data/people/clean.yaml'))).toEqual(clean);
    });

    test('a file cut within a character, and damaged UTF-8, stay as they are', async () => {
      const cwd = ledger({});
      const cut = typed.subarray(0, -2);
      const damaged = Buffer.concat([Buffer.from('- id: 孙三李四王五'), Buffer.from([0xff, 0x0a])]);
      writeFileSync(join(cwd, 'data/people/cut.yaml'), cut);
      writeFileSync(join(cwd, 'data/people/damaged.yaml'), damaged);
      const { code } = await runCli(['validate', '--fix', '--encoding', 'gbk'], { cwd });
      expect(code).toBe(1);
      expect(readFileSync(join(cwd, 'data/people/cut.yaml'))).toEqual(cut);
      expect(readFileSync(join(cwd, 'data/people/damaged.yaml'))).toEqual(damaged);
    });

    test('is refused without --fix, and for another encoding', async () => {
      expect(await runCli(['validate', '--encoding', 'gbk'])).toMatchObject({ code: 2, stdout: '' });
      expect(await runCli(['validate', '--fix', '--encoding', 'big5'])).toMatchObject({ code: 2, stdout: '' });
    });
  });

  test.each<[string, readonly number[]]>([
    ['a byte that is no character', [0xff]],
    ['a character cut off', [0xe5, 0xad]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a longer form than needed', [0xc0, 0xaf]],
    ['a NUL of UTF-16', [0x00]],
  ])('a file with %s keeps every byte, while others are repaired', async (_, bytes) => {
    const cwd = ledger({ [path]: TYPED });
    const damaged = Buffer.concat([Buffer.from(`${TYPED}  note: 孙三`), Buffer.from(bytes), Buffer.from('李四\n')]);
    writeFileSync(join(cwd, 'data/activities/五月.yaml'), damaged);
    for (const encoding of [[], ['--encoding', 'gbk']]) await runCli(['validate', '--fix', ...encoding], { cwd });
    expect(readFileSync(join(cwd, 'data/activities/五月.yaml'))).toEqual(damaged);
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(MEANT);
  });

  test('--dry-run alone is refused', async () => {
    expect(await runCli(['validate', '--dry-run'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('where so much does harm that not all is tried, it says so', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `王${String.fromCharCode(0x4e00 + index)}`);
    const twice = names.map((name) => `- id: ${name}\n- id: ${name.slice(0, 1)} ${name.slice(1)}\n`).join('');
    const cwd = ledger({ 'data/people/王.yaml': twice });
    const { stdout } = await runCli(['validate', '--fix'], { cwd });
    expect(stdout).toContain('没有可以自动改好的地方。\n有的改法会带来新的问题：试了 20 次');
    expect((await runCli(['validate', '--fix', '--lang', 'en'], { cwd })).stdout).toContain('after 20 tries');
  });

  test('what remains is shown, with exit code 1', async () => {
    const cwd = ledger({ [path]: `${TYPED}  beneficiaries: 100多\n` });
    const { stdout, code } = await runCli(['validate', '--fix'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain(`${path}:7:18 必须修改 wrong-type`);
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(`${MEANT}  beneficiaries: 100多\n`);
  });

  test('only the files named are changed', async () => {
    const cwd = ledger({ [path]: TYPED, 'data/people/new.yaml': '- id: “孙三”\n' });
    await runCli(['validate', '--fix', 'data/people'], { cwd });
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(TYPED);
    expect(readFileSync(join(cwd, 'data/people/new.yaml'), 'utf8')).toBe('- id: 孙三\n');
  });

  test('beside JSON the changes go to standard error', async () => {
    const cwd = ledger({ [path]: TYPED });
    const { stdout, stderr } = await runCli(['validate', '--fix', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, summary: { errors: 0 } });
    expect(stderr).toContain('+- id: 2025-04-01-义诊');
  });

  test('a file name never steers the terminal, and a number of a person is not shown whole', async () => {
    const cwd = ledger({});
    writeFiles(cwd, { 'data/people/a\u001b[31m\n.yaml': '- id：孙三\n  note：13805750000\n' });
    const { stdout } = await runCli(['validate', '--fix'], { cwd });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what must not be there.
    expect(stdout).not.toMatch(/\u001b|13805750000/);
    expect(stdout).toContain('+++ data/people/a\\u{1B}[31m\\n.yaml');
  });

  test('the real ledger has nothing to fix', async () => {
    const { stdout, code } = await runCli(['validate', '--fix', '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain('没有可以自动改好的地方');
  });

  test('a file changed between reading and writing is not overwritten, and reported', async () => {
    const other = 'data/people/new.yaml';
    const cwd = ledger({ [path]: TYPED, [other]: '- id: “孙三”\n' });
    let result: Awaited<ReturnType<typeof runCli>> | undefined;
    // The first call that changes anything comes once all is read and repaired.
    await stopped(
      cwd,
      null,
      async () => {
        result = await runCli(['validate', '--fix'], { cwd });
      },
      (call) => {
        if (call === 0) appendFileSync(join(cwd, other), '- id: 周五\n');
      },
    );
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result?.stderr).toContain(`写不了“${other}”：刚刚被别的程序改过`);
    expect(result?.stderr).toContain('一个文件也没有改动');
    expect(readFileSync(join(cwd, other), 'utf8')).toBe('- id: “孙三”\n- id: 周五\n');
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(TYPED);
  });

  test('a file with a backslash in its name is repaired itself, not the one its name would lead to', async () => {
    const names = { 'data/people/x/y.yaml': '- id: 孙三\n', 'data/people/x\\y.yaml': '- id: “周五”\n' };
    const cwd = ledger(names);
    expect((await runCli(['validate', '--fix'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'data/people/x/y.yaml'), 'utf8')).toBe('- id: 孙三\n');
    expect(readFileSync(join(cwd, 'data/people/x\\y.yaml'), 'utf8')).toBe('- id: 周五\n');
  });

  test('of a data folder with a backslash in its name no other ledger is rewritten', async () => {
    const base = Object.entries(baseLedger());
    const both = ['a\\b/data', 'a/b/data'].flatMap((folder) => [
      ...base.map(([name, text]) => [`${folder}/${name}`, text]),
      [`${folder}/people/new.yaml`, '- id: “孙三”\n'],
    ]);
    const cwd = temporaryFolder(Object.fromEntries(both));
    expect((await runCli(['validate', '--fix', '--data', 'a\\b/data'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'a/b/data/people/new.yaml'), 'utf8')).toBe('- id: “孙三”\n');
    expect(readFileSync(join(cwd, 'a\\b/data/people/new.yaml'), 'utf8')).toBe('- id: 孙三\n');
  });
});
