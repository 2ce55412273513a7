import type { ReportDocument } from '../../document/report-document.js';
import type { Audience, ReportContext } from '../../reports/context.js';
import { checkFormat } from '../check-format.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { oneRecord } from '../one-record.js';
import { renderText } from '../render-text.js';
import { openReport, type ReportOptions } from '../report-options.js';
import type { Run } from './command.js';

interface Options extends ReportOptions {
  readonly program?: string;
  readonly branch?: string;
  readonly pairing?: string;
  readonly internal?: boolean;
  readonly public?: boolean;
}

/** Runs `yueyi report` and returns the exit code. */
export async function run(run: Run<Options>): Promise<number> {
  const { options } = run;
  checkFormat(options.format, ['text', 'markdown', 'json']);
  const audience = audienceOf(options);
  refuseSeveral(options);
  const opened = await openReport(run);
  if (!opened) return EXIT.no;
  const context: ReportContext = { ...opened, audience };
  const document = await build(context, options);
  run.timing.mark('统计');
  if (options.format === 'json') {
    const { renderReportJson } = await import('../../render/report-json.js');
    deliver(run, renderReportJson(document, context.year));
  } else {
    deliver(run, await renderText(run, document));
  }
  return EXIT.fine;
}

function audienceOf({ internal = false, public: open = false }: Options): Audience {
  if (internal && open) throw new CannotRun('--internal 和 --public 不能一起用', '内部附表和公开版分两次生成。');
  if (internal) return 'internal';
  return open ? 'public' : 'office';
}

function refuseSeveral({ program, branch, pairing }: Options): void {
  const given = Object.entries({ program, branch, pairing }).flatMap(([name, word]) =>
    word === undefined ? [] : [`--${name}`],
  );
  if (given.length > 1) throw new CannotRun(`${given.join('、')}不能一起用`, '一次只出一份小结，分几次生成。');
}

/** The year's summary, or that of one programme, branch or pairing. */
async function build(context: ReportContext, { program, branch, pairing }: Options): Promise<ReportDocument> {
  const { ledger } = context;
  if (program !== undefined) {
    const entry = oneRecord(ledger, '--program', program, 'programs');
    return (await import('../../reports/summaries/program-summary.js')).buildProgramSummary(context, entry);
  }
  if (branch !== undefined) {
    const entry = oneRecord(ledger, '--branch', branch, 'branches');
    return (await import('../../reports/summaries/branch-summary.js')).buildBranchSummary(context, entry);
  }
  if (pairing !== undefined) {
    const entry = oneRecord(ledger, '--pairing', pairing, 'pairings', ({ value }) => value.partners);
    return (await import('../../reports/summaries/pairing-summary.js')).buildPairingSummary(context, entry);
  }
  return (await import('../../reports/annual/annual-document.js')).buildAnnual(context);
}
