import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '../reports/contracts.js';
import { baseRepository, ENV, git } from '../support/git-folder.js';
import { type CliOptions, runCli, temporaryFolder, writeFiles } from '../support/run-cli.js';

const NEW = 'data/people/新.yaml';

const yueyi = (cwd: string, args: readonly string[], more: Partial<CliOptions> = {}) =>
  runCli(args, { cwd, env: { ...ENV, YUEYI_TODAY: '2025-07-01' }, ...more });

/** The file of a clerk's first activity, with something in it replaced. */
function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const next = text.replace(from, to);
  expect(next).not.toBe(text);
  writeFileSync(path, next);
}

/** Two clerks' copies of one remote, with an activity in them. */
function clerks(): { first: string; second: string; hub: string } {
  const first = baseRepository({ [ACTIVITIES]: `# 三月\n${activity('甲', 86)}` });
  const hub = join(temporaryFolder(), 'hub.git');
  git(first, ['clone', '--quiet', '--bare', '.', hub]);
  git(first, ['remote', 'add', 'origin', hub]);
  const second = join(temporaryFolder(), 'second');
  git(first, ['clone', '--quiet', hub, second]);
  return { first, second, hub };
}

const ACTIVITIES = 'data/activities/新增.yaml';
const activity = (name: string, people: number): string => `- id: 2025-03-20-${name}
  title: 义诊${name}
  date: 2025-03-20
  types: [义诊]
  beneficiaries: ${people}
  events:
    - on: 2025-03-20
      step: 已开展
`;

describe('diff', () => {
  test('tells the records and fields that differ from the last commit, whatever moved', async () => {
    const folder = baseRepository({ [ACTIVITIES]: activity('甲', 86) });
    edit(folder, ACTIVITIES, '86', '90 # 又数了一遍');
    writeFiles(folder, { [NEW]: '- id: 张三\n' });
    renameSync(join(folder, ACTIVITIES), join(folder, 'data/activities/别处.yaml'));
    const { stdout, code } = await yueyi(folder, ['diff']);
    expect(code).toBe(0);
    expect(stdout).toContain('新登记1条，改动1条。');
    expect(stdout).toContain('改动：义诊甲，“受益群众”由86改为90。');
    expect(stdout).toContain('data/activities/别处.yaml:1');
    expect(stdout).toContain('新登记：张三。');
  });

  test('keeps its contract, and tells events and states', async () => {
    const folder = baseRepository({ [ACTIVITIES]: activity('甲', 86).replace(/ {2}events:.*/s, '') });
    edit(folder, ACTIVITIES, /$/, '  events:\n    - on: 2025-03-20\n      step: 已开展\n');
    const { stdout } = await yueyi(folder, ['diff', 'HEAD', '--format', 'json']);
    const check = contract('diff');
    expect(check(JSON.parse(stdout)), JSON.stringify(check.errors)).toBe(true);
    expect(JSON.parse(stdout)).toMatchObject({
      records: [
        {
          change: 'edited',
          state: { before: '待确认', after: '已开展' },
          happenings: [{ on: '2025-03-20', what: '已开展', to: null }],
          fields: [],
        },
      ],
    });
  });

  test('says so where nothing differs, and what to do where there is no such version', async () => {
    const folder = baseRepository();
    expect((await yueyi(folder, ['diff'])).stdout).toContain('记录没有改动。');
    expect(await yueyi(folder, ['diff', '没有的'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('没有的'),
    });
  });

  test('compares a ledger with errors too', async () => {
    const folder = baseRepository();
    writeFiles(folder, { [NEW]: '- id: 张三\n  duty: 书记\n' });
    expect((await yueyi(folder, ['diff'])).stdout).toContain('新登记：张三');
  });
});

describe('save', () => {
  test('commits the ledger, with a message made of what changed, and nothing else', async () => {
    const folder = baseRepository({ '别的.txt': '一\n', [ACTIVITIES]: activity('甲', 86) });
    writeFiles(folder, { '别的.txt': '二\n' });
    git(folder, ['add', '别的.txt']);
    edit(folder, ACTIVITIES, '86', '90');
    writeFiles(folder, { 'data/evidence/签到.txt': '九十人\n' });
    const { stdout, code } = await yueyi(folder, ['save']);
    expect(code).toBe(0);
    expect(stdout).toContain('已保存：义诊甲活动：“受益群众”由86改为90');
    expect(git(folder, ['log', '-1', '--format=%B'])).toBe('义诊甲活动：“受益群众”由86改为90');
    expect(git(folder, ['status', '--porcelain'])).toBe('M  "\\345\\210\\253\\347\\232\\204.txt"');
  });

  test('names the states, counts several records and lists them', async () => {
    const folder = baseRepository({ [ACTIVITIES]: activity('甲', 86) });
    edit(folder, ACTIVITIES, 'step: 已开展', 'step: 取消');
    writeFiles(folder, { [NEW]: '- id: 张三\n' });
    await yueyi(folder, ['save']);
    expect(git(folder, ['log', '-1', '--format=%B'])).toBe(
      '登记1条、改动1条：张三人员：登记等\n\n张三人员：登记\n义诊甲活动：已开展→已取消；3月20日取消',
    );
  });

  test('commits nothing of a ledger with errors, and shows them', async () => {
    const folder = baseRepository();
    writeFiles(folder, { [NEW]: '- id: 张三\n  duty: 书记\n' });
    const { stderr, code } = await yueyi(folder, ['save']);
    expect(code).toBe(1);
    expect(stderr).toContain('unknown-field');
    expect(stderr).toContain('台账有 1 处必须修改，没有保存。');
    expect(git(folder, ['rev-list', '--count', 'HEAD'])).toBe('1');
    expect(git(folder, ['diff', '--cached', '--name-only'])).toBe('');
  });

  test('--dry-run shows and commits nothing; without a change there is nothing to do', async () => {
    const folder = baseRepository();
    expect((await yueyi(folder, ['save'])).stdout).toBe('没有改动，不用保存。\n');
    writeFiles(folder, { [NEW]: '- id: 张三\n' });
    expect((await yueyi(folder, ['save', '--dry-run'])).stdout).toContain('提交说明会是：张三人员：登记');
    expect(git(folder, ['rev-list', '--count', 'HEAD'])).toBe('1');
  });

  test('tells what git lacks, and leaves what is staged as it was', async () => {
    const folder = baseRepository();
    writeFiles(folder, { [NEW]: '- id: 张三\n' });
    const env = { PATH: ENV.PATH, HOME: '/nowhere', GIT_CONFIG_NOSYSTEM: '1', EMAIL: '', YUEYI_TODAY: '2025-07-01' };
    git(folder, ['config', 'user.useConfigOnly', 'true']);
    const { stderr, code } = await yueyi(folder, ['save'], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('git 还不知道您是谁，没有提交');
    expect(git(folder, ['diff', '--cached', '--name-only'])).toBe('');
  });

  test('brings both clerks together: each has what the other entered', async () => {
    const { first, second } = clerks();
    edit(first, ACTIVITIES, /$/, activity('乙', 20));
    edit(second, ACTIVITIES, /$/, activity('丙', 30));
    edit(second, ACTIVITIES, '86', '88');
    expect((await yueyi(first, ['save'])).stdout).toContain('已推送到 origin 的 main。');
    const { stdout, code } = await yueyi(second, ['save']);
    expect(code).toBe(0);
    expect(stdout).toContain('已合并对方的登记。');
    expect((await yueyi(first, ['save'])).code).toBe(0);
    const text = `# 三月\n${activity('甲', 88)}${activity('丙', 30)}${activity('乙', 20)}`;
    expect([first, second].map((folder) => readFileSync(join(folder, ACTIVITIES), 'utf8'))).toEqual([text, text]);
  });

  test('asks one question about a record of which both changed the same field', async () => {
    const { first, second } = clerks();
    edit(first, ACTIVITIES, '86', '90');
    edit(second, ACTIVITIES, '86', '95');
    await yueyi(first, ['save']);
    const asked: string[] = [];
    const ask = (question: string): string => {
      asked.push(question);
      return '2';
    };
    const { stderr, code } = await yueyi(second, ['save'], { ask });
    expect(code).toBe(0);
    expect(stderr).toContain('活动“2025-03-20-甲”，两边都改了：\n  受益群众：本机 95，对方 90\n');
    expect(asked).toEqual(['用哪一边？1 本机的，2 对方的，回车先不合并：']);
    expect(readFileSync(join(second, ACTIVITIES), 'utf8')).toContain('beneficiaries: 90');
  });

  test('without an answer leaves both sides as they are, the own one committed', async () => {
    const { first, second } = clerks();
    edit(first, ACTIVITIES, '86', '90');
    edit(second, ACTIVITIES, '86', '95');
    await yueyi(first, ['save']);
    const { stderr, code } = await yueyi(second, ['save']);
    expect(code).toBe(1);
    expect(stderr).toContain('在命令行窗口里运行 yueyi save，会逐条问。');
    expect(git(second, ['status', '--porcelain'])).toBe('');
    expect(readFileSync(join(second, ACTIVITIES), 'utf8')).toContain('beneficiaries: 95');
  });

  test('takes a merge back that has errors, though neither side has any', async () => {
    const { first, second } = clerks();
    writeFiles(first, { [NEW]: '- id: 张三\n' });
    writeFiles(second, { 'data/people/另.yaml': '- id: 张三\n' });
    await yueyi(first, ['save']);
    const { stderr, code } = await yueyi(second, ['save']);
    expect(code).toBe(1);
    expect(stderr).toContain('duplicate-id');
    expect(stderr).toContain('两边各自没有错，合在一起有上面的错误。');
    expect(git(second, ['status', '--porcelain'])).toBe('');
  });

  test('keeps the commit where the remote cannot be reached', async () => {
    const { first, hub } = clerks();
    renameSync(hub, `${hub}-away`);
    writeFiles(first, { [NEW]: '- id: 张三\n' });
    const { stderr, code } = await yueyi(first, ['save']);
    expect(code).toBe(2);
    expect(stderr).toContain('已保存在本机，没有推送：fatal: ');
    expect(git(first, ['status', '--porcelain'])).toBe('');
  });
});

describe('what hook install sets up', () => {
  test('git itself merges two clerks, and shows a change in Chinese', async () => {
    const folder = baseRepository({ [ACTIVITIES]: activity('甲', 86) });
    const program = { node: process.execPath, script: join(process.cwd(), 'bin/yueyi.js') };
    await yueyi(folder, ['hook', 'install'], { program });
    git(folder, ['checkout', '--quiet', '-b', 'other']);
    edit(folder, ACTIVITIES, /$/, activity('丙', 30));
    git(folder, ['commit', '--quiet', '--no-verify', '--all', '--message', '丙']);
    git(folder, ['checkout', '--quiet', 'main']);
    edit(folder, ACTIVITIES, /$/, activity('乙', 20));
    expect(git(folder, ['diff'])).toContain('+  受益群众：20');
    git(folder, ['commit', '--quiet', '--no-verify', '--all', '--message', '乙']);
    git(folder, ['merge', '--quiet', '--no-edit', 'other']);
    expect(readFileSync(join(folder, ACTIVITIES), 'utf8')).toBe(
      activity('甲', 86) + activity('乙', 20) + activity('丙', 30),
    );
    await yueyi(folder, ['hook', 'uninstall'], { program });
    expect(git(folder, ['config', '--local', '--list'])).not.toContain('yueyi');
    expect(readFileSync(join(folder, '.git/info/attributes'), 'utf8')).not.toContain('yueyi');
  });
});
