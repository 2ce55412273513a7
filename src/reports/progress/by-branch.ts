import type { Table } from '../../document/report-document.js';

import type { ReportContext } from '../context.js';
import { cell, record, sentence } from '../inlines.js';
import { unitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import { branchesOfYear } from '../selection.js';
import { branchesTable, hasProjects, PROJECT } from '../tables/branches-table.js';
import { dueCell, stageCell } from './task-cells.js';
import { filled, type View } from './view.js';

/** 按支部: 牵头、协助、参与 apart, and each branch's projects with the stage they have reached. */
export const byBranch: View = (context) =>
  filled(context, [branchesTable(context), projectsTable(context)], '还没有登记支部和活动。');

function projectsTable(context: ReportContext): Table {
  const { ledger, figures } = context;
  const projects = figures
    .counted('tasks', context.period)
    .filter(({ value }) => ledger.get('boards', value.board)?.value.type === PROJECT);
  const without = (hasProjects(context) ? branchesOfYear(context) : []).filter(
    ({ id, value }) => value.category === '在职' && !projects.some((project) => project.value.branch === id),
  );
  return {
    type: 'table',
    title: `“${PROJECT}”`,
    columns: [{ title: '支部' }, { title: '项目' }, { title: '期限' }, { title: '环节' }],
    rows: [
      ...projects.map((project) => [
        project.value.branch === undefined ? cell(undefined, '未登记') : unitNames(context, [project.value.branch]),
        [record(project)],
        dueCell(context, project),
        stageCell(context, project),
      ]),
      ...without.map((branch) => [[record(branch)], cell('尚未登记'), cell(undefined), cell(undefined)]),
    ],
    notes: [sentence`${asOfNote(context)}环节后的日期是到达该环节的日期；在职党支部没有项目的写尚未登记。`],
  };
}
