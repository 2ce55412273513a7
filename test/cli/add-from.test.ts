import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseLedger } from '../support/memory-reader.js';
import { REPOSITORY, runCli, temporaryFolder } from '../support/run-cli.js';

const TODAY = { YUEYI_TODAY: '2025-07-01' };

/** A folder with the small ledger and a file of records, and the command that adds them. */
function folder(records: string | Uint8Array) {
  const files = Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]);
  const cwd = temporaryFolder(Object.fromEntries(files) as Record<string, string>);
  writeFileSync(join(cwd, '新.yaml'), records);
  const add = (...more: string[]) => runCli(['add', '活动', '--from', '新.yaml', ...more], { cwd, env: TODAY });
  const read = (path: string): string => readFileSync(join(cwd, 'data', path), 'utf8');
  return { cwd, add, read };
}

const TWO =
  '- 名称: 端午义诊\n  日期: 5月31日\n  类型: 义诊\n- 名称: 夏至讲座\n  日期: 6月21日\n  类型: 讲座、义诊\n  受益群众: 约80\n';

describe('add --from', () => {
  test('writes several records, each in the file of its month', async () => {
    const { add, read } = folder(TWO);
    expect(await add()).toMatchObject({ code: 0, stderr: '' });
    expect(read('activities/2025-05.yaml')).toContain('title: 端午义诊');
    expect(read('activities/2025-06.yaml')).toContain('  beneficiaries: 80\n  beneficiariesBound: 约\n');
  });

  test('fields of the command line go into each of them', async () => {
    const { add, read } = folder(TWO);
    expect(await add('--set', '牵头=甲')).toMatchObject({ code: 0, stderr: '' });
    for (const month of ['05', '06']) expect(read(`activities/2025-${month}.yaml`)).toContain('  lead: 甲支部\n');
  });

  test('takes JSON, and standard input', async () => {
    const json =
      '[{"title":"甲讲座","date":"2025-06-21","types":["讲座"]},{"title":"乙讲座","date":"2025-06-22","types":["讲座"]}]';
    const { cwd, read } = folder('');
    const bin = join(REPOSITORY, 'bin/yueyi.js');
    const { status, stderr } = spawnSync(process.execPath, [bin, 'add', '活动', '--from', '-'], {
      cwd,
      input: json,
      encoding: 'utf8',
      env: { ...process.env, ...TODAY },
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(read('activities/2025-06.yaml').match(/^- id: .*$/gm)).toEqual([
      '- id: 2025-06-21-甲讲座',
      '- id: 2025-06-22-乙讲座',
    ]);
  });

  test.each([
    ['nothing', '', '“新.yaml”里没有记录。'],
    ['an empty list', '[]', '“新.yaml”里没有记录。'],
    ['words', '[义诊, 讲座]', '“新.yaml”第1条不是一条记录。'],
    ['broken YAML', '- 名称: 甲\n  类型: [义诊\n', '“新.yaml”第3行读不出记录：上面的引号或括号没有配对'],
    ['an alias', '- 名称: &a 甲\n  备注: *a\n', '“新.yaml”第1行读不出记录：用了“&a”。'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x2d, 0]), '“新.yaml”读不出记录：文件不是完好的 UTF-8 编码'],
    ['a missing field', '- 名称: 甲\n  日期: 5月3日\n', '“新.yaml”：活动还缺：类型。\n在那里写上。'],
    ['an unknown field', `${TWO}- 人数: 3\n`, '“新.yaml”第3条：活动没有“人数”这个字段。'],
    ['a day that is none', `${TWO}- 日期: 5月32日\n`, '“新.yaml”第3条：“日期”里的“5月32日”不是日期'],
    [
      'a word that is none',
      '名称: 甲\n日期: 5月3日\n类型: 义珍\n',
      '“新.yaml”：“类型”里的“义珍”不在可选内容里。\n是不是 义诊？',
    ],
  ])('refuses %s, with its place, and writes nothing', async (_, records, message) => {
    const { add, cwd } = folder(records);
    const { code, stdout, stderr } = await add();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.replace(/(?<=[^。？])\n(?=[^\n])/g, '')).toContain(message);
    expect(readdirSync(join(cwd, 'data/activities'))).toEqual(['2025-03.yaml']);
  });

  test('two of the same are refused, and neither is written', async () => {
    const [first = ''] = TWO.split('- 名称: 夏至');
    const { add, cwd } = folder(first + first);
    const { code, stderr } = await add();
    expect([code, stderr]).toEqual([1, expect.stringContaining('duplicate-id')]);
    expect(readdirSync(join(cwd, 'data/activities'))).toEqual(['2025-03.yaml']);
  });
});
