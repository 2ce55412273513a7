import type { Uncarried } from '../edit/new-year/carried.js';
import { type CarriedOver, carriedOver, withoutSamples } from '../edit/new-year/carried-over.js';
import type { Ledger } from '../ledger/ledger.js';
import { recordedYears } from '../reports/selection.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { isDate } from '../text/date-format.js';
import { conversationOf } from './ask/conversation.js';
import type { Run } from './commands/command.js';
import { todayOf } from './context.js';
import { type EditOptions, editLedger } from './edit-ledger.js';
import { CannotRun } from './errors.js';

/**
 * Carries the plans of the year before one into it. What is there already stays as it is, so that a second run completes the
 * first.
 * @returns the exit code
 * @throws CannotRun where the ledger knows nothing of the year before
 */
export async function openYear(run: Run<EditOptions>, year: number): Promise<number> {
  const today = todayOf(run.world, isDate);
  let carried: CarriedOver = { records: [], others: [], withTasks: true };
  return editLedger(run, {
    what: `year open ${year}`,
    plan: async (opened, edit) => {
      const ledger = withoutSamples(opened.ledger);
      refuseUnknown(ledger, year);
      carried = carriedOver(ledger, year, today);
      for (const { kind, value, file, remark } of carried.records) edit.insert(kind, value, { file, remark });
    },
    conversation: conversationOf(run, true),
    notes: () => notesOf(carried, year),
  });
}

function refuseUnknown(ledger: Ledger, year: number): void {
  const years = recordedYears(ledger);
  if (years.includes(year - 1)) return;
  const last = years.at(-1);
  throw new CannotRun(
    `台账里没有${year - 1}年的记录，没有可以带入${year}年的`,
    last === undefined
      ? '先登记；示例不带入。'
      : `有记录的年份：${years.join('、')}；开下一年用 yueyi year open ${last + 1}。`,
  );
}

function notesOf({ others, withTasks }: CarriedOver, year: number): string[] {
  const lasting = others.filter(({ why }) => why === undefined);
  const ended = others.filter(({ why }) => why !== undefined);
  return [
    ...(lasting.length > 0 ? [`${year}年仍有效，不用再登：${listed(lasting)}。`] : []),
    ...(ended.length > 0
      ? ['没有带入：', ...ended.map(({ kind, id, why }) => `  ${kindTitle(kind)}“${id}”：${why}`)]
      : []),
    ...(withTasks ? [] : [`${year - 1}年还没有过完，没办完的任务没有带入；过了12月31日再运行一次，补上。`]),
  ];
}

/** Counted by kind: 项目1条、结对11条. */
function listed(records: readonly Uncarried[]): string {
  const kinds = new Map<Kind, number>();
  for (const { kind } of records) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds].map(([kind, count]) => `${kindTitle(kind)}${count}条`).join('、');
}
