import { formatsFrom } from '../../render/formats.js';
import { EXIT } from '../errors.js';
import { ALL, YEAR } from '../options.js';
import { present } from '../present.js';
import type { ReportOptions } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

interface Options extends ReportOptions {
  readonly all?: boolean;
}

export const explain: CommandSpec<Options> = {
  name: 'explain',
  chinese: '出处',
  also: ['数据出处'],
  argument: { flags: '<统计编号>' },
  group: '查看和上报',
  summary: '一个数是怎么来的，数到了哪些记录',
  formats: () => formatsFrom('document', 'contract'),
  options: [...YEAR, ALL],
  examples: [
    'yueyi explain activities@year=2025,pairing=东湖',
    'yueyi 出处 percent@target=2025-义诊 --as-of 2025-06-30',
    'yueyi explain 2021-医德考评 --format json',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  const [typed = ''] = args;
  // As `--ids` and narratives write it, brackets and all.
  const id = typed.trim().replace(/^\{(.*)\}$/, '$1');
  const [{ openRegistry }, { findFigure, yearOfFigure }] = await Promise.all([
    import('../open-registry.js'),
    import('../find-figure.js'),
  ]);
  const registry = await openRegistry(run, ({ ledger }) => yearOfFigure(ledger, id));
  if (!registry) return EXIT.no;
  const { context, placeOf } = registry;
  const figure = await findFigure(context, id);
  const { explain } = await import('../../reports/registry/explanation.js');
  const explained = explain(context, figure, placeOf);
  run.timing.mark('统计');
  await present(run, {
    document: async () => {
      const { buildExplanation } = await import('../../reports/registry/explain-document.js');
      return { body: buildExplanation(explained, options.all ?? false) };
    },
    contract: async () => {
      const { explainContract } = await import('../../reports/registry/explain-contract.js');
      const { contentText, UNICODE_MARKS } = await import('../../render/inlines.js');
      return explainContract(context, explained, (content) => contentText(content, UNICODE_MARKS));
    },
  });
  return EXIT.fine;
}
