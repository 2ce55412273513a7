import type { Cell, Table } from '../../document/report-document.js';
import { UNKNOWN_LEAD } from '../../figures/measures.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { cell, number, record, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { boardsOfYear, branchesOfYear, secretaryOf, targetsOfYear } from '../selection.js';

const PROJECT = '一书记一项目';

/** 支部一览: 牵头、协助、参与 are three columns, never added up; 牵头 sums to the year's activities. */
export function branchesTable(context: ReportContext): Table {
  const { figures } = context;
  const year = String(context.year);
  const projects = hasProjects(context);
  return {
    type: 'table',
    title: '支部一览',
    columns: [
      { title: '支部' },
      { title: '书记' },
      { title: '结对', align: 'right' },
      { title: '牵头', align: 'right' },
      { title: '协助', align: 'right' },
      { title: '参与', align: 'right' },
      ...(projects ? [{ title: '项目', align: 'right' } as const] : []),
    ],
    rows: [
      ...branchesOfYear(context).map((branch) => [
        [record(branch)],
        cell(secretaryOf(context, branch)),
        ...numbers(context, branch.id),
        ...(projects ? [[number(figures.get('tasks', { year, type: PROJECT, branch: branch.id }))]] : []),
      ]),
      ...otherLeads(context).map((unit) => [
        typeof unit === 'string' ? cell(`牵头${unit}`) : [record(unit)],
        cell(undefined),
        ...numbers(context, typeof unit === 'string' ? unit : unit.id),
        ...(projects ? [cell(undefined)] : []),
      ]),
    ],
    notes: [
      sentence`${asOfNote(context)}结对含牵头、协助和共同结对；牵头、协助、参与为活动场次，分列不相加${projects ? `；项目指“${PROJECT}”` : ''}。`,
    ],
  };
}

/** Whether the year has 一书记一项目 at all: a hospital that does not know it gets no column of zeros. */
function hasProjects(context: ReportContext): boolean {
  const wanted = ({ value }: Entry<'targets'>): boolean => [value.count.where?.['board.type']].flat().includes(PROJECT);
  return boardsOfYear(context).some(({ value }) => value.type === PROJECT) || targetsOfYear(context).some(wanted);
}

/** 结对, 牵头, 协助, 参与 of a branch, a department, or of the activities without a lead. */
function numbers({ figures, year }: ReportContext, branch: string): readonly Cell[] {
  return ['pairings', 'led', 'assisted', 'joined'].map((measure) => [
    number(figures.get(measure, { year: String(year), branch })),
  ]);
}

/** Who leads activities beside the branches in force: others, departments, and nobody known. */
function otherLeads(context: ReportContext): readonly (Entry | typeof UNKNOWN_LEAD)[] {
  const { ledger, figures, year } = context;
  const leads = (branch: string): boolean => (figures.get('led', { year: String(year), branch }).value ?? 0) > 0;
  const shown = new Set(branchesOfYear(context).map(({ id }) => id));
  const others = [...ledger.all('branches'), ...ledger.all('departments')].filter(
    ({ id }) => !shown.has(id) && leads(id),
  );
  return leads(UNKNOWN_LEAD) ? [...others, UNKNOWN_LEAD] : others;
}
