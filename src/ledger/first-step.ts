import type { Ledger } from './ledger.js';

const known = new WeakMap<Ledger, ReadonlyMap<string, string>>();

/** The day of the first event of any task of a board, YYYY-MM-DD; undefined where nobody enters their progress. */
export function firstStep(ledger: Ledger, board: string): string | undefined {
  const found = known.get(ledger) ?? firstSteps(ledger);
  known.set(ledger, found);
  return found.get(board);
}

/** Whether anybody enters the progress of a board's tasks: without that a task is not 未启动, its progress is unknown. */
export function isTracked(ledger: Ledger, board: string): boolean {
  return firstStep(ledger, board) !== undefined;
}

function firstSteps(ledger: Ledger): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { value } of ledger.all('tasks')) {
    for (const { on } of value.events ?? []) {
      const before = first.get(value.board);
      if (before === undefined || on < before) first.set(value.board, on);
    }
  }
  return first;
}
