import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contract } from '../reports/contracts.js';
import { baseLedger } from '../support/memory-reader.js';
import { gbkBytes, workbook } from '../support/messy-sheet.js';
import { REPOSITORY, runCli, temporaryFolder, writeFiles } from '../support/run-cli.js';

const fixture = (name: string): string => readFileSync(join(REPOSITORY, 'test/fixtures/imports', name), 'utf8');
const [APPLIED, SIGNED] = [fixture('钉钉3月.csv'), fixture('签到3月.csv')];
const MARCH = 'data/activities/2025-03.yaml';

/** A small ledger in a folder, with files beside it, on a day of 2025. */
function ledger(files: Readonly<Record<string, string | Uint8Array>>, more: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFolder();
  const base = Object.entries({ ...baseLedger(), ...more }).map(([path, text]) => [`data/${path}`, text]);
  writeFiles(cwd, Object.fromEntries(base));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const run = async (line: string) => {
    const result = await runCli(line.split(' '), { cwd, env: { YUEYI_TODAY: '2025-07-01' } });
    return { ...result, said: result.stdout.replace(/[\s│├┤┼─┌┐└┘┬┴　]/g, '') };
  };
  return { cwd, run, march: () => readFileSync(join(cwd, MARCH), 'utf8') };
}

/** The rows of a CSV file that Excel would write. */
const cells = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(','));

interface Json {
  readonly written: boolean;
  readonly summary: Readonly<Record<string, number>>;
  readonly signed: object | null;
  readonly files: readonly { readonly role: string; readonly privateColumns: number; readonly records: number }[];
  readonly rows: readonly {
    readonly status: string;
    readonly list: string | null;
    readonly title: string;
    readonly record: string | null;
    readonly changes: readonly { readonly field: string; readonly after: string }[];
    readonly issues: readonly { readonly text: string }[];
  }[];
  readonly unsigned: readonly { readonly record: string; readonly state: string }[];
}

/** What is found, with the contract held. */
async function json(run: (line: string) => Promise<{ stdout: string }>, line: string): Promise<Json> {
  const { stdout } = await run(`import ${line} --format json`);
  const found = JSON.parse(stdout) as Json;
  const check = contract('import');
  expect([check(found), check.errors]).toEqual([true, null]);
  return found;
}

describe('applications, sign-ins and ledger', () => {
  const twins: readonly (readonly [string, (text: string) => string | Uint8Array | Promise<Uint8Array>, string])[] = [
    ['CSV in UTF-8', (text) => text, 'csv'],
    ['CSV in GBK', (text) => gbkBytes(text), 'csv'],
    ['workbooks', (text) => workbook(cells(text)), 'xlsx'],
  ];
  test.each(twins)('from %s are held against each other, and what is new is written once', async (_, made, ending) => {
    const files = { [`a.${ending}`]: await made(APPLIED), [`b.${ending}`]: await made(SIGNED) };
    const { run, march } = ledger(files);
    const line = `a.${ending} b.${ending} --reconcile`;
    const before = march();
    const preview = await json(run, line);
    expect(preview.rows.map(({ list, title }) => `${list} ${title}`)).toEqual([
      '新增 春季健康义诊',
      '新增 耳穴压丸体验',
      '新增 春分养生讲座',
      '存疑 颈椎操巡讲',
      '新增 药膳体验',
    ]);
    expect(preview.rows[0]?.changes.map(({ field, after }) => `${field} ${after}`)).toEqual([
      '地点 社区广场',
      '申报的外部编号 202503100920000352867',
    ]);
    expect(preview.rows[2]?.changes.map(({ field, after }) => `${field} ${after}`)).toEqual([
      '志愿者 2',
      '志愿时长 6',
      '签到 2025-03-20',
    ]);
    expect(preview.rows[3]?.issues[0]?.text).toBe('申报的审批结果是“拒绝”，却有签到');
    expect(preview.unsigned).toEqual([expect.objectContaining({ record: '2025-03-15-乙社区义诊', state: '已开展' })]);
    expect(march()).toBe(before);
    expect((await run(`import ${line} --write`)).code).toBe(1);
    expect(march()).toBe(before);
    const written = await run(`import ${line} --write --skip`);
    expect([written.code, written.stderr]).toEqual([0, '']);
    expect(march()).toContain(`- id: 2025-03-25-耳穴压丸体验
  title: 耳穴压丸体验
  date: 2025-03-25
  types: [文化体验]
  pairings: [丙镇]
  lead: 骨科第二党支部
  place: 文化礼堂
  volunteers: 1
  hours: 2.5
  events:
    - on: 2025-03-03
      step: 申报
      number: "202503030920000352869"
    - on: 2025-03-25
      step: 签到
`);
    expect((await run('validate')).code).toBe(0);
    const after = march();
    const again = await json(run, `${line} --write --skip`);
    expect(again.rows.map(({ list }) => list)).toEqual(['相符', '相符', '相符', '存疑', '新增']);
    expect([again.written, march()]).toEqual([false, after]);
    const shown = written.stdout + JSON.stringify(preview) + after;
    for (const word of ['张三', '李四', '王五', '1381234']) expect(shown).not.toContain(word);
  });

  test('come as a table and a workbook too', async () => {
    const { run } = ledger({ 'a.csv': APPLIED, 'b.csv': SIGNED });
    const { stdout } = await run('import a.csv b.csv --reconcile --format csv');
    expect(stdout).toContain('未签到,,,2025-03-15,春季健康义诊,2025-03-15-乙社区义诊,,,,台账里已开展，没有签到');
    expect(stdout).not.toContain('张三');
    expect((await run('import a.csv b.csv --reconcile -o 对账.xlsx')).stderr).toMatch(/已写入 对账\.xlsx\n有2行存疑/);
  });

  test('without sign-ins nothing is held to be unsigned', async () => {
    const { run } = ledger({ 'a.csv': APPLIED });
    const { said } = await run('import a.csv --reconcile');
    expect(said).toContain('没有签到表，不看未签到');
    expect(said).toContain('未签到0');
  });
});

describe('what differs is a question, and is not changed', () => {
  const HEADS = '活动名称,活动时间,地点,结对单位,签到人数';
  const more = {
    'activities/2025-05.yaml':
      '- id: 甲\n  title: 立夏健康义诊\n  date: 2025-05-05\n  types: [义诊]\n  pairings: [乙社区]\n  place: 社区广场\n  volunteers: 9\n  events:\n    - on: 2025-05-05\n      step: 已开展\n' +
      '- id: 乙\n  title: 立夏健康义诊二组\n  date: 2025-05-05\n  types: [义诊]\n' +
      '- id: 丙\n  title: 小满中医讲座\n  date: 2025-05-21\n  types: [讲座]\n  events:\n    - on: 2025-05-20\n      step: 取消\n' +
      '- id: 丁\n  title: 端午香囊制作\n  date: 2025-05-30\n  until: 2025-05-31\n  types: [文化体验]\n',
  };
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['a count', '立夏健康义诊,2025-05-05,,,12', /志愿者：台账是9，表里是12/],
    ['a place', '立夏健康义诊,2025-05-05,文化礼堂,,9', /地点：台账是社区广场，表里是文化礼堂/],
    ['a day', '小满中医讲座,2025-05-23,,,9', /台账里的日期不同：“丙”（2025-05-21）/],
    ['two records', '夏健康义诊,2025-05-05,,,9', /台账里有几条都像是它：甲、乙/],
    ['another name', '爱眼日义诊,2025-05-05,,乙社区,9', /同一天的“甲”可能就是它/],
    ['called off', '小满中医讲座,2025-05-21,,,9', /2025-05-20已取消，却有签到/],
    ['a day that is none', '小满中医讲座,5月21日,,,9', /活动时间：“5月21日”没有写年份/],
  ];
  test.each(cases)('%s', async (_, row, reason) => {
    const { run, cwd } = ledger({ '签到.csv': `${HEADS}\n${row}\n` }, more);
    const { said, code } = await run('import 签到.csv --reconcile --write');
    expect([code, said]).toEqual([1, expect.stringMatching(reason)]);
    expect(readFileSync(join(cwd, 'data/activities/2025-05.yaml'), 'utf8')).toBe(more['activities/2025-05.yaml']);
  });

  test('a place in other words and a day within an activity’s days are none', async () => {
    const rows = '立夏健康义诊,2025-05-05,乙社区广场,,9\n端午香囊制作,2025-05-31,,,4\n';
    const { run } = ledger({ '签到.csv': `${HEADS}\n${rows}` }, more);
    const { rows: found } = await json(run, '签到.csv --reconcile');
    expect(found.map(({ record, status }) => `${record} ${status}`)).toEqual(['甲 changed', '丁 changed']);
  });

  test('an activity in the ledger for which nobody agreed is one', async () => {
    const text = '审批编号,审批结果,活动名称,活动时间,活动类型\n1,拒绝,立夏健康义诊,2025-05-05,义诊\n';
    const { run } = ledger({ '钉钉.csv': text }, more);
    const { said } = await run('import 钉钉.csv --reconcile');
    expect(said).toContain('申报的审批结果是“拒绝”，台账里却已开展');
  });
});

describe('the number of an application', () => {
  const row = (name: string, day: string): string =>
    `审批编号,审批结果,发起时间,活动名称,活动时间,活动类型\n202503030920000352869,同意,2025-03-03,${name},${day},义诊\n`;

  test('finds its record though title and day have changed', async () => {
    const { run, march, cwd } = ledger({ 'a.csv': row('耳穴义诊', '2025-03-25') });
    expect((await run('import a.csv --as 活动 --write')).code).toBe(0);
    writeFileSync(join(cwd, 'a.csv'), row('耳穴压丸义诊', '2025-03-26'));
    const { said } = await run('import a.csv --as 活动 --write');
    expect(said).toContain('新增0，变动1');
    expect(march()).toContain('- id: 2025-03-25-耳穴义诊\n  title: 耳穴压丸义诊\n  date: 2025-03-26\n');
    writeFileSync(join(cwd, 'a.csv'), row('耳穴压丸义诊', '2025-03-28'));
    const other = await run('import a.csv --reconcile');
    expect(other.said).toContain('日期：台账是2025-03-26，表里是2025-03-28');
  });

  test('a moved activity keeps the day it was planned for', async () => {
    const { run, march, cwd } = ledger({ 'a.csv': row('耳穴义诊', '2025-03-25') });
    await run('import a.csv --as 活动 --write');
    await run('step 耳穴义诊 改期 --on 2025-03-24 改到=2025-03-28');
    writeFileSync(join(cwd, 'a.csv'), row('耳穴义诊', '2025-03-28'));
    const before = march();
    expect((await run('import a.csv --as 活动 --write')).said).toContain('未变1');
    expect(march()).toBe(before);
  });
});

describe('lists of sign-ins', () => {
  test('as they hang on the wall: the activity in the title, its day above, times alone', async () => {
    const rows = [
      ['春分养生讲座志愿者签到表'],
      ['活动日期：2025年3月20日', null, '联系人：张三 13812345678'],
      ['序号', '姓名', '联系电话', '签到时间'],
      [1, '张三', '13812345678', '08:30'],
      [2, '李四', '13812345679', '08:31'],
    ];
    const { run } = ledger({ '签到.xlsx': await workbook(rows, 'Sheet1') });
    const { rows: found, files } = await json(run, '签到.xlsx --reconcile');
    expect(files).toEqual([expect.objectContaining({ role: '签到', privateColumns: 2, records: 1 })]);
    expect(found).toEqual([expect.objectContaining({ record: '2025-03-20-节气讲座', status: 'changed' })]);
    expect(found[0]?.changes).toContainEqual({ field: '志愿者', before: null, after: '2' });
    expect(JSON.stringify(found)).not.toContain('张三');
  });

  test('a number for each activity, and a sum that is known only where all of it is', async () => {
    const text =
      '活动名称,签到日期,签到人数,服务时长\n春分养生讲座,2025-03-20,8,16\n春季健康义诊,2025-03-15,5,\n春季健康义诊,2025-03-15,4,8\n';
    const { run } = ledger({ '签到.csv': text });
    const { rows } = await json(run, '签到.csv --reconcile');
    const changes = rows.map((row) => row.changes.map(({ field, after }) => `${field} ${after}`));
    expect(changes).toEqual([
      ['志愿者 8', '志愿时长 16', '签到 2025-03-20'],
      ['志愿者 9', '签到 2025-03-15'],
    ]);
  });

  test('exported twice they count once; two that differ are a question', async () => {
    const { run } = ledger({ 'a.csv': SIGNED, 'b.csv': SIGNED, 'c.csv': SIGNED.replace(/^.*李四.*\n/m, '') });
    const twice = await json(run, 'a.csv b.csv --reconcile');
    expect(twice.rows.map(({ title }) => title)).toEqual(
      (await json(run, 'a.csv --reconcile')).rows.map(({ title }) => title),
    );
    const { said } = await run('import a.csv c.csv --reconcile');
    expect(said).toContain('和“a”第2行是同一场，内容却不同');
  });

  test('--period says which days they have', async () => {
    const { run } = ledger({ '签到.csv': '活动名称,签到时间\n药膳体验,2025-04-02\n' });
    expect((await json(run, '签到.csv --reconcile')).unsigned).toEqual([]);
    const wide = await json(run, '签到.csv --reconcile --period 2025-Q1');
    expect(wide.signed).toEqual({ from: '2025-01-01', until: '2025-03-31' });
    expect(wide.unsigned.map(({ record, state }) => `${record} ${state}`)).toEqual([
      '2025-03-15-乙社区义诊 已开展',
      '2025-03-20-节气讲座 待确认',
    ]);
  });

  test('are imported alone too; of an activity that the ledger does not have nothing can be made', async () => {
    const { run } = ledger({ '签到.csv': SIGNED });
    const { said, code } = await run('import 签到.csv');
    expect([code, said]).toEqual([1, expect.stringContaining('台账里没有这场活动：先导入申报')]);
  });
});

describe('a mapping says what a file is', () => {
  const CSV =
    '流水号,主题词,何日,何处,办理情况\n7,耳穴义诊,2025-03-25,文化礼堂,办结\n8,膏方讲座,2025-03-26,文化礼堂,退回\n';
  const MAPPING =
    '类别: 活动\n用途: 申报\n列: { 主题词: 名称, 何日: 日期, 何处: 地点 }\n只取: { 办理情况: [办结] }\n补上: { 类型: 义诊 }\n外部编号: 流水号\n';

  test('its columns, and what they mean', async () => {
    const { run } = ledger({ 'a.csv': CSV }, { 'imports/申报.yaml': MAPPING });
    const { rows, files } = await json(run, 'a.csv --reconcile');
    expect([files[0]?.role, rows.map(({ title, status }) => `${title} ${status}`)]).toEqual(['申报', ['耳穴义诊 new']]);
  });

  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['another purpose', MAPPING.replace('用途: 申报', '用途: 报名'), /“用途”不会是“报名”，可以写：申报、签到/],
    ['a field there is not', MAPPING.replace('地点', '地址点'), /活动没有“地址点”这个字段，是不是“地点”/],
    ['another kind', '类别: 督查\n用途: 签到\n', /“用途: 签到”只用于活动/],
  ];
  test.each(bad)('%s is refused with its file', async (_, mapping, reason) => {
    const { run } = ledger({ 'a.csv': CSV }, { 'imports/申报.yaml': mapping });
    const { stderr, code } = await run('import a.csv --reconcile');
    expect([code, stderr]).toEqual([2, expect.stringMatching(reason)]);
    expect(stderr).toContain('data/imports/申报.yaml');
  });
});

describe('refused with a way out', () => {
  const bomb = (): Uint8Array =>
    zipSync({ 'xl/workbook.xml': new Uint8Array(), 'xl/worksheets/sheet1.xml': new Uint8Array(140_000_000) });
  const cases: readonly (readonly [string, string, () => string | Uint8Array, RegExp])[] = [
    [
      'a file that is neither',
      'import a.csv --reconcile',
      () => '名称,日期\n甲,2025-03-01\n',
      /看不出“a.csv”是申报还是签到/,
    ],
    ['only private columns', 'import a.csv --reconcile', () => '姓名,手机号\n张三,13812345678\n', /看不出“a.csv”/],
    ['another kind', 'import a.csv --as 督查 --reconcile', () => SIGNED, /对账只对活动/],
    ['two files without', 'import a.csv a.csv --as 活动', () => SIGNED, /一次只导入一个文件/],
    ['days without', 'import a.csv --as 活动 --period 2025-03', () => SIGNED, /--period 只用于对账/],
    ['days that are none', 'import a.csv --reconcile --period 三月', () => SIGNED, /“三月”不是一年之内的期间/],
    ['a zip bomb', 'import a.csv --reconcile', bomb, /展开后超过/],
    ['a file that is not there', 'import b.csv --reconcile', () => SIGNED, /没有“b.csv”这个文件/],
  ];
  test.each(cases)('%s', async (_, line, content, reason) => {
    const { run } = ledger({ 'a.csv': content() });
    const { code, stdout, stderr } = await run(line);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(reason);
    expect(stderr.trim().split('\n').length).toBeGreaterThan(1);
    expect(stderr).not.toMatch(/13812345678|\n\s+at /);
  });
});
