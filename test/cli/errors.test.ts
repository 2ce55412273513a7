import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, writeFiles } from '../support/run-cli.js';
import { brokenLedger, smallLedger } from './broken-ledger.js';

describe.each(['progress', 'report'])('%s of a ledger with errors', (command) => {
  const args = [command, '--year', '2025'];

  test('is refused with the first three, the count and advice', async () => {
    const { stdout, stderr, code } = await runCli(args, { cwd: brokenLedger() });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.match(/^data\/\S+:\d+:\d+ 必须修改/gm)).toHaveLength(3);
    expect(stderr).toMatch(/\n台账有 4 处必须修改，没有生成材料。\n.*yueyi validate.*--force。\n$/);
    expect(stderr).not.toContain('请核对');
  });

  test('is refused in JSON too, with no half product', async () => {
    expect(await runCli([...args, '--format', 'json'], { cwd: brokenLedger() })).toMatchObject({ code: 1, stdout: '' });
  });

  test('with --force goes on, and says so inside the product', async () => {
    const { stdout, stderr, code } = await runCli([...args, '--force'], { cwd: brokenLedger() });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^【有误】/);
  });

  test('without an error prints no such notice', async () => {
    const { stdout, code } = await runCli([...args, '--force'], { cwd: smallLedger() });
    expect(code).toBe(0);
    expect(stdout).not.toContain('【有误】');
  });
});

describe('validate', () => {
  test('ends with 1 where there are errors, and counts them', async () => {
    const { stdout, stderr, code } = await runCli(['validate'], { cwd: brokenLedger() });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/：4 处必须修改，1 处请核对。\n$/);
  });

  test('on a path shows only its findings', async () => {
    const cwd = brokenLedger();
    const file = await runCli(['validate', 'data/pairings/2025.yaml'], { cwd });
    expect(file.code).toBe(1);
    expect(file.stdout).toContain('：1 处必须修改，0 处请核对。');
    const folder = await runCli(['validate', 'data/activities'], { cwd });
    expect(folder.stdout).toContain('：3 处必须修改，0 处请核对。');
    const both = await runCli(['validate', 'data/activities', join(cwd, 'data/pairings')], { cwd });
    expect(both.stdout).toContain('：4 处必须修改，0 处请核对。');
  });

  test('a path without findings ends with 0, despite errors elsewhere', async () => {
    const { code, stdout } = await runCli(['validate', 'data/organizations'], { cwd: brokenLedger() });
    expect(code).toBe(0);
    expect(stdout).toContain('没有发现问题');
  });

  test('a path does not match another that begins with it', async () => {
    const cwd = brokenLedger();
    writeFiles(cwd, { 'data/pairings/2025-2.yaml': '- id: 西湖\n  program: 也没有\n  partners: [本院]\n' });
    const { stdout } = await runCli(['validate', 'data/pairings/2025.yaml'], { cwd });
    expect(stdout).not.toContain('2025-2.yaml');
  });

  test('from a folder above names files relative to it', async () => {
    const cwd = brokenLedger();
    const { stdout } = await runCli(['validate', '--data', 'data'], { cwd: join(cwd) });
    expect(stdout).toMatch(/^data\/activities\/2025\.yaml:3:/m);
  });
});

describe('a bug of ours', () => {
  const broken = {
    stdout: {
      write: () => {
        throw new TypeError('the screen broke');
      },
    },
  };

  test('ends with 3, in Chinese, without a stack', async () => {
    const { stderr, code } = await runCli(['progress', '--year', '2025'], broken);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^yueyi 自身出错了，您的数据没有被改动。\n.*TypeError: the screen broke\n$/);
  });

  test.each([
    ['nothing', undefined],
    ['an object without a prototype', Object.create(null)],
    ['an object whose text is no text', { toString: 2, valueOf: null }],
    ['a symbol', Symbol('x')],
    ['an error that has no words', Object.defineProperty(new Error(), 'message', { get: () => expect.fail() })],
  ])('ends with 3 whatever is thrown: %s', async (_, thrown) => {
    const write = (): never => {
      throw thrown;
    };
    const { stderr, code } = await runCli(['progress', '--year', '2025'], { stdout: { write } });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^yueyi 自身出错了，您的数据没有被改动。\n.*\n$/);
  });

  test('with --debug shows the stack, wherever it was typed', async () => {
    for (const args of [
      ['--debug', 'progress'],
      ['progress', '--debug'],
    ]) {
      const { stderr, code } = await runCli(args, broken);
      expect(code).toBe(3);
      expect(stderr).toMatch(/\n {4}at /);
    }
  });
});

test('a wrong command line shows no stack unless asked', async () => {
  expect((await runCli(['report', '--year', 'x'])).stderr).not.toMatch(/\n {4}at /);
  expect((await runCli(['report', '--year', 'x', '--debug'])).stderr).toMatch(/\n {4}at /);
});

test('the overview of a ledger with errors still opens, and names them', async () => {
  const { stdout, code } = await runCli([], { cwd: brokenLedger() });
  expect(code).toBe(0);
  expect(stdout).toContain('4 处必须修改，1 处请核对');
});

test('a narrative’s unknown figure is an error of the data, never a crash', async () => {
  const cwd = smallLedger({
    'data/narratives/2025.yaml':
      '- id: 一\n  year: 2025\n  section: 目标任务\n  text: 开展活动{activities@year=今年}。\n',
  });
  expect(await runCli(['validate'], { cwd })).toMatchObject({ code: 1 });
  expect((await runCli(['report', '--year', '2025', '--force'], { cwd })).code).toBe(0);
});
