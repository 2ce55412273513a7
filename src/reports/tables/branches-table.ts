import type { Cell, Table } from '../../document/report-document.js';
import { UNKNOWN_LEAD } from '../../figures/measures.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { cell, number, record, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { branchesOfYear, secretaryOf } from '../selection.js';

/** 支部一览: 牵头、协助、参与 are three columns, never added up; 牵头 sums to the year's activities. */
export function branchesTable(context: ReportContext, { people = true } = {}): Table {
  const { figures } = context;
  const year = String(context.year);
  const shown = numberColumns(people);
  const numbers = (branch: string): Cell[] =>
    shown.map(({ measure, type }) => [number(figures.get(measure, { year, type, branch }))]);
  return {
    type: 'table',
    title: '支部一览',
    columns: [{ title: '支部' }, { title: '书记' }, ...shown.map(({ title }) => ({ title, align: 'right' as const }))],
    rows: [
      ...branchesOfYear(context).map((branch) => [
        [record(branch)],
        cell(secretaryOf(context, branch)),
        ...numbers(branch.id),
      ]),
      ...otherUnits(context).map((unit) => [[record(unit)], cell(undefined), ...numbers(unit.id)]),
      ...unknownLead(context, shown),
    ],
    total: [
      cell('合计（去重）'),
      cell(undefined),
      ...shown.map(({ total, type }) => [number(figures.get(total, { year, type }))]),
    ],
    notes: [
      sentence`${asOfNote(context)}结对含牵头和协助；牵头、协助、参与为活动场次，分列不相加，同一场活动在几个支部各计一次，合计只计一次；牵头各行（含牵头未登记）之和等于活动总场次；项目指“一书记一项目”。`,
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
const PROJECTS: NumberColumn = { title: '项目', measure: 'tasks', total: 'tasks', type: '一书记一项目' };

function numberColumns(people: boolean): readonly NumberColumn[] {
  return people ? [...ROLES, ...HELD, PROJECTS] : [...ROLES, PROJECTS];
}

/** Who had a part in activities beside the branches in force: other branches, and departments. */
function otherUnits(context: ReportContext): readonly Entry[] {
  const { ledger, figures, year } = context;
  const shown = new Set(branchesOfYear(context).map(({ id }) => id));
  return [...ledger.all('branches'), ...ledger.all('departments')].filter(
    ({ id }) => !shown.has(id) && figures.get('activities', { year: String(year), branch: id }).value !== 0,
  );
}

/** The activities whose lead nobody has entered: with this row, the leads make up the total. */
function unknownLead({ figures, year }: ReportContext, shown: readonly NumberColumn[]): readonly (readonly Cell[])[] {
  const led = figures.get('led', { year: String(year), branch: UNKNOWN_LEAD });
  if (led.value === 0) return [];
  return [
    [
      cell(`牵头${UNKNOWN_LEAD}`),
      cell(undefined),
      ...shown.map(({ measure }) => (measure === 'led' ? [number(led)] : cell(undefined))),
    ],
  ];
}
