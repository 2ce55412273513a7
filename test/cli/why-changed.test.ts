import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { contract } from '../reports/contracts.js';
import { baseRepository, commit, git } from '../support/git-folder.js';
import { REPOSITORY, runCli, runJson, TODAY, writeFiles } from '../support/run-cli.js';

const ACTIVITIES = 'data/activities/2025-03.yaml';
const HELD = '2025-03-15-乙社区义诊';
const PLANNED = '2025-03-20-节气讲座';

/** The small ledger, with a report that prints something of everything. */
function office(): string {
  const views = ['pairings', 'matrix', 'targets', 'actions', 'boards', 'inspections'].map(
    (view) => `        - view: ${view}`,
  );
  return baseRepository({
    'data/outlines/2025.yaml': [
      '- id: 2025-总结',
      '  year: 2025',
      '  sections:',
      '    - id: 清廉建设',
      '      title: 联建',
      '      blocks:',
      ...views,
      '',
    ].join('\n'),
    'data/narratives/2025.yaml': '[]\n',
  });
}

interface ChangesJson {
  before: { asOf: string; rev: string | null };
  after: { asOf: string; rev: string | null };
  figures: {
    id: string;
    status: string;
    before: number | null;
    after: number | null;
    added: { id: string; amount: number | null }[];
    removed: { id: string }[];
    changed: { id: string; before: number | null; after: number | null }[];
    inputs: string[];
  }[];
  records: {
    id: string;
    effect: string;
    cause: string;
    happenings: { on: string; what: string }[];
    fields: { path: string; before: unknown; after: unknown }[];
    reference: { id: string } | null;
    file: string;
    line: number;
    figures: string[];
  }[];
}

const validates = contract('why-changed');

/** What changed in 2025 between a revision or a day and today's files; its contract is kept on the way. */
async function changes(folder: string, since = 'HEAD', ...more: readonly string[]): Promise<ChangesJson> {
  const json = await runJson<ChangesJson>(['why-changed', '--since', since, '--year', '2025', ...more], {
    cwd: folder,
  });
  expect(validates(json), JSON.stringify(validates.errors)).toBe(true);
  const known = new Set(json.figures.map(({ id }) => id));
  for (const { figures } of json.records) for (const id of figures) expect(known).toContain(id);
  return json;
}

async function text(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr, code } = await runCli(['why-changed', '--year', '2025', ...args], { cwd: folder });
  expect([stderr, code]).toEqual(['', 0]);
  for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  return stdout;
}

const read = (folder: string, file = ACTIVITIES): string => readFileSync(join(folder, file), 'utf8');
/** What is told, as if no line had ended. */
const unwrapped = (told: string): string => told.replace(/\n/g, '');

/** Changes a file of the working tree, without a commit. */
function edit(folder: string, from: string, to: string, file = ACTIVITIES): void {
  const before = read(folder, file);
  expect(before).toContain(from);
  writeFiles(folder, { [file]: before.replace(from, to) });
}
const figure = ({ figures }: ChangesJson, id: string) => figures.find((each) => each.id === id);

describe('no figure has changed', () => {
  const NOTHING =
    /^　　版本“[0-9a-f]{7}”（2025年7月1日提交）与当前文件相比，均截至2025年12\n?月\n?31日，\n?2025年的数字没有变化。\n$/;

  test('the same ledger: one sentence', async () => {
    expect(await text(office(), '--since', 'HEAD')).toMatch(NOTHING);
  });

  test('a file renamed, records moved between files, keys in another order, a comment', async () => {
    const folder = office();
    const [first = '', second = ''] = read(folder).split(/(?=^- id: 2025-03-20)/m);
    writeFiles(folder, {
      'data/activities/讲座 三月.yaml': `# 移过来的\n${second}`,
      [ACTIVITIES]: first.replace('  title: 春季健康义诊\n', '').replace('  types:', '  title: 春季健康义诊\n  types:'),
    });
    git(folder, ['mv', 'data/targets/2025.yaml', 'data/targets/目标.yaml']);
    expect(await text(folder, '--since', 'HEAD')).toMatch(NOTHING);
    expect(await changes(folder)).toMatchObject({ figures: [], records: [] });
  });

  test('a record that is not counted', async () => {
    const folder = office();
    edit(folder, 'title: 春分养生讲座', 'title: 春分讲座');
    expect((await changes(folder)).figures).toEqual([]);
  });
});

describe('since a revision', () => {
  test('an amount changed: the field with both values, once, whatever it moves', async () => {
    const folder = office();
    edit(folder, 'beneficiaries: 86', 'beneficiaries: 90');
    const json = await changes(folder);
    expect(figure(json, 'beneficiaries@year=2025')).toMatchObject({
      before: 86,
      after: 90,
      added: [],
      removed: [],
      changed: [{ id: HELD, before: 86, after: 90 }],
    });
    expect(json.records).toMatchObject([
      {
        id: HELD,
        effect: 'changed',
        cause: 'edited',
        fields: [{ path: 'beneficiaries', before: 86, after: 90 }],
        file: ACTIVITIES,
        line: 1,
      },
    ]);
    expect(json.records[0]?.figures.length).toBeGreaterThan(1);
    const told = await text(folder, '--since', 'HEAD');
    expect(told).toContain('“受益群众”由86改为90');
    expect(told.match(/春季健康义诊（活动）/g)).toHaveLength(1);
    expect(told).toMatch(/服务群众 .*86人次.*90人次.*\+4 .*1 /);
  });

  test('an activity confirmed later, and what it moves of a target', async () => {
    const folder = office();
    edit(folder, '  types: [讲座]\n', '  types: [义诊]\n  events:\n    - on: 2025-03-20\n      step: 已开展\n');
    const json = await changes(folder);
    expect(figure(json, 'activities@year=2025')).toMatchObject({ before: 1, after: 2, added: [{ id: PLANNED }] });
    expect(figure(json, 'done@target=2025-义诊')).toMatchObject({ before: 1, after: 2, added: [{ id: PLANNED }] });
    expect(figure(json, 'percent@target=2025-义诊')?.inputs).toEqual(['done@target=2025-义诊']);
    expect(json.records).toMatchObject([{ id: PLANNED, effect: 'added', happenings: [{ what: '已开展' }] }]);
    const told = await text(folder, '--since', 'HEAD');
    expect(told).toContain('3月20日已开展');
    expect(told).toContain('10.0%→20.0%');
  });

  test('new, deleted, cancelled', async () => {
    const folder = office();
    const file = 'data/activities/四月 活动.yaml';
    commit(folder, { [file]: read(folder).replaceAll('2025-03', '2025-04') });
    const added = await changes(folder, 'HEAD~1', '--rev', 'HEAD');
    expect(added.after.rev).toBe(git(folder, ['rev-parse', 'HEAD']));
    expect(added.records).toMatchObject([
      { id: '2025-04-15-乙社区义诊', effect: 'added', cause: 'new', file, line: 1 },
    ]);
    git(folder, ['rm', '--quiet', file]);
    const gone = await changes(folder);
    expect(gone.records).toMatchObject([{ effect: 'removed', cause: 'deleted', file, line: 1 }]);
    expect(await text(folder, '--since', 'HEAD')).toContain('已从台账删除');
    git(folder, ['reset', '--quiet', '--hard']);
    edit(folder, '    - on: 2025-03-15\n      step: 已开展', '    - on: 2025-03-14\n      step: 取消');
    expect((await changes(folder)).records).toMatchObject([
      { id: HELD, effect: 'removed', cause: 'edited', happenings: [{ on: '2025-03-14', what: '取消' }] },
    ]);
  });

  test('moved into the next year, and under another type', async () => {
    const folder = office();
    edit(
      folder,
      '    - on: 2025-03-10\n      step: 申报',
      '    - on: 2025-03-10\n      step: 改期\n      to: 2026-01-08',
    );
    edit(folder, '2025-03-15\n      step', '2026-01-08\n      step');
    expect((await changes(folder)).records).toMatchObject([{ id: HELD, effect: 'removed', cause: 'edited' }]);
    expect(await text(folder, '--since', 'HEAD')).toContain('3月10日改期至2026年1月8日');
    git(folder, ['checkout', '--quiet', '.']);
    edit(folder, 'types: [义诊]', 'types: [巡讲]');
    const json = await changes(folder);
    expect(figure(json, 'activities@year=2025')).toBeUndefined();
    expect(figure(json, 'done@target=2025-义诊')).toMatchObject({ before: 1, after: 0, removed: [{ id: HELD }] });
    expect(await text(folder, '--since', 'HEAD')).toContain('“类型”由义诊改为巡讲');
  });

  test('a target’s number, a pairing’s partner, a policy: what is counted has changed, not what was done', async () => {
    const folder = office();
    edit(folder, 'atLeast: 10', 'atLeast: 20', 'data/targets/2025.yaml');
    edit(folder, 'partners: [丙镇卫生院]', 'partners: [乙社区卫生服务中心]', 'data/pairings/pairings.yaml');
    edit(
      folder,
      'program: 联建\n  partners: [乙社区卫生服务中心]\n  lead: 骨科',
      'program: 联建\n  from: 2025-03\n  partners: [乙社区卫生服务中心]\n  lead: 骨科',
      'data/pairings/pairings.yaml',
    );
    writeFiles(folder, {
      'data/workspace.yaml': `${read(folder, 'data/workspace.yaml')}policies:\n  yellowFrom: 70\n`,
    });
    const json = await changes(folder, 'HEAD', '--force');
    expect(figure(json, 'goal@target=2025-义诊')).toMatchObject({ before: 10, after: 20 });
    expect(figure(json, 'partners@year=2025')).toMatchObject({ before: 2, after: 1, changed: [{ id: '丙镇' }] });
    expect(figure(json, 'policy-yellowFrom')).toMatchObject({ before: 80, after: 70 });
    expect(json.records.map(({ id, effect }) => `${id} ${effect}`)).toEqual([
      'workspace changed',
      '2025-义诊 changed',
      '丙镇 changed',
    ]);
    const told = await text(folder, '--since', 'HEAD', '--force');
    expect(told).toContain('由10改为20');
    expect(unwrapped(told)).toContain('由丙镇卫生院改为乙社区卫生服务中心');
    expect(unwrapped(told)).toContain('补填“黄灯下限”70');
  });

  test('a figure that only one side has', async () => {
    const folder = office();
    writeFiles(folder, {
      'data/targets/更多.yaml':
        read(folder, 'data/targets/2025.yaml')
          .split('- id: 2025-书记项目')[0]
          ?.replace('2025-义诊', '2025-讲座')
          .replace('title: 义诊', 'title: 讲座')
          .replace('types: 义诊', 'types: 讲座') ?? '',
    });
    const json = await changes(folder);
    expect(figure(json, 'goal@target=2025-讲座')).toMatchObject({ status: 'appeared', before: null, after: 10 });
    expect(json.records).toMatchObject([{ id: '2025-讲座', effect: 'added', cause: 'new' }]);
    expect(await text(folder, '--since', 'HEAD')).toContain('新出现');
    git(folder, ['add', '--all']);
    commit(folder);
    git(folder, ['rm', '--quiet', 'data/targets/更多.yaml']);
    expect(figure(await changes(folder), 'goal@target=2025-讲座')).toMatchObject({ status: 'disappeared', before: 10 });
    expect(await text(folder, '--since', 'HEAD')).toContain('不再出现');
  });

  test('a program’s end is named itself, not the pairings it takes along', async () => {
    const folder = office();
    const programs = 'data/programs/programs.yaml';
    edit(folder, '- id: 联建\n', '- id: 联建\n  until: 2024-12-31\n', programs);
    const { records } = await changes(folder, 'HEAD', '--force');
    expect(records).toMatchObject([{ id: '联建', cause: 'edited', fields: [{ path: 'until', after: '2024-12-31' }] }]);
  });
});

describe('since a day', () => {
  test('the same ledger on two days: what came between', async () => {
    const folder = office();
    const json = await changes(folder, '2025-03-14', '--as-of', '2025-03-15');
    expect([json.before, json.after]).toEqual([
      { asOf: '2025-03-14', rev: null },
      { asOf: '2025-03-15', rev: null },
    ]);
    expect(figure(json, 'activities@year=2025')).toMatchObject({ before: 0, after: 1 });
    expect(json.records).toMatchObject([{ id: HELD, effect: 'added', cause: 'day', happenings: [{ what: '已开展' }] }]);
    expect(figure(json, 'beneficiaries@year=2025')).toMatchObject({ before: 0, after: 86, added: [{ amount: 86 }] });
  });

  test('what was entered later counts as if it had been known: it says so', async () => {
    const told = await text(office(), '--since', '2025-03-14', '--as-of', '2025-03-15');
    expect(unwrapped(told)).toContain('后来才补登的也算在内');
    const folder = office();
    edit(folder, 'beneficiaries: 86', 'beneficiaries: 90');
    expect(unwrapped(await text(folder, '--since', 'HEAD'))).not.toContain('后来才补登');
  });

  test('only the calendar has advanced', async () => {
    const told = await text(office(), '--since', '2025-04-01', '--as-of', '2025-05-01');
    expect(unwrapped(told)).toContain('没有记录变动');
    expect(told).toMatch(/义诊 .*10\.0% .*\d+\.\d%→\d+\.\d%/);
  });

  test('at a revision, without git, and on the day itself', async () => {
    const folder = office();
    edit(folder, 'beneficiaries: 86', 'beneficiaries: 90');
    const json = await changes(folder, '2025-03-01', '--as-of', '2025-04-01', '--rev', 'HEAD');
    expect(figure(json, 'beneficiaries@year=2025')?.after).toBe(86);
    expect(json.before.rev).toBe(json.after.rev);
    rmSync(join(folder, '.git'), { recursive: true });
    expect(await text(folder, '--since', '2025-04-01', '--as-of', '2025-04-01')).toContain('没有变化');
  });

  test('a tag with the name of a day is taken as the day, with a warning', async () => {
    const folder = office();
    git(folder, ['tag', '2025-03-01']);
    const args = ['why-changed', '--since', '2025-03-01', '--as-of', '2025-04-01', '--year', '2025'];
    const { stderr, code } = await runCli(args, { cwd: folder });
    expect([code, stderr]).toEqual([
      0,
      '“2025-03-01”按日期理解。要从同名的分支或标签比起，写 --since heads/2025-03-01 或 tags/2025-03-01。\n',
    ]);
    expect((await runCli([...args, '--quiet'], { cwd: folder })).stderr).toBe('');
    expect((await changes(folder, 'tags/2025-03-01')).before.rev).not.toBeNull();
  });
});

describe('a month with many records', () => {
  const many = (): string => {
    const folder = office();
    const activity = (index: number) =>
      [
        `- id: 2025-05-0${index}-义诊`,
        `  title: 第${index}场义诊`,
        `  date: 2025-05-0${index}`,
        '  types: [义诊]',
        `  beneficiaries: ${index}`,
        `  events: [{ on: 2025-05-0${index}, step: 已开展 }]`,
        '',
      ].join('\n');
    const file = 'data/activities/2025年度五月份基层服务活动和健康讲座登记簿.yaml';
    writeFiles(folder, { [file]: [1, 2, 3, 4, 5, 6, 7].map(activity).join('') });
    return folder;
  };

  test('tells many of a kind on one line, and each with --all; a path stays on one line', async () => {
    const folder = many();
    const told = await text(folder, '--since', 'HEAD');
    expect(unwrapped(told)).toContain('1—7.活动：第1场义诊；第2场义诊；第3场义诊等；加 --all 逐条列出。');
    expect(told).not.toContain('第4场义诊');
    expect(told).toMatch(/服务活动 .*1场次.*8场次.*\+7 .*1—7 /);
    const all = await text(folder, '--since', 'HEAD', '--all');
    expect(all).toContain('7.第7场义诊（活动）：新登记，5月7日已开展。');
    expect(all).toContain('data/activities/2025年度五月份基层服务活动和健康讲座登记簿.yaml:37\n');
  });
});

test('what is known now and was not, and what is no longer known, is told in words and never as growth', async () => {
  const folder = office();
  git(folder, ['rm', '--quiet', ACTIVITIES]);
  commit(folder, {});
  const told = await text(folder, '--since', 'HEAD~1');
  expect(told).toMatch(/服务活动 .*1场次.*未登记.*不再有数/);
  expect(unwrapped(told)).toContain('春季健康义诊（活动）：已从台账删除');
  git(folder, ['checkout', '--quiet', 'HEAD~1', '--', ACTIVITIES]);
  commit(folder, {});
  expect(await text(folder, '--since', 'HEAD~1')).toMatch(/服务活动 .*未登记.*1场次.*开始有数/);
});

describe('what cannot be answered', () => {
  const refused = async (...args: readonly string[]) => {
    const { stdout, stderr, code } = await runCli(['why-changed', '--year', '2025', ...args], {
      cwd: office(),
    });
    expect([stdout, code]).toEqual(['', 2]);
    return stderr;
  };

  test('no beginning, a wrong date, a day after the last one, no such version, a wrong format', async () => {
    expect(await refused()).toContain('--since');
    expect(await refused('--since', '2025-02-30')).toContain('不是日期');
    for (const day of ['2025-9-30', '2025-09', '2025/9/30', '2025年9月30日', '2025.9.30'])
      expect(await refused('--since', day)).toContain('写成年-月-日');
    expect(await refused('--since', '2025-06-02', '--as-of', '2025-06-01')).toContain('之后');
    expect(await refused('--since', 'mian')).toContain('是不是 main？');
    expect(await refused('--since', 'main', '--format', 'xml')).toContain('没有“xml”这种格式');
  });

  test('a ledger with errors on either side is refused like a report, and compared with --force', async () => {
    const folder = office();
    const bad = 'data/people/错.yaml';
    const hash = commit(folder, { [bad]: '- id: 张三\n  duty: 书记\n' });
    git(folder, ['rm', '--quiet', bad]);
    const run = (...args: readonly string[]) => runCli(['why-changed', '--year', '2025', ...args], { cwd: folder });
    expect((await run('--since', 'HEAD')).stderr).toContain(`版本 ${hash.slice(0, 7)}（2025-07-01 提交）的台账有 1 处`);
    expect(await run('--since', 'HEAD~1')).toMatchObject({ code: 0 });
    git(folder, ['reset', '--quiet', '--hard']);
    expect(await run('--since', 'HEAD~1')).toMatchObject({ code: 1, stderr: expect.stringContaining('\n台账有 1 处') });
    edit(folder, 'beneficiaries: 86', 'beneficiaries: 90');
    const forced = await run('--since', 'HEAD~1', '--force');
    expect(forced).toMatchObject({ code: 0, stdout: expect.stringContaining('【有误】') });
  });
});

test('the same bytes in every time zone', () => {
  const folder = office();
  commit(folder, {}, '2025-07-31T20:00:00+00:00');
  edit(folder, 'beneficiaries: 86', 'beneficiaries: 90');
  const outputs = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((TZ) => {
    const args = [join(REPOSITORY, 'bin/yueyi.js'), 'why-changed', '--since', 'HEAD', '--year', '2025'];
    const env = { PATH: process.env.PATH, YUEYI_TODAY: TODAY, TZ };
    return spawnSync(process.execPath, args, { cwd: folder, env }).stdout.toString();
  });
  expect(outputs[0]).toContain('2025年8月1日提交');
  expect(new Set(outputs).size).toBe(1);
});
