import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MenuQuestion } from '../../src/cli/ask/questions.js';
import { baseLedger } from '../support/memory-reader.js';
import { type CliResult, runCli, temporaryFolder } from '../support/run-cli.js';
import { type Answer, ScriptedQuestions } from '../support/scripted-questions.js';

const MARCH = 'activities/2025-03.yaml';

/** The small ledger, and a user of it who is asked on a day of 2025. */
function ledger(more: Readonly<Record<string, string>> = {}) {
  const files = Object.entries({ ...baseLedger(), ...more }).map(([path, text]) => [`data/${path}`, text]);
  const folder = temporaryFolder(Object.fromEntries(files) as Record<string, string>);
  const answer = async (line: string, answers: readonly Answer[]): Promise<CliResult & ScriptedQuestions> => {
    const questions = new ScriptedQuestions(answers);
    const result = await runCli(line.split(' '), { cwd: folder, env: { YUEYI_TODAY: '2025-07-01' }, questions });
    if (result.code === 3) throw new Error(result.stderr);
    expect(questions.left, 'asked for all of this').toEqual([]);
    return Object.assign(questions, result);
  };
  const read = (path: string): string => readFileSync(join(folder, 'data', path), 'utf8');
  const traces = (): string[] => readdirSync(join(folder, 'data')).filter((name) => name.startsWith('.'));
  return { folder, answer, read, traces };
}

describe('add', () => {
  test('asks for what is required, in the order of the dictionary, then offers the rest; shows and confirms', async () => {
    const { answer, read } = ledger();
    const { code, stderr, stdout } = await answer('add 活动', [
      ['名称', '立夏义诊'],
      ['日期', '5月5日'],
      ['类型', 'yz'],
      ['类型，还有', 'jkt'],
      ['类型，还有', ''],
      ['还要填什么？', '结对'],
      ['结对', 'ysq'],
      ['结对，还有', ''],
      ['还要填什么？', 'syqz'],
      ['受益群众', '约80'],
      ['还要填什么？', ''],
      ['确定写入？', ''],
    ]);
    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout).toContain('已写入');
    expect(read('activities/2025-05.yaml')).toBe(
      '- id: 2025-05-05-立夏义诊\n  title: 立夏义诊\n  date: 2025-05-05\n  types: [义诊, 健康体检]\n  pairings: [乙社区]\n' +
        '  beneficiaries: 80\n  beneficiariesBound: 约\n',
    );
  });

  test('asks only for what is not given', async () => {
    const { answer } = ledger();
    const { code } = await answer('add 活动 --set 名称=立夏义诊 日期=5月5日', [
      ['类型', '义诊'],
      ['类型，还有', ''],
      ['还要填什么？', ''],
      ['确定写入？', ''],
    ]);
    expect(code).toBe(0);
    const given = await answer('add 活动 --set 名称=小满义诊 日期=5月21日 类型=义诊', []);
    expect(given.code).toBe(0);
  });

  test('offers what the last record had, but no title, day or count of its own', async () => {
    const { answer } = ledger();
    const { refusals, stdout, offered } = await answer('add 活动', [
      ['名称', ''],
      ['名称', '立夏义诊'],
      ['日期', ''],
      ['类型', ''],
      ['还要填什么？', '牵头'],
      ['牵头', ''],
      ['还要填什么？', ''],
      ['确定写入？', ''],
    ]);
    expect(refusals).toEqual(['要填。']);
    expect(stdout).toContain('  日期：2025-07-01\n  类型：讲座\n  牵头：党建办\n');
    expect(offered.get('类型')?.slice(0, 2)).toEqual(['讲座（就这些）', '讲座']);
    expect(offered.get('还要填什么？')?.slice(0, 2)).toEqual(['（好了）', '结束日']);
  });

  test.each([
    ['2月30日', '“日期”里的“2月30日”不是日期，或没有这一天。写成 2025-03-15、3月15日 或 今天 的样子。'],
    ['十五', '“日期”里的“十五”不是日期，或没有这一天。写成 2025-03-15、3月15日 或 今天 的样子。'],
  ])('does not take the day %s', async (typed, refusal) => {
    const { answer } = ledger();
    const { refusals } = await answer('add 督查', [
      ['日期', typed],
      ['日期', '2025.3.14'],
      ['还要填什么？', ''],
      ['确定写入？', ''],
    ]);
    expect(refusals).toEqual([refusal]);
  });

  test('asks for an id where none can be made, and not for one that is taken', async () => {
    const { answer, read } = ledger();
    const { refusals, code } = await answer('add 科室', [
      ['编号', '党建办'],
      ['编号', '儿科'],
      ['还要填什么？', ''],
      ['确定写入？', ''],
    ]);
    expect(code).toBe(0);
    expect(refusals).toEqual(['已经有了，另取一个。']);
    expect(read('departments/departments.yaml')).toContain('- id: 儿科\n');
  });

  test.each(['名称', '日期', '类型', '还要填什么？', '确定写入？'])(
    'leaves no trace when left at %s',
    async (title) => {
      const { answer, traces, folder } = ledger();
      const before = readdirSync(join(folder, 'data/activities'));
      const all: readonly Answer[] = [
        ['名称', '立夏义诊'],
        ['日期', '5月5日'],
        ['类型', '义诊'],
        ['类型，还有', ''],
        ['还要填什么？', ''],
        ['确定写入？', '不写'],
      ];
      const until = all.findIndex(([each]) => each === title);
      const { code, stderr } = await answer('add 活动', [...all.slice(0, until), [title, null]]);
      expect([code, stderr]).toEqual([1, '没有写入。\n']);
      expect([readdirSync(join(folder, 'data/activities')), traces()]).toEqual([before, []]);
    },
  );

  test('a change with errors is not written; the answers can be changed instead', async () => {
    const { answer } = ledger();
    const { code, stderr } = await answer('add 活动 --set 编号=甲_乙', [
      ['名称', '立夏义诊'],
      ['日期', '5月5日'],
      ['类型', '义诊'],
      ['类型，还有', ''],
      ['还要填什么？', ''],
      ['怎么办？', '再改'],
      ['还要填什么？', '名称'],
      ['名称', '小满义诊'],
      ['还要填什么？', ''],
      ['怎么办？', '不写'],
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('没有写入：会带来 1 处必须修改的问题。');
  });
});

test('somebody else writes while the user answers: both land, and nothing is asked twice', async () => {
  const { folder, read } = ledger();
  const user = new ScriptedQuestions([
    ['名称', '立夏义诊'],
    ['类型', '义诊'],
    ['类型，还有', ''],
    ['还要填什么？', ''],
    ['确定写入？', ''],
  ]);
  const questions = {
    type: user.type,
    choose: async (question: MenuQuestion): Promise<string> => {
      if (question.title === '确定写入？')
        await runCli(['set', '春季健康义诊', '备注=雨天'], { cwd: folder, env: { YUEYI_TODAY: '2025-07-01' } });
      return user.choose(question);
    },
  };
  const { code } = await runCli(['add', '活动', '--set', '日期=2025-03-18'], { cwd: folder, questions });
  expect([code, user.left]).toEqual([0, []]);
  expect(read(MARCH)).toContain('note: 雨天');
  expect(read(MARCH)).toContain('- id: 2025-03-18-立夏义诊');
});

test('a group is asked for field by field', async () => {
  const { answer, read } = ledger();
  const { code } = await answer('add 点单', [
    ['点单单位', ''],
    ['需求', '颈肩痛义诊'],
    ['日期', '3月1日'],
    ['环节', ''],
    ['还要填什么？', ''],
    ['确定写入？', ''],
  ]);
  expect(code).toBe(0);
  expect(read('requests/2025.yaml')).toContain('events:\n    - on: 2025-03-01\n      step: 点单\n');
});

test('a part of a name that several records have: a menu', async () => {
  const { answer, read } = ledger();
  const { offered, code } = await answer('set 2025-03 备注=雨天', [
    ['哪一条记录（2025-03）', '春季'],
    ['确定写入？', ''],
  ]);
  expect(offered.get('哪一条记录（2025-03）')).toEqual(['活动 2025-03-15-乙社区义诊', '活动 2025-03-20-节气讲座']);
  expect([code, read(MARCH)]).toEqual([0, expect.stringContaining('note: 雨天')]);
});

test('set asks which field, and shows what it has', async () => {
  const { answer, read } = ledger();
  const { offered, code } = await answer('set 春季健康义诊', [
    ['改哪个字段？', '地点'],
    ['地点', '社区广场'],
    ['改哪个字段？', ''],
    ['确定写入？', ''],
  ]);
  expect(code).toBe(0);
  expect(offered.get('改哪个字段？')).toContain('牵头：甲支部');
  expect(read(MARCH)).toContain('  place: 社区广场\n');
});

test('copy asks for the new date', async () => {
  const { answer, read } = ledger();
  const { code } = await answer('copy 春季健康义诊 --set 名称=谷雨义诊', [
    ['新的日期', '4月12日'],
    ['确定写入？', ''],
  ]);
  expect([code, read('activities/2025-04.yaml')]).toEqual([0, expect.stringContaining('2025-04-12-谷雨义诊')]);
});

describe('step', () => {
  test('asks which step comes next, on which day, and what else is known', async () => {
    const { answer, read } = ledger();
    const { offered, code } = await answer('step 春分养生', [
      ['办到哪一步？', ''],
      ['哪一天', ''],
      ['还要填什么？', '受益'],
      ['受益群众', '30'],
      ['还要填什么？', ''],
      ['确定写入？', ''],
    ]);
    expect(code).toBe(0);
    expect(offered.get('办到哪一步？')?.[0]).toBe('已开展');
    expect(read(MARCH)).toContain('  beneficiaries: 30\n');
    expect(read(MARCH)).toContain('  events:\n    - on: 2025-03-20\n      step: 已开展\n');
    const over = await answer('step 春分养生', [['办到哪一步？', null]]);
    expect(over.offered.get('办到哪一步？')).toEqual(['签到']);
  });

  test('a step written wrong is not taken for a record', async () => {
    const { answer } = ledger();
    const { code, stderr } = await answer('step 春分养生 开展', []);
    expect([code, stderr]).toEqual([2, expect.stringContaining('没有写办到了哪一步。\n是不是 已开展')]);
  });
});
