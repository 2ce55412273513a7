import { createContext, type ReportContext } from '../reports/context.js';
import type { PlaceOf } from '../reports/registry/place-of.js';
import { wrap } from '../text/wrap.js';
import { recordPlaces } from '../workspace/locations.js';
import type { Run } from './commands/command.js';
import { lookOf } from './context.js';
import { type Opened, openLedger, refuseErrors } from './open-ledger.js';
import { type ReportOptions, reportDays } from './report-days.js';

/** A ledger opened for look-ups. */
export interface Registry {
  readonly context: ReportContext;
  readonly placeOf: PlaceOf;
}

/**
 * Opens a ledger for look-ups. A ledger with errors is opened with its valid records and a warning, because whoever
 * corrects it must see it; under `--strict` it is refused.
 * @param yearOf finds the year that the question is about
 * @returns null where the ledger was refused
 */
export async function openRegistry(
  run: Run<ReportOptions>,
  yearOf: (opened: Opened) => number | undefined = () => undefined,
): Promise<Registry | null> {
  // What is typed wrong is said before the ledger is read.
  reportDays(run);
  const opened = await openLedger(run);
  const days = reportDays(run, yearOf(opened));
  if (run.options.strict && (await refuseErrors(opened, run)) === null) return null;
  const errors = opened.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) warn(run, errors);
  const context = createContext({ ledger: opened.ledger, ...days, errors });
  return { context, placeOf: recordPlaces(opened.reader) };
}

function warn({ world, options }: Run<object>, errors: number): void {
  const { width } = lookOf(world.stderr, world, options);
  const said = `台账有 ${errors} 处必须修改，写法有误的记录没有列入，数字可能不准；用 yueyi validate 查看。`;
  world.stderr.write(`${wrap(said, width).join('\n')}\n`);
}
