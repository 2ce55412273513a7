import { formatsFrom } from '../../render/formats.js';
import { KINDS } from '../../schema/kinds.js';
import { CannotRun, EXIT } from '../errors.js';
import { ALL } from '../options.js';
import { KIND_CHOICES, parseKind } from '../parse-kind.js';
import { present } from '../present.js';
import type { ReportOptions } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

interface Options extends ReportOptions {
  readonly kind?: string;
  readonly all?: boolean;
}

export const show: CommandSpec<Options> = {
  name: 'show',
  chinese: '查阅',
  argument: { flags: '<编号或名称>' },
  group: '查看和上报',
  summary: '一条记录的内容、状态、引用关系和位置',
  formats: () => formatsFrom('document', 'contract'),
  options: [
    { flags: '--kind <类别>', text: '只在这一类里找：', choices: () => KIND_CHOICES },
    { ...ALL, text: '引用它的记录全部列出，不只前十条' },
    { flags: '--year <年>', text: '有关的数字只算哪一年的，默认不分年' },
    { flags: '--as-of <日期>', text: '状态看哪一天的，默认今天' },
  ],
  examples: ['yueyi show 东湖', 'yueyi show 骨科第二党支部 --year 2025', 'yueyi 查阅 春季义诊 --kind 活动'],
  run,
};

/** @returns 1 where the word matches no record, or several */
async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  const [typed = ''] = args;
  const word = typed.trim();
  if (word === '') throw new CannotRun('没有写要查哪一条记录', '写编号，或名称的一部分，例如 yueyi show 东湖。');
  const kinds = options.kind === undefined ? KINDS : [parseKind(options.kind)];
  const [{ openRegistry }, { matchRecords, reportNothingFound }] = await Promise.all([
    import('../open-registry.js'),
    import('../match-records.js'),
  ]);
  const registry = await openRegistry(run);
  if (!registry) return EXIT.no;
  const { context, placeOf } = registry;
  const entries = matchRecords(context.ledger, word, kinds);
  run.timing.mark('统计');
  // Figures of one year only where it was asked for.
  const year = options.year === undefined ? undefined : context.year;
  const [only, ...more] = entries;
  await present(run, {
    document: async () => {
      const { buildRecord, candidatesTable } = await import('../../reports/registry/show-document.js');
      if (only === undefined) return null;
      if (more.length > 0) return { body: [candidatesTable(entries, placeOf)] };
      return { body: buildRecord(context, only, placeOf, { all: options.all ?? false, year }) };
    },
    contract: async () => {
      const { showContract } = await import('../../reports/registry/show-contract.js');
      return showContract(context, word, entries, placeOf, year);
    },
  });
  if (only === undefined) reportNothingFound(run, context.ledger, word, kinds);
  return entries.length === 1 ? EXIT.fine : EXIT.no;
}
