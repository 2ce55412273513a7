import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseLedger } from '../support/memory-reader.js';
import { type CliResult, runCli, temporaryFolder } from '../support/run-cli.js';
import { treeOf } from '../support/stopped.js';

const MARCH = 'activities/2025-03.yaml';
const MESSY = `\ufeff# 四月\r
- title: "谷雨义诊" # 改过名\r
  id: 谷雨\r
  date: '2025-04-20'\r
  types:\r
  - 义诊\r
`;
const NEAT = '# 四月\n- id: 谷雨\n  title: 谷雨义诊 # 改过名\n  date: 2025-04-20\n  types: [义诊]\n';

/** A folder with the small ledger, and commands run in it on a day of 2025. */
function ledger(more: Readonly<Record<string, string>> = {}) {
  const files = Object.entries({ ...baseLedger(), ...more }).map(([path, text]) => [`data/${path}`, text]);
  const folder = temporaryFolder(Object.fromEntries(files) as Record<string, string>);
  const run = (line: string): Promise<CliResult> =>
    runCli(line.split(' '), { cwd: folder, env: { YUEYI_TODAY: '2025-07-01' } });
  const read = (path: string): string => readFileSync(join(folder, 'data', path), 'utf8');
  return { folder, run, read };
}

describe('fmt', () => {
  test('--check lists the files that differ and writes nothing', async () => {
    const { folder, run } = ledger({ 'activities/2025-04.yaml': MESSY });
    const before = treeOf(folder);
    expect(await run('fmt --check')).toEqual({
      code: 1,
      stdout: 'data/activities/2025-04.yaml\n',
      stderr: '1 个文件的写法要整理：用 yueyi fmt。\n',
    });
    expect(treeOf(folder)).toEqual(before);
  });

  test('writes them in the one layout; a second run has nothing to do, and undo takes it back', async () => {
    const { folder, run, read } = ledger({ 'activities/2025-04.yaml': MESSY });
    const before = treeOf(folder);
    expect(await run('整理')).toEqual({
      code: 0,
      stdout: 'data/activities/2025-04.yaml\n整理了 1 个文件；要撤回，用 yueyi undo。\n',
      stderr: '',
    });
    expect(read('activities/2025-04.yaml')).toBe(NEAT);
    expect(await run('fmt')).toEqual({ code: 0, stdout: '没有要整理的：写法已经统一。\n', stderr: '' });
    expect((await run('undo')).stdout).toContain('的 yueyi fmt\n');
    expect(treeOf(folder)).toEqual(before);
  });

  test('writes the dictionary’s names in place of Chinese titles, and changes nothing else', async () => {
    const text =
      '- 编号: 谷雨\n  名称: 谷雨义诊\n  日期: 2025-04-20\n  类型: [义诊]\n  经过:\n    - 日期: 2025-04-20 # 当天\n      环节: 已开展\n';
    const { run, read } = ledger({ 'activities/2025-04.yaml': text });
    expect((await run('fmt')).code).toBe(0);
    expect(read('activities/2025-04.yaml')).toBe(
      '- id: 谷雨\n  title: 谷雨义诊\n  date: 2025-04-20\n  types: [义诊]\n  events:\n    - on: 2025-04-20 # 当天\n      step: 已开展\n',
    );
  });

  test('leaves a file with errors in its text or fields as it is, says so, and does the others', async () => {
    const broken = '- id: 甲\n   title: [义诊\n';
    const invalid = "- id: 丙\n  title: 义诊\n  date: 2025年5月1日\n  types: ['义诊']\n";
    const { run, read } = ledger({
      'activities/2025-04.yaml': MESSY,
      'activities/2025-05.yaml': invalid,
      'meetings/2025.yaml': broken,
    });
    const { code, stdout, stderr } = await run('fmt');
    expect([code, stdout]).toEqual([1, 'data/activities/2025-04.yaml\n整理了 1 个文件；要撤回，用 yueyi undo。\n']);
    expect(stderr).toContain('data/activities/2025-05.yaml:3:9 必须修改 bad-date');
    expect(stderr).toContain('data/meetings/2025.yaml');
    expect(stderr).toContain('2 个文件有错，没有动；改好以后再整理。\n');
    expect([read('activities/2025-04.yaml'), read('activities/2025-05.yaml'), read('meetings/2025.yaml')]).toEqual([
      NEAT,
      invalid,
      broken,
    ]);
    expect((await run('fmt data/activities/2025-05.yaml --check')).code).toBe(1);
    expect((await run('fmt data/people --check')).code).toBe(0);
  });

  test('does not mind what rules say of the records', async () => {
    const { run, read } = ledger({ 'activities/2025-04.yaml': `${MESSY}  lead: 没有这个支部\r\n` });
    expect((await run('fmt')).code).toBe(0);
    expect(read('activities/2025-04.yaml')).toBe(`${NEAT}  lead: 没有这个支部\n`);
  });

  test('takes files and folders, and refuses those that it does not format', async () => {
    const { run, read } = ledger({
      'activities/2025-04.yaml': MESSY,
      'people/乙.yaml': '-   id: 乙某\n',
      'imports/钉钉.yaml': 'a:   1\n',
    });
    expect((await run('fmt data/people')).stdout).toBe(
      'data/people/乙.yaml\n整理了 1 个文件；要撤回，用 yueyi undo。\n',
    );
    expect(read('activities/2025-04.yaml')).toBe(MESSY);
    expect(await run('fmt data/imports/钉钉.yaml')).toMatchObject({
      code: 2,
      stderr:
        '“data/imports/钉钉.yaml”里没有要整理的文件。\n整理的是总设置和各类记录的文件；定稿、对照表、模板不整理。\n',
    });
    expect((await run('fmt data/没有.yaml')).code).toBe(2);
    expect((await run('fmt /')).code).toBe(2);
  });

  test('changes nothing in what add has written', async () => {
    const { folder, run } = ledger();
    expect((await run('fmt --check')).code).toBe(0);
    for (const line of [
      'add 活动 --set 名称=立夏义诊 日期=3月18日 类型=义诊、巡讲 结对=ysq 受益群众=约80 备注=注：#1',
      'add 目标 --set 编号=2025-督查 名称=督查 起始日=2025-01-01 截止日=2025-12-31 单位=次 数什么.类别=inspections',
      'add 人员 --set 编号=yes',
    ]) {
      expect(await run(line)).toMatchObject({ code: 0 });
      expect(await run('fmt --check')).toMatchObject({ stdout: '' });
    }
    expect(treeOf(folder)['data/targets/2025.yaml']).toContain('  count: { kind: inspections }\n');
  });

  test('formats what init writes as it is', async () => {
    const folder = temporaryFolder();
    const run = (line: string) => runCli(line.split(' '), { cwd: folder });
    for (const hospital of ['示范医院', '12', 'no']) {
      expect(await run(`init ${hospital} --hospital ${hospital}`)).toMatchObject({ code: 0 });
      expect(await run(`fmt --check --data ${hospital}/data`)).toMatchObject({ code: 0, stdout: '' });
    }
  });

  test('does not change what a frozen year was computed from', async () => {
    const { folder, run } = ledger();
    const today = { cwd: folder, env: { YUEYI_TODAY: '2026-02-01' } };
    expect((await runCli(['freeze', '2025'], today)).code).toBe(0);
    const path = join(folder, 'data', MARCH);
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace(/^( {2}title: .*\n)((?: {2}.*\n)*?)( {2}date: .*\n)/m, '$3$2$1')
        .replaceAll('\n', '\r\n'),
    );
    expect((await run('fmt')).stdout).toContain(MARCH);
    expect((await runCli(['validate'], today)).code).toBe(0);
    expect((await runCli(['freeze', '2025', '--check'], today)).code).toBe(0);
  });
});
