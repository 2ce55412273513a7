import type { Block, Chart, ReportDocument, Table } from '../../document/report-document.js';
import { monthsChart } from '../charts.js';
import type { ReportContext } from '../context.js';
import type { Scope } from '../scope.js';
import { activitiesTable } from '../tables/activities-table.js';
import { monthsTable } from '../tables/months-table.js';
import { pairingsList } from '../tables/pairings-list.js';
import { tasksTables } from '../tables/tasks-table.js';

export type Appendix = ReportDocument['appendices'][number];

/**
 * The appendices of a summary: pairings, activities by month and one by one, boards and tasks; empty ones are left out.
 */
export function appendicesOf(context: ReportContext, scope: Scope): readonly Appendix[] {
  return [
    appendix('结对一览', [pairingsList(context, scope)]),
    appendix('活动一览', [
      monthsTable(context, scope),
      ...monthsChart(context, scope),
      activitiesTable(context, scope),
    ]),
    appendix('榜单和任务一览', tasksTables(context, scope)),
  ].filter(({ body }) => body.length > 0);
}

/** An appendix of non-empty tables and charts; the title of a single table is replaced by the appendix's. */
export function appendix(title: string, blocks: readonly (Table | Chart)[]): Appendix {
  const filled = blocks.filter((block) => block.type !== 'table' || block.rows.length > 0);
  const body: readonly Block[] = filled.map((block) => (filled.length === 1 ? { ...block, title: '' } : block));
  return { title, body };
}
