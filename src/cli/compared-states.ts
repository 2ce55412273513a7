import { resolve } from 'node:path';
import type { State } from '../reports/changes/compare.js';
import { createContext } from '../reports/context.js';
import { recordPlaces } from '../workspace/locations.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';
import { type Opened, openLedger, refuseErrors } from './open-ledger.js';
import { isRevisionName } from './open-revision.js';
import type { ReportDays } from './report-days.js';

const LIKE_A_DATE = /^[\d０-９]{4}[-./年－][\d０-９]{1,2}(?:[-./月－]|$)/;

/** The two states to compare; null where a ledger with errors was refused. */
type States = readonly [before: State, after: State] | null;

/** The same records on two days. */
export async function statesOfDays(run: Run<object>, since: string, days: ReportDays): Promise<States> {
  const opened = await openLedger(run);
  await warnTakenAsDate(run, opened, since);
  const errors = await refuseErrors(opened, run);
  if (errors === null) return null;
  const after = stateOf(opened, days, errors);
  const asOf = { context: createContext({ ...after.context, asOf: since }) };
  return [{ ...after, ...asOf }, after];
}

/** Two versions of the ledger on the same day. @throws CannotRun where `since` is no version */
export async function statesOfVersions(run: Run<object>, since: string, days: ReportDays): Promise<States> {
  const old = await openVersion(run, since);
  const before = await refuseErrors(old, run);
  if (before === null) return null;
  const now = await openLedger(run);
  const after = await refuseErrors(now, run);
  return after === null ? null : [stateOf(old, days, before), stateOf(now, days, after)];
}

/** Opens a version; what looks like a day and is neither a day nor a version gets the message for a day. */
async function openVersion(run: Run<object>, since: string): Promise<Opened> {
  try {
    return await openLedger(run, { rev: since });
  } catch (error) {
    if (!(error instanceof CannotRun) || !LIKE_A_DATE.test(since)) throw error;
    throw new CannotRun(
      `“${since}”不是日期，也不是 git 版本`,
      '日期写成年-月-日，例如 --since 2025-09-30，或 --since HEAD~3。',
    );
  }
}

function stateOf({ ledger, reader, revision }: Opened, days: ReportDays, errors: number): State {
  return {
    context: createContext({ ledger, ...days, errors }),
    placeOf: recordPlaces(reader),
    ...(revision ? { revision } : {}),
  };
}

/** Warns where a branch or a tag has the name of the day: it was taken as a day. */
async function warnTakenAsDate({ world, options }: Run<object>, { reader }: Opened, since: string): Promise<void> {
  const folder = resolve(world.workingDirectory, reader.display(''));
  if (options.quiet || !(await isRevisionName(world, folder, since))) return;
  world.stderr.write(`“${since}”按日期理解。要从同名的分支或标签比起，写 --since heads/${since} 或 tags/${since}。\n`);
}
