import { resolve } from 'node:path';
import type { State } from '../../reports/changes/compare.js';
import { createContext } from '../../reports/context.js';
import { formatDate } from '../../text/chinese-date.js';
import { isDate } from '../../text/date-format.js';
import { recordPlaces } from '../../workspace/locations.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { type Opened, openLedger, refuseErrors } from '../open-ledger.js';
import { isRevisionName } from '../open-revision.js';
import { type ReportDays, type ReportOptions, reportDays } from '../report-options.js';
import type { Run } from './command.js';

interface Options extends ReportOptions {
  readonly since?: string;
}

const EXAMPLES = '例如 --since 2025-09-30，或 --since HEAD~3。';
const LIKE_A_DATE = /^[\d０-９]{4}[-./年－][\d０-９]{1,2}(?:[-./月－]|$)/;

/** Runs `yueyi why-changed` and returns the exit code. */
export async function run(run: Run<Options>): Promise<number> {
  const { options } = run;
  checkFormat(options.format, ['text', 'json']);
  const days = reportDays(run);
  const since = sinceOf(options.since, days.asOf);
  const states = isDate(since) ? await statesOfDays(run, since, days) : await statesOfVersions(run, since, days);
  if (!states) return EXIT.no;
  const { compare } = await import('../../reports/changes/compare.js');
  const comparison = compare(...states);
  run.timing.mark('统计');
  if (options.format === 'json') {
    const { changesContract } = await import('../../reports/changes/changes-contract.js');
    deliver(run, `${JSON.stringify(changesContract(comparison), null, 2)}\n`);
    return EXIT.fine;
  }
  const { buildChanges, unchanged } = await import('../../reports/changes/changes-document.js');
  const { renderBlocks, renderTerminal } = await import('../../render/terminal.js');
  const look = productLook(run);
  const product =
    comparison.figures.length === 0
      ? renderBlocks(unchanged(comparison), look)
      : renderTerminal(buildChanges(comparison), look);
  deliver(run, product);
  return EXIT.fine;
}

function sinceOf(typed: string | undefined, asOf: string): string {
  if (typed === undefined) throw new CannotRun('没有写从什么时候起', `用 --since 写一个日期或 git 版本，${EXAMPLES}`);
  if (isDate(typed) && typed > asOf)
    throw new CannotRun(
      `--since 的日期${formatDate(typed)}在截至日期${formatDate(asOf)}之后`,
      '换一个早一些的日期，或用 --as-of 写明看到哪一天。',
    );
  return typed;
}

type States = readonly [before: State, after: State];

/** The same records on two days. */
async function statesOfDays(run: Run<Options>, since: string, days: ReportDays): Promise<States | null> {
  const opened = await openLedger(run);
  await sayTakenAsDate(run, opened, since);
  const errors = await refuseErrors(opened, run);
  if (errors === null) return null;
  const after = stateOf(opened, days, errors);
  const asOf = { context: createContext({ ...after.context, asOf: since }) };
  return [{ ...after, ...asOf }, after];
}

/** Two versions of the ledger on the same day. */
async function statesOfVersions(run: Run<Options>, since: string, days: ReportDays): Promise<States | null> {
  const old = await openVersion(run, since);
  const before = await refuseErrors(old, run);
  if (before === null) return null;
  const now = await openLedger(run);
  const after = await refuseErrors(now, run);
  return after === null ? null : [stateOf(old, days, before), stateOf(now, days, after)];
}

/** What looks like a day and is neither one nor a version was meant as a day. */
async function openVersion(run: Run<Options>, since: string): Promise<Opened> {
  try {
    return await openLedger(run, { rev: since });
  } catch (error) {
    if (!(error instanceof CannotRun) || !LIKE_A_DATE.test(since)) throw error;
    throw new CannotRun(`“${since}”不是日期，也不是 git 版本`, `日期写成年-月-日，${EXAMPLES}`);
  }
}

function stateOf({ ledger, reader, revision }: Opened, days: ReportDays, errors: number): State {
  return {
    context: createContext({ ledger, ...days, errors }),
    placeOf: recordPlaces(reader),
    ...(revision ? { revision } : {}),
  };
}

/** A branch or a tag may be called like a day: what was meant is said, never guessed in silence. */
async function sayTakenAsDate({ world, options }: Run<Options>, { reader }: Opened, since: string): Promise<void> {
  const folder = resolve(world.workingDirectory, reader.display(''));
  if (options.quiet || !(await isRevisionName(world, folder, since))) return;
  world.stderr.write(`“${since}”按日期理解。要从同名的分支或标签比起，写 --since heads/${since} 或 tags/${since}。\n`);
}
