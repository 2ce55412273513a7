import { paceTable, paceTargets } from '../tables/pace-table.js';
import type { View } from './view.js';

/** 目标进展: nothing where no target can be judged. */
export const paceView: View = (context, scope) => {
  const table = paceTable(context, paceTargets(context, scope));
  return table.rows.length === 0 ? [] : [table];
};
