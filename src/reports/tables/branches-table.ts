import type { Cell, Table } from '../../document/report-document.js';
import { NO_UNIT } from '../../figures/countable.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { cell, number, record, sentence } from '../inlines.js';
import { asOfNote, coverageNotes } from '../notes.js';
import { boardsOfYear, branchesOfYear, secretaryOf, targetsOfYear } from '../selection.js';

/** The boards whose tasks are the branches' projects. */
export const PROJECT = '一书记一项目';

/**
 * 支部一览: 牵头、协助、参与 are three columns, never added up; 牵头 sums to the year's activities. In short it names the
 * secretaries, in full it counts activities and people: both do not fit a line.
 */
export function branchesTable(context: ReportContext, { short = false } = {}): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const blank = short ? [cell(undefined)] : [];
  const projects = hasProjects(context);
  const others = otherUnits(context);
  const shown = [...ROLES, ...(short ? [] : HELD), ...(projects ? [PROJECTS] : [])];
  const numbers = (branch: string): Cell[] =>
    shown.map(({ measure, type }) => [number(figures.get(measure, { ...inPeriod, type, branch }))]);
  const hasAny = (branch: string): boolean =>
    shown.some(({ measure, type }) => figures.get(measure, { ...inPeriod, type, branch }).value);
  return {
    type: 'table',
    title: '支部一览',
    columns: [
      { title: others.length > 0 ? '支部、科室' : '支部' },
      ...(short ? [{ title: '书记' }] : []),
      ...shown.map(({ title }) => ({ title, align: 'right' as const })),
    ],
    rows: [
      ...branchesOfYear(context).map((branch) => [
        [record(branch)],
        ...(short ? [cell(secretaryOf(context, branch))] : []),
        ...numbers(branch.id),
      ]),
      ...others.map((unit) => [[record(unit)], ...blank, ...numbers(unit.id)]),
      // What names no branch or department is a row of its own: so all of it is in the rows.
      ...(hasAny(NO_UNIT) ? [[cell(NO_UNIT), ...blank, ...numbers(NO_UNIT)]] : []),
    ],
    total: [
      cell('合计（去重）'),
      ...blank,
      ...shown.map(({ total, type }) => [number(figures.get(total, { ...inPeriod, type }))]),
    ],
    notes: [
      sentence`${asOfNote(context)}结对含牵头、协助和共同结对；牵头、协助、参与为活动场次，分列不相加，同一场活动在几个支部各计一次，合计只计一次；牵头各行（含未登记）之和等于活动总场次${projects ? `；项目指“${PROJECT}”` : ''}。`,
      ...(short ? [] : coverageNotes(figures.get('beneficiaries', inPeriod))),
    ],
  };
}

interface NumberColumn {
  readonly title: string;
  readonly measure: string;
  /** The measure of the total, where the same one would not be counted once. */
  readonly total: string;
  readonly type?: string;
}

const ROLES: readonly NumberColumn[] = [
  { title: '结对', measure: 'pairings', total: 'pairings' },
  { title: '牵头', measure: 'led', total: 'activities' },
  { title: '协助', measure: 'assisted', total: 'assisted' },
  { title: '参与', measure: 'joined', total: 'joined' },
];
const HELD: readonly NumberColumn[] = [
  { title: '场次', measure: 'activities', total: 'activities' },
  { title: '人次', measure: 'beneficiaries', total: 'beneficiaries' },
];
const PROJECTS: NumberColumn = { title: '项目', measure: 'tasks', total: 'tasks', type: PROJECT };

/** Whether the year has 一书记一项目; a hospital without it gets no column of zeros. */
export function hasProjects(context: ReportContext): boolean {
  const wanted = ({ value }: Entry<'targets'>): boolean => [value.count.where?.['board.type']].flat().includes(PROJECT);
  return boardsOfYear(context).some(({ value }) => value.type === PROJECT) || targetsOfYear(context).some(wanted);
}

/** Units in activities and pairings other than the branches in force: other branches, and departments. */
function otherUnits(context: ReportContext): readonly Entry[] {
  const { ledger, figures, period } = context;
  const shown = new Set(branchesOfYear(context).map(({ id }) => id));
  return [...ledger.all('branches'), ...ledger.all('departments')].filter(
    ({ id }) =>
      !shown.has(id) &&
      ['activities', 'pairings'].some((measure) => figures.get(measure, { ...period.dimensions, branch: id }).value),
  );
}
