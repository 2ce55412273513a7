import { GitProblem } from '../../git/git-problem.js';
import type { Choice } from '../../text/choice.js';
import { CannotRun } from '../errors.js';
import { parseChoice } from '../parse-choice.js';
import type { CommandSpec, Run } from './command.js';

interface Action extends Choice {
  readonly act: (run: Run<object>) => Promise<number>;
}

const ACTIONS: readonly Action[] = [
  { name: 'install', chinese: '装上', act: async (run) => (await import('../hook/install.js')).installHook(run) },
  { name: 'uninstall', chinese: '取下', act: async (run) => (await import('../hook/install.js')).uninstallHook(run) },
  { name: 'run', chinese: '校验', act: async (run) => (await import('../hook/check-staged.js')).checkStaged(run) },
];

export const hook: CommandSpec<object> = {
  name: 'hook',
  chinese: '提交校验',
  also: ['钩子'],
  argument: { flags: '<动作>', choices: () => ACTIONS },
  group: '登记和校验',
  summary: '提交前先校验：在 git 里装上、取下，或校验一次',
  atRevision: false,
  options: [],
  examples: [
    'yueyi hook install     # 装上：以后每次 git commit 先校验要提交的内容',
    'yueyi hook run         # 校验一次 git add 过的内容',
    'yueyi hook uninstall   # 取下',
  ],
  run,
};

async function run(run: Run<object>): Promise<number> {
  const [typed = ''] = run.args;
  const { act } = parseChoice(ACTIONS, typed, `hook 没有“${typed}”这个动作`);
  try {
    return await act(run);
  } catch (error) {
    if (error instanceof GitProblem) throw new CannotRun(error.message, error.way);
    throw error;
  }
}
