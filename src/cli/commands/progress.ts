import { formatsFrom } from '../../render/formats.js';
import { VIEW_NAMES, type ViewName } from '../../reports/progress/view-names.js';
import type { Choice } from '../../text/choice.js';
import { EXIT } from '../errors.js';
import { IDS, PERIOD, YEAR, YEAR_ARGUMENT } from '../options.js';
import { parseChoice } from '../parse-choice.js';
import { present } from '../present.js';
import type { ReportOptions } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

interface Options extends ReportOptions {
  readonly by?: string;
}

const VIEWS: readonly Choice<ViewName>[] = (Object.keys(VIEW_NAMES) as ViewName[]).map((name) => ({
  name,
  chinese: VIEW_NAMES[name],
}));

export const progress: CommandSpec<Options> = {
  name: 'progress',
  chinese: '进展',
  argument: YEAR_ARGUMENT,
  group: '查看和上报',
  summary: '目标、榜单、结对、行动、支部各一张表；--by 看明细',
  formats: () => formatsFrom('document', 'page', 'workbook', 'paper', 'contract'),
  options: [{ flags: '--by <视图>', text: '看一种明细：', choices: () => VIEWS }, ...YEAR, PERIOD, IDS],
  examples: [
    'yueyi progress 2025',
    'yueyi progress 2025 --as-of 2025-06-30',
    'yueyi progress --period 2025-06',
    'yueyi 进展 2025 --by 五联',
    'yueyi progress -o 进展.json',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { by } = run.options;
  const view = by === undefined ? undefined : parseChoice(VIEWS, by, `没有“${by}”这种视图`).name;
  const { openReport } = await import('../open-report.js');
  const context = await openReport(run);
  if (!context) return EXIT.no;
  const document = async () => {
    const { buildProgress } = await import('../../reports/progress/progress-document.js');
    const made = buildProgress(context, view);
    run.timing.mark('统计');
    return made;
  };
  await present(run, {
    document,
    workbook: document,
    paper: async () => (await import('../../reports/paper.js')).paperOf(context, await document()),
    page: async () => (view === undefined ? (await import('../../reports/page.js')).progressPage(context) : document()),
    contract: async () => {
      const { progressContract } = await import('../../reports/progress/progress-contract.js');
      return progressContract(context);
    },
  });
  return EXIT.fine;
}
