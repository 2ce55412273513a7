import type { Choice } from '../../text/choice.js';
import { CannotRun } from '../errors.js';
import { DRY_RUN } from '../options.js';
import { parseChoice } from '../parse-choice.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly dryRun?: boolean;
}

const ACTIONS: readonly Choice[] = [{ name: 'open', chinese: '开启' }];

export const year: CommandSpec<Options> = {
  name: 'year',
  chinese: '年度',
  argument: { flags: '<动作> <年>', choices: () => ACTIONS },
  group: '登记和校验',
  summary: '开新年度：带入上一年的项目、目标、没办完的任务',
  atRevision: false,
  options: [DRY_RUN],
  examples: ['yueyi year open 2026 --dry-run', 'yueyi year open 2026', 'yueyi 年度 开启 2026年'],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const [action = '', typed = ''] = run.args;
  parseChoice(ACTIONS, action, `year 没有“${action}”这个动作`);
  const [{ yearMeant }, { openYear }] = await Promise.all([import('../report-days.js'), import('../open-year.js')]);
  const meant = yearMeant(typed);
  if (meant === null) throw new CannotRun(`“${typed}”不是年份`, '写成四位年份，例如 yueyi year open 2026。');
  return openYear(run, meant);
}
