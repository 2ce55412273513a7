import { describe, expect, test } from 'vitest';
import { baseLedger } from '../support/memory-reader.js';
import { type CliResult, runCli, temporaryFolder } from '../support/run-cli.js';
import { ScriptedQuestions } from '../support/scripted-questions.js';
import { treeOf } from '../support/stopped.js';

/** A folder with the small ledger of 2025, and commands run in it in January. */
function ledger(more: Readonly<Record<string, string>> = {}) {
  const files = Object.entries({ ...baseLedger(), ...more }).map(([path, text]) => [`data/${path}`, text]);
  const folder = temporaryFolder(Object.fromEntries(files) as Record<string, string>);
  const run = (line: string, today = '2026-01-10'): Promise<CliResult> =>
    runCli(line.split(' '), { cwd: folder, env: { YUEYI_TODAY: today } });
  return { folder, run };
}

describe('year open', () => {
  test('carries plans and unfinished tasks, says what goes on and what does not, and is done at once', async () => {
    const { folder, run } = ledger();
    const before = treeOf(folder);
    const dry = await run('year open 2026 --dry-run');
    expect([dry.code, dry.stderr]).toEqual([0, '']);
    expect(treeOf(folder)).toEqual(before);
    const { code, stdout } = await run('year open 2026');
    expect(code).toBe(0);
    expect(stdout).toBe(dry.stdout.replace('这是试写，没有写入。', '已写入；要撤回，用 yueyi undo。'));
    const after = treeOf(folder);
    expect(after['data/targets/2026.yaml']).toContain(
      '# 照“2025-义诊”带入。2025年是至少10场。2026年的文件印发后补上\n- id: 2026-义诊\n  title: 义诊\n  program: 联建\n' +
        '  from: 2026-01-01\n  until: 2026-12-31\n  count: { kind: activities, where: { types: 义诊 } }\n  unit: 场\n',
    );
    expect(stdout).toContain(
      '2026年仍有效，不用再登：项目1条、结对2条。\n没有带入：\n' +
        '  榜单“2025-要点”：1项任务都没有登记进展，不知道办完没有\n已写入；要撤回，用 yueyi undo。\n',
    );
    expect(await run('validate')).toMatchObject({ code: 0, stderr: '' });
    expect(await run('fmt --check')).toMatchObject({ code: 0, stdout: '' });
    const again = await run('年度 开启 2026年');
    expect([again.code, again.stdout.split('\n')[0]]).toEqual([0, '没有要改的：内容已经是这样。']);
    expect(treeOf(folder)).toEqual(after);
    expect((await run('undo')).stdout).toContain('的 yueyi year open 2026\n');
    expect(treeOf(folder)).toEqual(before);
  });

  test('completes a year that is partly open, and leaves what is there as it is', async () => {
    const own =
      '- id: 2026-义诊\n  title: 义诊\n  from: 2026-03-01\n  until: 2026-12-31\n  count: { kind: activities }\n  atLeast: 9\n  unit: 场\n';
    const { folder, run } = ledger({ 'targets/2026.yaml': own });
    expect((await run('year open 2026', '2025-12-20')).stdout).toContain(
      '2025年还没有过完，没办完的任务没有带入；过了12月31日再运行一次，补上。\n',
    );
    const early = treeOf(folder)['data/targets/2026.yaml'];
    expect(early).toContain(own);
    expect(early).toContain('- id: 2026-书记项目\n');
    const { stdout } = await run('year open 2026');
    expect(stdout).toContain('新增任务“2026-结转-2025-清单-01”');
    expect(stdout).not.toContain('新增目标');
    expect((await run('todo 2026')).stdout).not.toContain('2025-清单-01');
    await run('rename 2026-结转-2025-清单-01 2026-门诊流程');
    expect((await run('year open 2026')).stdout).toContain('没有要改的');
    expect(treeOf(folder)['data/targets/2026.yaml']).toBe(early);
  });

  test('at a terminal asks once whether it is written', async () => {
    const { folder } = ledger();
    const before = treeOf(folder);
    const open = async (answer: string) => {
      const questions = new ScriptedQuestions([['确定写入？', answer]]);
      const options = { cwd: folder, env: { YUEYI_TODAY: '2026-01-10' }, questions };
      const result = await runCli(['year', 'open', '2026'], options);
      return { ...result, left: questions.left, offered: questions.offered.get('确定写入？') };
    };
    expect(await open('不写')).toMatchObject({ code: 1, left: [], offered: ['写入', '不写'] });
    expect(treeOf(folder)).toEqual(before);
    expect(await open('写入')).toMatchObject({ code: 0, left: [] });
    expect(treeOf(folder)).toHaveProperty(['data/targets/2026.yaml']);
    expect(await open('写入')).toMatchObject({ code: 0, left: ['确定写入？'] });
  });

  test('changes no figure of a frozen year', async () => {
    const { run } = ledger();
    expect((await run('freeze 2025')).code).toBe(0);
    expect((await run('year open 2026')).code).toBe(0);
    expect((await run('freeze 2025 --check')).code).toBe(0);
    expect((await run('validate')).code).toBe(0);
  });

  test.each([
    [
      'year open 2024',
      '台账里没有2023年的记录，没有可以带入2024年的。\n有记录的年份：2025；开下一年用 yueyi year open 2026。\n',
    ],
    ['year open 二零', '“二零”不是年份。\n写成四位年份，例如 yueyi year open 2026。\n'],
    ['year opn 2026', 'year 没有“opn”这个动作。\n是不是 open？\n'],
    ['year open', '缺少参数“年”。\n用 yueyi year --help 查看用法。\n'],
  ])('%s is refused', async (line, message) => {
    const { folder, run } = ledger();
    const before = treeOf(folder);
    expect(await run(line)).toEqual({ code: 2, stdout: '', stderr: message });
    expect(treeOf(folder)).toEqual(before);
  });
});
