import { formatsFrom } from '../../render/formats.js';
import { CannotRun } from '../errors.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly note?: string;
  readonly restate?: boolean;
  readonly reason?: string;
  readonly check?: boolean;
}

export const freeze: CommandSpec<Options> = {
  name: 'freeze',
  chinese: '定稿',
  also: ['定稿锁数'],
  argument: { flags: '[年]', text: '哪一年，如 2025；--check 不写就核对全部定稿的年度' },
  group: '查看和上报',
  summary: '定稿锁数：一年的数字存下来，以后变了就报错',
  formats: () => formatsFrom('document', 'contract'),
  atRevision: false,
  options: [
    { flags: '--note <文字>', text: '随定稿存下的说明' },
    { flags: '--restate', text: '更正已定稿的数：原报和更正都留着，要写 --reason' },
    { flags: '--reason <理由>', text: '为什么更正' },
    { flags: '--check', text: '只核对：有数变了就列出来，退出码 1' },
  ],
  examples: [
    'yueyi freeze 2025 --no-sample --note 经院党委会审定',
    'yueyi 定稿 2025 --restate --reason 补登漏记的义诊',
    'yueyi freeze --check',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { check = false, restate = false } = run.options;
  refuseTogether(run.options);
  const year = await yearTyped(run.args[0]);
  const { checkFrozenYears, freezeLedger } = await import('../freeze-ledger.js');
  if (check) return checkFrozenYears(run, year);
  if (year === undefined) throw new CannotRun('没有写哪一年', `例如 yueyi freeze 2025${restate ? ' --restate' : ''}。`);
  return freezeLedger(run, year);
}

/** @throws CannotRun for options that contradict each other */
function refuseTogether({ note, restate, reason, check, force }: Run<Options>['options']): void {
  if (force) throw new CannotRun('freeze 不能和 --force 一起用：有错误的台账不能定稿', '先改正错误。');
  if (check && (note !== undefined || restate || reason !== undefined))
    throw new CannotRun('--check 只核对，不能和 --note、--restate、--reason 一起用', '分两次运行。');
  if (restate && !reason?.trim()) throw new CannotRun('更正要写明理由', '例如 --restate --reason 补登漏记的义诊。');
  if (restate && note !== undefined) throw new CannotRun('--note 是定稿时的说明，更正写 --reason', '去掉 --note。');
  if (!restate && reason !== undefined)
    throw new CannotRun('--reason 只和 --restate 一起用', '定稿的说明写 --note；更正加上 --restate。');
  for (const [name, text] of Object.entries({ '--note': note, '--reason': reason }))
    if (text !== undefined && (text.trim() === '' || text.length > LONGEST))
      throw new CannotRun(`${name} 后面的文字是空的，或者太长`, `写一段话，${LONGEST} 字以内。`);
}

/** As long as the dictionary lets a text be. */
const LONGEST = 5000;

async function yearTyped(typed: string | undefined): Promise<number | undefined> {
  if (typed === undefined) return undefined;
  const { yearMeant } = await import('../report-days.js');
  const year = yearMeant(typed);
  if (year === null) throw new CannotRun(`“${typed}”不是年份`, '写成四位年份，例如 2025。');
  return year;
}
