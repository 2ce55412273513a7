import { formatsFrom } from '../../render/formats.js';
import { monthOf } from '../../text/calendar-date.js';
import { CannotRun, EXIT } from '../errors.js';
import { AS_OF, IDS, PERIOD } from '../options.js';
import { present } from '../present.js';
import { type ReportOptions, reportDays } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

export const calendar: CommandSpec<ReportOptions> = {
  name: 'calendar',
  chinese: '日历',
  argument: { flags: '[期间]', text: '哪一段，如 2025-06、2025-Q2、2025；和 --period 一样，默认本月' },
  group: '查看和上报',
  summary: '节气节日、活动、会议、到期的月历；.ics 供手机订阅',
  formats: () => formatsFrom('document', 'page', 'table', 'workbook', 'paper', 'contract', 'events'),
  options: [PERIOD, { flags: '--year <年>', text: '看一整年' }, AS_OF, IDS],
  examples: [
    'yueyi calendar',
    'yueyi 日历 2025-06',
    'yueyi calendar --period 2025-Q2 -o 日历.docx',
    'yueyi calendar 2025 -o 日历.ics',
  ],
  run,
};

async function run(asked: Run<ReportOptions>): Promise<number> {
  const run = withPeriod(asked);
  const { openReport } = await import('../open-report.js');
  const context = await openReport(run, { ahead: true });
  if (!context) return EXIT.no;
  const { recordPlaces } = await import('../../workspace/locations.js');
  const { buildCalendar } = await import('../../reports/calendar/calendar-document.js');
  const plan = () => buildCalendar(context, { grids: false });
  await present(run, {
    document: () => buildCalendar(context, { grids: true }),
    page: plan,
    workbook: plan,
    paper: async () => (await import('../../reports/paper.js')).paperOf(context, plan()),
    table: async () => (await import('../../reports/calendar/calendar-table.js')).calendarTable(context),
    contract: async () => {
      const { calendarContract } = await import('../../reports/calendar/calendar-contract.js');
      return calendarContract(context, recordPlaces(context.reader));
    },
    events: async () => (await import('../../reports/calendar/calendar-events.js')).calendarEvents(context),
  });
  return EXIT.fine;
}

/** The same run with a period: that of its argument, of `--period` or `--year`, else the month of the day. */
function withPeriod(run: Run<ReportOptions>): Run<ReportOptions> {
  const { options, args } = run;
  const [typed] = args;
  const { period = typed, year } = options;
  if (typed !== undefined && period !== typed)
    throw new CannotRun(`期间写了两个：“${typed}”和“--period ${period}”`, '只写一个，例如 2025-06。');
  if (period === undefined && year !== undefined) return run;
  return { ...run, args: [], options: { ...options, period: period ?? monthOf(reportDays(run).asOf) } };
}
