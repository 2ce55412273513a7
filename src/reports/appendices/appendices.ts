import type { Block, ReportDocument, Table } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import type { Scope } from '../scope.js';
import { activitiesTable } from '../tables/activities-table.js';
import { monthsTable } from '../tables/months-table.js';
import { pairingsTable } from '../tables/pairings-table.js';
import { tasksTables } from '../tables/tasks-table.js';

export type Appendix = ReportDocument['appendices'][number];

/** The lists behind a summary: pairings, activities by month and one by one, boards and tasks; those without a row left out. */
export function appendicesOf(context: ReportContext, scope: Scope): readonly Appendix[] {
  return [
    appendix('结对一览', [pairingsList(context, scope)]),
    appendix('活动一览', [monthsTable(context, scope), activitiesTable(context, scope)]),
    appendix('榜单和任务一览', tasksTables(context, scope)),
  ].filter(({ body }) => body.length > 0);
}

/** The pairings; in a year without an activity on record without its columns: nobody has entered them, they are no zeros. */
function pairingsList(context: ReportContext, scope: Scope): Table {
  const table = pairingsTable(context, scope);
  if (context.figures.get('activities', { year: String(context.year), ...scope }).value !== 0) return table;
  const kept = table.columns.map(({ align }) => align !== 'right');
  const keep = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => kept[index]);
  return {
    ...table,
    columns: keep(table.columns),
    rows: table.rows.map(keep),
    ...(table.total === undefined ? {} : { total: keep(table.total) }),
    notes: [sentence`${asOfNote(context)}合计行的支部数按支部去重。`],
  };
}

/** An appendix of tables with rows; its own title stands for that of its only table. */
export function appendix(title: string, tables: readonly Table[]): Appendix {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const body: readonly Block[] = filled.map((table) => (filled.length === 1 ? { ...table, title: '' } : table));
  return { title, body };
}
