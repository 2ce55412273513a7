import type { Figure } from '../../document/figure.js';
import { formatsFrom } from '../../render/formats.js';
import type { ReportContext } from '../../reports/context.js';
import { CannotRun, EXIT } from '../errors.js';
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
  summary: '一个数怎么来的，数到哪些记录；写编号、数值或名称',
  formats: () => formatsFrom('document', 'contract'),
  options: [...YEAR, ALL],
  examples: [
    'yueyi explain activities@year=2025,pairing=东湖',
    'yueyi 出处 percent@target=2025-义诊 --as-of 2025-06-30',
    'yueyi explain 15099',
    'yueyi explain 义诊 --year 2025',
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
  const { placeOf } = registry;
  const found = await findPrinted(run, registry.context, id);
  if (found.length > 1)
    return offer(
      run,
      id,
      found.map(({ figure }) => figure),
    );
  const [{ context, figure } = { context: registry.context, figure: await findFigure(registry.context, id) }] = found;
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

/** What a product prints so, and the year it prints it in. */
interface Printed {
  readonly context: ReportContext;
  readonly figure: Figure;
}

/**
 * The figures that were meant by a word that is no figure's id: of the year asked for, else of every year with records,
 * the latest first. Nothing where it is an id, or meant as one.
 */
async function findPrinted(run: Run<Options>, context: ReportContext, typed: string): Promise<readonly Printed[]> {
  const { knowsFigure } = await import('../../figures/known-figures.js');
  if (typed.includes('@') || knowsFigure(context.ledger, typed)) return [];
  const [{ figuresPrintedAs }, { createContext }, { recordedYears }, { reportDays }] = await Promise.all([
    import('../../reports/registry/printed-figures.js'),
    import('../../reports/context.js'),
    import('../../reports/selection.js'),
    import('../report-days.js'),
  ]);
  const { year, asOf } = run.options;
  const isAsked = year !== undefined || asOf !== undefined;
  const years = isAsked ? [context.year] : recordedYears(context.ledger).toReversed();
  const found = new Map<string, Printed>();
  for (const each of years) {
    const own = createContext({ ...context, ...reportDays(run, each) });
    for (const figure of figuresPrintedAs(own, typed))
      if (!found.has(figure.id)) found.set(figure.id, { context: own, figure });
  }
  return [...found.values()];
}

/** Lists the candidates; for a program there is nothing to choose from. @throws CannotRun for JSON */
async function offer(run: Run<Options>, typed: string, candidates: readonly Figure[]): Promise<number> {
  const { candidatesTable } = await import('../../reports/registry/printed-figures.js');
  await present(run, {
    document: () => ({ body: [candidatesTable(typed, candidates, run.options.all ?? false)] }),
    contract: () => {
      const ids = candidates.slice(0, 5).map(({ id }) => id);
      const more = candidates.length > ids.length ? '等' : '';
      throw new CannotRun(`与“${typed}”对得上的数字不止一个`, `写明统计编号：${ids.join('、')}${more}。`);
    },
  });
  return EXIT.fine;
}
