import type { Block, ReportDocument } from '../../document/report-document.js';
import { collectFigures } from '../collect-figures.js';
import { hospitalName, type ReportContext } from '../context.js';
import { frontOf } from '../front.js';
import { text } from '../inlines.js';
import { actionsTable } from '../tables/actions-table.js';
import { boardsTable } from '../tables/boards-table.js';
import { branchesTable } from '../tables/branches-table.js';
import { declaredTable } from '../tables/declared-table.js';
import { pairingsTable } from '../tables/pairings-table.js';
import { targetsTable } from '../tables/targets-table.js';
import { alertsTable } from './alerts-table.js';

/** 党建工作进展: the year's tables, those without a row left out. */
export function buildProgress(context: ReportContext): ReportDocument {
  const tables = [targetsTable, declaredTable, boardsTable, pairingsTable, actionsTable, branchesTable];
  const filled = tables.map((build) => build(context)).filter(({ rows }) => rows.length > 0);
  const nothing: Block = { type: 'notice', tone: 'info', content: [text('这一年还没有登记目标、结对、榜单或支部。')] };
  const body: Block[] = [...(filled.length > 0 ? filled : [nothing]), ...alertsTable(context)];
  return {
    front: frontOf(context, `${hospitalName(context)}${context.year}年党建工作进展`),
    body,
    appendices: [],
    figures: collectFigures(body, context.figures),
  };
}
