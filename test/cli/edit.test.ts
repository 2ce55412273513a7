import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '../reports/contracts.js';
import { git } from '../support/git-folder.js';
import { baseLedger } from '../support/memory-reader.js';
import { type CliResult, runCli, temporaryFolder } from '../support/run-cli.js';

const MARCH = 'activities/2025-03.yaml';

/** A folder with the small ledger, and commands run in it on a day of 2025. */
function ledger(more: Readonly<Record<string, string>> = {}) {
  const files = Object.entries({ ...baseLedger(), ...more }).map(([path, text]) => [`data/${path}`, text]);
  const folder = temporaryFolder(Object.fromEntries(files) as Record<string, string>);
  const run = (line: string): Promise<CliResult> =>
    runCli(line.split(' '), { cwd: folder, env: { YUEYI_TODAY: '2025-07-01' } });
  const read = (path: string): string => readFileSync(join(folder, 'data', path), 'utf8');
  return { folder, run, read };
}

const fine = ({ code, stderr }: CliResult): void => expect([stderr, code]).toEqual(['', 0]);

describe('add', () => {
  test('writes a record with values as people write them, in the file of its month and the order of days', async () => {
    const { run, read } = ledger();
    const result = await run(
      'add 活动 --set 类型=义诊、巡讲 名称=立夏义诊 日期=3月18日 结对=ysq 牵头=甲 项目=联建 行动=康养 受益群众=约80',
    );
    fine(result);
    expect(result.stdout).toContain('新增活动“2025-03-18-立夏义诊”（data/activities/2025-03.yaml:16）');
    const before = baseLedger()[MARCH] ?? '';
    const added =
      '- id: 2025-03-18-立夏义诊\n  title: 立夏义诊\n  date: 2025-03-18\n  types: [义诊, 巡讲]\n  program: 联建\n  action: 康养行动\n' +
      '  pairings: [乙社区]\n  lead: 甲支部\n  beneficiaries: 80\n  beneficiariesBound: 约\n';
    expect(read(MARCH)).toBe(before.replace('- id: 2025-03-20', `${added}- id: 2025-03-20`));
    expect((await run('validate')).code).toBe(0);
  });

  test('begins a file of the same kind for another month', async () => {
    const { run, read } = ledger();
    fine(await run('add activities --set title=端午义诊 date=2025-05-31 types=义诊'));
    expect(read('activities/2025-05.yaml')).toBe(
      '- id: 2025-05-31-端午义诊\n  title: 端午义诊\n  date: 2025-05-31\n  types: [义诊]\n',
    );
  });

  test('without what a record must have asks nothing, and names what is missing', async () => {
    const { folder, run } = ledger();
    const { stderr, code } = await run('add 活动 --set 名称=端午义诊');
    expect([code, stderr]).toEqual([2, '活动还缺：日期、类型。\n用 --set 日期=… 类型=… 写上。\n']);
    expect(readdirSync(join(folder, 'data'))).not.toContain('.yueyi-undo');
  });

  test.each([
    ['add 活动 --set 名称=义诊 日期=2月30日 类型=义诊', '“日期”里的“2月30日”不是日期'],
    ['add 活动 --set 名称=义诊 日期=今天 类型=义珍', '“类型”里的“义珍”不在可选内容里。\n是不是 义诊？'],
    ['add 活动 --set 名称=义诊 日期=今天 类型=义诊 牵头=支部', '“牵头”里的“支部”不止一个'],
    ['add 活动 --set 名称=义诊 日期=今天 类型=义诊 牵头=没有', '“牵头”里的“没有”没有登记'],
    ['add 活动 --set 名称=义诊 日期=今天 类型=义诊 人数=3', '活动没有“人数”这个字段'],
    ['add 活动 --set 名称=义诊 日期=今天 类型=义诊 受益群众=三五个', '“受益群众”里的“三五个”不是整数'],
    ['add 活动 --set 名称=义诊 日期=今天 类型=义诊 状态=已开展', '状态不用填'],
    ['add 活动 --set 名称', '“名称”不是 字段=值'],
    ['set 没有这个 备注=甲', '没有找到“没有这个”'],
    ['set 骨科第二党支部 编号=骨科', '编号不能这样改'],
    ['step 义诊 已开展 --on 昨日', '--on 的值“昨日”不是日期'],
    ['step 义诊 开展了', '没有写办到了哪一步'],
    ['copy 春季健康义诊', '没有写新的日期'],
    ['rename 乙社区', '要写两个名称'],
    ['rename 乙社区 丙镇 --kind 结对', '结对“丙镇”已经有了'],
  ])('%s is refused', async (line, message) => {
    const { run, folder } = ledger();
    const { stderr, stdout, code } = await run(line);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(readdirSync(join(folder, 'data')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('takes records from a file, with Chinese keys or the schema’s', async () => {
    const { run, read, folder } = ledger();
    const records =
      '- 名称: 端午义诊\n  日期: 5月31日\n  类型: 义诊\n  经过:\n    - 日期: 2025-05-31\n      环节: 已开展\n';
    writeFileSync(join(folder, '新.yaml'), records);
    writeFileSync(
      join(folder, '新.json'),
      '{"title": "夏至讲座", "date": "2025-06-21", "types": ["讲座"], "volunteers": 3}',
    );
    fine(await run('add 活动 --from 新.yaml'));
    fine(await run('add 活动 --from 新.json'));
    expect(read('activities/2025-05.yaml')).toContain('  events:\n    - on: 2025-05-31\n      step: 已开展\n');
    expect(read('activities/2025-06.yaml')).toContain('  volunteers: 3\n');
  });

  test('that would bring an error is not written, unless forced; a dry run writes nothing', async () => {
    const { run, read } = ledger();
    const line = 'add 任务 --set 榜单=清单 任务=试一试 备注=甲 负责=乙';
    expect((await run(line)).code).toBe(2);
    const early = 'set 春季健康义诊 日期=2025-03-16';
    const refused = await run(early);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('event-order');
    expect(refused.stderr).toContain('没有写入：会带来 1 处必须修改的问题。');
    expect(read(MARCH)).toBe(baseLedger()[MARCH]);
    expect((await run(`${early} --force --dry-run`)).stdout).toContain('这是试写，没有写入。');
    expect(read(MARCH)).toBe(baseLedger()[MARCH]);
    expect((await run(`${early} --force`)).code).toBe(0);
    expect(read(MARCH)).toContain('date: 2025-03-16');
  });
});

test('copy makes a plan of a record, without how it went', async () => {
  const { run, read } = ledger();
  fine(await run('copy 春季健康义诊 --on 4月12日 --set 名称=谷雨义诊'));
  expect(read('activities/2025-04.yaml')).toBe(
    '- id: 2025-04-12-谷雨义诊\n  title: 谷雨义诊\n  date: 2025-04-12\n  types: [义诊]\n  program: 联建\n  action: 康养行动\n' +
      '  pairings: [乙社区]\n  lead: 甲支部\n  linkages: [活动联办]\n',
  );
});

describe('set', () => {
  test('changes, fills in, adds to and removes fields of several records', async () => {
    const { run, read } = ledger();
    const result = await run('set 春季健康义诊 春分养生讲座 备注=雨天：改在室内 类型+=健康体检 联建内容=');
    fine(result);
    expect(result.stdout).toContain(
      '  类型：义诊 → 义诊、健康体检\n  联建内容：活动联办 → （空）\n  备注：（空） → 雨天：改在室内',
    );
    const text = read(MARCH);
    expect(text).toContain('types: [讲座, 健康体检]\n');
    expect(text.match(/ {2}note: 雨天：改在室内\n/g)).toHaveLength(2);
    expect(text).not.toContain('linkages');
    expect((await run('set 春季健康义诊 备注=雨天：改在室内')).stdout).toBe('没有要改的：内容已经是这样。\n');
  });

  test('writes fields inside a group', async () => {
    const { run, read } = ledger();
    fine(await run('set 春分养生讲座 审批.审批=党建办 审批.日期=3月10日 审批号=讲-03'));
    expect(read(MARCH)).toContain('  approval:\n    by: 党建办\n    on: 2025-03-10\n    number: 讲-03\n');
  });
});

describe('step', () => {
  test('confirms activities on their own days, and closes nothing twice', async () => {
    const { run, read } = ledger();
    const approved = 'set 春分养生讲座 审批.审批=党建办 审批.日期=3月10日';
    fine(await run(approved));
    fine(await run('step 春分养生 已开展 受益群众=30'));
    expect(read(MARCH)).toContain('  beneficiaries: 30\n  approval:\n');
    expect(read(MARCH)).toContain('  events:\n    - on: 2025-03-20\n      step: 已开展\n');
    const { stderr, code } = await run('step 春分养生 已开展');
    expect([code, stderr]).toEqual([2, expect.stringContaining('在 2025-03-20 已经“已开展”')]);
  });

  test('moves an activity, in whatever year it is', async () => {
    const { run, read } = ledger();
    fine(await run('step 春分养生 改期 --on 3月18日 改到=3月27日'));
    expect(read(MARCH)).toContain('    - on: 2025-03-18\n      step: 改期\n      to: 2025-03-27\n');
  });

  test('closes a task only with proof, verified by another, in the order of days', async () => {
    const { run, read } = ledger();
    const before = baseLedger()['tasks/tasks.yaml'];
    const bare = await run('step 优化门诊 对账销号');
    expect([bare.code, bare.stderr]).toEqual([1, expect.stringContaining('missing-evidence')]);
    expect(bare.stderr).toContain('没有写入：会带来 1 处要先办好的问题。');
    const early = await run('step 优化门诊 对账销号 --on 6月1日 档案号=2025-01 存放位置=柜2');
    expect([early.code, early.stderr]).toEqual([1, expect.stringContaining('event-order')]);
    const itself = await run('step 落实学习 推进中 核验科室=党建办');
    expect([itself.code, itself.stderr]).toEqual([1, expect.stringContaining('self-verification')]);
    expect(read('tasks/tasks.yaml')).toBe(before);
    fine(await run('step 优化门诊 对账销号 --on 6月30日 档案号=2025-01 存放位置=柜2 名目=验收单'));
    expect(read('tasks/tasks.yaml')).toBe(
      `${before}    - on: 2025-06-30\n      step: 对账销号\n      evidence:\n        - title: 验收单\n          archiveNumber: 2025-01\n          archivePlace: 柜2\n`,
    );
  });

  test('signs and ends an agreement', async () => {
    const { run, read } = ledger();
    fine(await run('add 结对协议 --set 结对=乙社区'));
    await run('step 乙社区 甲方签章 --on 3月1日');
    await run('step 乙社区 乙方签章 --on 3月8日 签订方=乙社区党支部');
    await run('step 乙社区 终止');
    expect(read('agreements/2025.yaml')).toBe(
      '- id: 乙社区-2025\n  pairing: 乙社区\n  signed:\n    - side: 甲方\n      on: 2025-03-01\n    - side: 乙方\n      party: 乙社区党支部\n      on: 2025-03-08\n  terminated: 2025-07-01\n',
    );
  });
});

test('remove lists what still refers to a record, and removes what nothing refers to', async () => {
  const { run, read } = ledger();
  const refused = await run('remove 乙社区 --kind 结对');
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('data/activities/2025-03.yaml:7:14')]);
  fine(await run('remove 春分养生讲座'));
  expect(read(MARCH)).toBe((baseLedger()[MARCH] ?? '').replace(/- id: 2025-03-20[\s\S]*$/, ''));
});

test('rename follows references, conditions and figures in texts', async () => {
  const { run, read } = ledger({
    'narratives/2025.yaml':
      '- id: 2025-清廉\n  year: 2025\n  section: 清廉建设\n  text: 开展{activities@year=2025,pairing=乙社区}。\n',
    'targets/2025.yaml':
      '- id: 2025-义诊\n  title: 义诊\n  from: 2025-01-10\n  until: 2025-12-31\n  count: { kind: activities, where: { pairings: 乙社区 } }\n  atLeast: 10\n  unit: 场\n',
  });
  fine(await run('rename 乙社区 丙社区 --kind 结对'));
  expect(read('pairings/pairings.yaml')).toContain('- id: 丙社区\n');
  expect(read(MARCH)).toContain('pairings: [丙社区]');
  expect(read('narratives/2025.yaml')).toContain('{activities@year=2025,pairing=丙社区}');
  expect(read('targets/2025.yaml')).toContain('where: { pairings: 丙社区 } }');
  expect((await run('validate')).stdout).not.toMatch(/[乙丙]社区/);
});

test.each(['set 甲 备注=x', 'undo'])('%s waits for another that writes, and then says so', async (line) => {
  const { run, folder } = ledger();
  writeFileSync(join(folder, 'data/.yueyi'), '');
  const { code, stderr } = await run(line);
  expect(code).toBe(2);
  expect(stderr).toContain('另一个 yueyi 正在写这里。\n一个文件也没有改动');
});

describe('undo', () => {
  test('takes writes of any command back, the last first, and says which', async () => {
    const { run, read, folder } = ledger({ 'people/新.yaml': '- id: “孙三”\n' });
    await run('validate --fix');
    await run('add 活动 --set 名称=端午义诊 日期=2025-05-31 类型=义诊');
    await run('remove 春分养生讲座');
    expect((await run('undo --list')).stdout.split('\n')).toHaveLength(4);
    const back = await run('undo');
    fine(back);
    expect(back.stdout).toMatch(/^要撤回的是：.* 的 yueyi remove 春分养生讲座\n新增活动“2025-03-20-节气讲座”/);
    expect(read(MARCH)).toBe(baseLedger()[MARCH]);
    fine(await run('undo'));
    expect(readdirSync(join(folder, 'data/activities'))).toEqual(['2025-03.yaml']);
    fine(await run('undo'));
    expect(read('people/新.yaml')).toBe('- id: “孙三”\n');
    expect(await run('undo')).toMatchObject({ code: 1, stdout: '没有可以撤回的写入。\n' });
  });

  test('does not take back what somebody has changed since', async () => {
    const { run, read, folder } = ledger();
    await run('set 春分养生讲座 备注=甲');
    const text = `${read(MARCH)}# 补记\n`;
    writeFileSync(join(folder, 'data', MARCH), text);
    const { code, stderr } = await run('undo');
    expect([code, stderr]).toEqual([2, expect.stringContaining('“data/activities/2025-03.yaml”在那以后又改过')]);
    expect(read(MARCH)).toBe(text);
  });

  test('remembers twenty writes, unseen by git and by others', async () => {
    const { run, folder } = ledger();
    git(folder, ['init', '--quiet']);
    for (let time = 1; time <= 22; time += 1) await run(`set 春分养生讲座 备注=第${time}次`);
    const history = join(folder, 'data/.yueyi-undo');
    const names = readdirSync(history).filter((name) => name.startsWith('write-'));
    expect(names).toHaveLength(20);
    if (process.platform !== 'win32') {
      expect(statSync(history).mode & 0o777).toBe(0o700);
      for (const name of names) expect(statSync(join(history, name)).mode & 0o777).toBe(0o600);
    }
    expect(git(folder, ['status', '--porcelain', '--untracked-files=all'])).not.toContain('yueyi');
    expect((await run('undo --list')).stdout).toContain('第22次');
  });
});

test('find names the lines of every record that has all the words, in fields and comments', async () => {
  const { run } = ledger({
    [MARCH]: `# 三月\n${baseLedger()[MARCH]?.replace('- id: 2025-03-20', '# 请张主任主讲\n- id: 2025-03-20')}`,
  });
  const { stdout, code } = await run('find 张主任 养生');
  expect([code, stdout]).toEqual([
    0,
    '活动“2025-03-20-节气讲座”\n  data/activities/2025-03.yaml:17　# 请张主任主讲\n  data/activities/2025-03.yaml:19　title: 春分养生讲座\n共1条记录。\n',
  ]);
  const json = await run('find 张主任 养生 --format json');
  const found = contract('find');
  found(JSON.parse(json.stdout));
  expect(found.errors).toBeNull();
  expect(JSON.parse(json.stdout)).toMatchObject({
    words: ['张主任', '养生'],
    records: [{ kind: 'activities', id: '2025-03-20-节气讲座', line: 18, lines: [{ line: 17 }, { line: 19 }] }],
  });
  expect(await run('find 没有这个')).toMatchObject({ code: 1 });
  const nothing = await run('find 没有这个 --format json');
  expect([nothing.code, JSON.parse(nothing.stdout)]).toEqual([1, { version: 1, words: ['没有这个'], records: [] }]);
});
