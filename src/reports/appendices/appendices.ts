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
 * The appendices of a summary that are asked for: pairings, boards and tasks; with `all` the activities too, by month
 * and one by one. Empty ones are left out.
 */
export function appendicesOf(context: ReportContext, scope: Scope): readonly Appendix[] {
  if (context.attach === 'none') return [];
  const held = context.attach === 'all' ? [monthsTable(context, scope), ...monthsChart(context, scope)] : [];
  return [
    appendix('结对一览', [pairingsList(context, scope)]),
    ...activitiesAppendix(context, scope, held),
    tasksAppendix(context, scope),
  ].filter(({ body }) => body.length > 0);
}

/** 榜单和任务; where all is one table, under that table's title. */
function tasksAppendix(context: ReportContext, scope: Scope): Appendix {
  const [first, ...more] = tasksTables(context, scope).filter(({ rows }) => rows.length > 0);
  return appendix(first && more.length === 0 ? first.title : '榜单和任务一览', first ? [first, ...more] : []);
}

/** Every activity one by one: only where all is asked for. @param before what stands above the list */
export function activitiesAppendix(
  context: ReportContext,
  scope: Scope,
  before: readonly (Table | Chart)[] = [],
): readonly Appendix[] {
  if (context.attach !== 'all') return [];
  return [appendix('活动一览', [...before, activitiesTable(context, scope)])].filter(({ body }) => body.length > 0);
}

/** An appendix of non-empty tables and charts; the title of a single table is replaced by the appendix's. */
function appendix(title: string, blocks: readonly (Table | Chart)[]): Appendix {
  const filled = blocks.filter((block) => block.type !== 'table' || block.rows.length > 0);
  const body: readonly Block[] = filled.map((block) => (filled.length === 1 ? { ...block, title: '' } : block));
  return { title, body };
}
