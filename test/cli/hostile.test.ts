import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copiedLedger } from '../reports/sample-ledger.js';
import { runCli, temporaryFolder } from '../support/run-cli.js';
import { treeOf } from '../support/stopped.js';

describe('-o', () => {
  test.each(['data/activities/2025.yaml', 'data/workspace.yaml', 'data/new.txt'])(
    'never writes over records: %s',
    async (path) => {
      const cwd = copiedLedger({ samples: false });
      const before = readFileSync(join(cwd, 'data/workspace.yaml'), 'utf8');
      const { code, stderr } = await runCli(['report', '--year', '2025', '-o', path], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('盖掉记录');
      expect(readFileSync(join(cwd, 'data/workspace.yaml'), 'utf8')).toBe(before);
    },
  );

  test.each([
    ['a link to a file of records', 'link.txt', 'data/branches/2025.yaml'],
    ['a link to their folder', 'out', 'data'],
    ['a link of a link', 'out', 'data/activities'],
    ['git’s own settings', null, '.git/config'],
    ['a link to git’s folder', 'out', '.git'],
    ['a place for templates that is a link out of it', 'data/templates', 'data/branches'],
  ])('judges the real place: %s', async (_, link, target) => {
    const cwd = copiedLedger({ samples: false });
    mkdirSync(join(cwd, 'data/activities'), { recursive: true });
    execFileSync('git', ['init', '--quiet', cwd]);
    rmSync(join(cwd, 'data/templates'), { recursive: true, force: true });
    if (link !== null) symlinkSync(join(cwd, target), join(cwd, link));
    const isFile = statSync(join(cwd, target)).isFile();
    const output = isFile ? (link ?? target) : join(link ?? target, 'a.txt');
    const before = treeOf(cwd);
    const { code, stderr } = await runCli(['report', '--year', '2025', '-o', output], { cwd });
    expect([code, treeOf(cwd)]).toEqual([2, before]);
    expect(stderr).toMatch(target.startsWith('.git') ? /git 自己的文件夹/ : /盖掉记录/);
  });

  test('a repository is recognised by its content, whatever the name of its folder', async () => {
    const cwd = temporaryFolder();
    execFileSync('git', ['init', '--quiet', '--bare', join(cwd, '台账.仓库')]);
    const args = ['schema', 'people', '-o', '台账.仓库/config'];
    expect(await runCli(args, { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('git 自己的') });
  });

  test.each(['.GIT/config', 'Git~1/config', '.git./config'])('nor by a name a disk takes for it: %s', async (path) => {
    const cwd = temporaryFolder({ [path]: '[core]\n' });
    expect(await runCli(['schema', 'people', '-o', path], { cwd })).toMatchObject({ code: 2 });
    expect(readFileSync(join(cwd, path), 'utf8')).toBe('[core]\n');
  });

  test('follows a link and keeps the permissions of the file behind it', async () => {
    const cwd = copiedLedger({ samples: false });
    writeFileSync(join(cwd, 'private.txt'), 'old');
    chmodSync(join(cwd, 'private.txt'), 0o600);
    symlinkSync('private.txt', join(cwd, 'link.txt'));
    expect((await runCli(['report', '--year', '2025', '-o', 'link.txt'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'private.txt'), 'utf8')).toContain('年度党建工作总结');
    expect(statSync(join(cwd, 'private.txt')).mode & 0o777).toBe(0o600);
  });
});

test.runIf(process.platform !== 'win32')('a pipe among the records is told, not waited for', async () => {
  const cwd = copiedLedger({ samples: false });
  mkdirSync(join(cwd, 'data/activities'), { recursive: true });
  execFileSync('mkfifo', [join(cwd, 'data/activities/x.yaml')]);
  const { code, stdout } = await runCli(['validate'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('data/activities/x.yaml:1:1 必须修改 file-unreadable');
});

describe('init', () => {
  test('fills the empty working directory', async () => {
    const cwd = temporaryFolder();
    const inode = statSync(cwd).ino;
    expect((await runCli(['init', '.'], { cwd })).code).toBe(0);
    expect(statSync(cwd).ino).toBe(inode);
    expect((await runCli(['validate', '--strict'], { cwd })).code).toBe(0);
  });

  test('reports a missing parent folder', async () => {
    expect(await runCli(['init', 'no/where'], { cwd: temporaryFolder() })).toMatchObject({ code: 2 });
  });
});

test.each(['/etc', 'README.md'])('validate of a path outside the ledger is refused: %s', async (path) => {
  const cwd = copiedLedger({ samples: false });
  writeFileSync(join(cwd, 'README.md'), '');
  expect(await runCli(['validate', path], { cwd })).toMatchObject({ code: 2, stdout: '' });
});

test('options are taken before or after the command', async () => {
  const after = await runCli(['progress', '--year', '2025', '--as-of', '2025-06-30', '--format', 'json']);
  const before = await runCli(['--year', '2025', '--as-of', '2025-06-30', '--format', 'json', 'progress']);
  expect(before).toEqual(after);
  expect(JSON.parse(before.stdout)).toMatchObject({ year: 2025, asOf: '2025-06-30' });
});

test('an option of one command before its name gets the advice to move it', async () => {
  const { code, stderr } = await runCli(['--hospital', '本院', 'init', 'x']);
  expect(code).toBe(2);
  expect(stderr).toContain('“--hospital”要写在命令后面');
});

test('control characters of an argument or a file name never reach the screen', async () => {
  const cwd = copiedLedger({ samples: false });
  mkdirSync(join(cwd, 'data/activities'), { recursive: true });
  writeFileSync(join(cwd, 'data/activities/a\u001b[31m.yaml'), '- 1\n');
  const { stdout } = await runCli(['validate'], { cwd });
  const { stderr } = await runCli(['\u001b[31mx'], { cwd });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what must not be there.
  for (const text of [stdout, stderr]) expect(text).not.toMatch(/\u001b/);
  expect(stdout).toContain('a\\u{1B}[31m.yaml');
});

describe('figures', () => {
  const activity = (id: string, more: string): string =>
    `- id: ${id}\n  title: ${id}\n  date: 2025-03-20\n  types: [义诊]\n${more}  events:\n    - on: 2025-03-20\n      step: 已开展\n`;

  test('a sum with an unknown part is a minimum', async () => {
    const cwd = copiedLedger({ samples: false });
    mkdirSync(join(cwd, 'data/activities'), { recursive: true });
    writeFileSync(join(cwd, 'data/activities/a.yaml'), activity('甲', '  beneficiaries: 86\n') + activity('乙', ''));
    const { stdout } = await runCli(['report', '--year', '2025'], { cwd });
    expect(stdout.replaceAll('\n', '')).toContain('组织服务活动2场次，服务群众不少于86人次');
  });

  test('a sum with an approximate part is approximate', async () => {
    const cwd = copiedLedger({ samples: false });
    mkdirSync(join(cwd, 'data/activities'), { recursive: true });
    const about = '  beneficiaries: 100\n  beneficiariesBound: 约\n';
    writeFileSync(join(cwd, 'data/activities/a.yaml'), activity('甲', '  beneficiaries: 86\n') + activity('乙', about));
    const { stdout } = await runCli(['report', '--year', '2025'], { cwd });
    expect(stdout.replaceAll('\n', '')).toContain('服务群众约186人次');
  });

  test('a year with nothing entered is left to be told, not 尚未开展', async () => {
    const { stdout } = await runCli(['report', '--year', '1999']);
    expect(stdout).toContain('的领导下，【待补充】。现将');
    expect(stdout).not.toMatch(/尚未开展|未开展|\D0[场个人篇次]/);
  });

  test('the day of a later year is printed with its year', async () => {
    const { stdout } = await runCli(['report', '--year', '2025', '--as-of', '2026-06-30']);
    expect(stdout.replaceAll('\n', '')).toContain('截至2026年6月30日，16个支部');
  });
});
