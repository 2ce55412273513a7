import type { Entry, Ledger } from './ledger.js';
import { ACTIVITY_STEPS, REQUEST_STEPS, type StepOrder, stageTable } from './stages.js';

/** The order of a record's steps; that of a task is its board's, undefined where the board is unknown. */
export function stepOrderOf(entry: Entry<'activities' | 'requests' | 'tasks'>, ledger: Ledger): StepOrder | undefined {
  if (entry.kind === 'activities') return ACTIVITY_STEPS;
  if (entry.kind === 'requests') return REQUEST_STEPS;
  const board = ledger.get('boards', entry.value.board);
  return board && stageTable(board.value.type);
}
