import { formatsFrom } from '../../render/formats.js';
import { formatDate } from '../../text/chinese-date.js';
import { isDate } from '../../text/date-format.js';
import { CannotRun, EXIT } from '../errors.js';
import { ALL, YEAR } from '../options.js';
import { present } from '../present.js';
import { type ReportOptions, reportDays } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

interface Options extends ReportOptions {
  readonly all?: boolean;
  readonly since?: string;
}

export const whyChanged: CommandSpec<Options> = {
  name: 'why-changed',
  chinese: '变更',
  also: ['变更说明'],
  group: '查看和上报',
  summary: '两个日期或两个版本之间，哪些数字变了，为什么',
  formats: () => formatsFrom('document', 'contract'),
  options: [{ flags: '--since <日期或版本>', text: '从哪一天（年-月-日）或 git 的哪个版本比起，必填' }, ...YEAR, ALL],
  examples: [
    'yueyi why-changed --since 2025-09-30 --as-of 2025-10-31',
    'yueyi 变更 --since HEAD~3 --year 2025',
    'yueyi why-changed --since 定稿-2025 --rev main --format json',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const days = reportDays(run);
  const since = sinceOf(run.options.since, days.asOf);
  const { statesOfDays, statesOfVersions } = await import('../compared-states.js');
  const states = isDate(since) ? await statesOfDays(run, since, days) : await statesOfVersions(run, since, days);
  if (!states) return EXIT.no;
  const { compare } = await import('../../reports/changes/compare.js');
  await present(run, {
    document: async () => {
      const comparison = compare(...states, run.options.all ?? false);
      run.timing.mark('统计');
      const { buildChanges, unchanged } = await import('../../reports/changes/changes-document.js');
      return comparison.figures.length === 0 ? { body: unchanged(comparison) } : buildChanges(comparison);
    },
    // A program gets everything, whatever --all says.
    contract: async () => {
      const comparison = compare(...states);
      run.timing.mark('统计');
      const { changesContract } = await import('../../reports/changes/changes-contract.js');
      return changesContract(comparison);
    },
  });
  return EXIT.fine;
}

function sinceOf(typed: string | undefined, asOf: string): string {
  if (typed === undefined)
    throw new CannotRun(
      '没有写从什么时候起',
      '用 --since 写一个日期或 git 版本，例如 --since 2025-09-30，或 --since HEAD~3。',
    );
  if (isDate(typed) && typed > asOf)
    throw new CannotRun(
      `--since 的日期${formatDate(typed)}在截至日期${formatDate(asOf)}之后`,
      '换一个早一些的日期，或用 --as-of 写明看到哪一天。',
    );
  return typed;
}
