import type { Figure } from '../../document/figure.js';
import type { Cell, Inline, Table } from '../../document/report-document.js';
import { communitiesOf } from '../../figures/communities.js';
import { ANSWER_STATES } from '../../figures/request-answer.js';
import type { ReportContext } from '../context.js';
import { amount, cell, internal, number, record, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { roundsTable } from '../tables/rounds-table.js';
import { filled, type View } from './view.js';

/** 按点单: requests by who ordered and how soon they were answered, rounds by plan, and the communities served. */
export const byRequest: View = (context) =>
  filled(
    context,
    [requestsTable(context), roundsTable(context), communitiesTable(context), coverageTable(context)],
    '还没有登记点单和巡诊计划。',
  );

function requestsTable(context: ReportContext): Table {
  const { figures, ledger, period } = context;
  const numbers = (type?: string): readonly Cell[] => {
    const inPeriod = { ...period.dimensions, type };
    return [
      figures.get('requests', inPeriod),
      ...ANSWER_STATES.map((state) => figures.get('requests', { ...inPeriod, state })),
      figures.get('mean-answer-days', inPeriod),
      figures.get('served', inPeriod),
    ].map((figure): Cell => [number(figure)]);
  };
  const ordering = new Set(figures.counted('requests', period).map(({ value }) => value.orderedBy));
  const rows = [...ordering].map((id): readonly Cell[] => {
    const organization = ledger.get('organizations', id);
    return [cell(organization ? record(organization) : id), ...numbers(id)];
  });
  return {
    type: 'table',
    title: '点单',
    columns: [
      { title: '点单单位' },
      ...['点单', ...ANSWER_STATES, '平均答复天数', '已办结'].map((title) => ({ title, align: 'right' as const })),
    ],
    rows,
    total: [cell('合计'), ...numbers()],
    notes: [
      sentence`${asOfNote(context)}接单就算答复，没有接单的看办单；派单是院内的环节，不算。答复天数从点单那天算起。`,
    ],
  };
}

/** The communities that were served or ordered something. */
function communitiesTable(context: ReportContext): Table {
  const { figures, ledger, period } = context;
  const rows = communitiesOf(ledger).flatMap((community): readonly (readonly Cell[])[] => {
    const visits = figures.get('visits', { ...period.dimensions, type: community.id });
    const requests = figures.get('requests', { ...period.dimensions, type: community.id });
    return visits.value || requests.value ? [[[record(community)], [number(requests)], [number(visits)]]] : [];
  });
  return {
    type: 'table',
    title: '各社区',
    columns: [{ title: '社区' }, ...['点单', '活动'].map((title) => ({ title, align: 'right' as const }))],
    rows,
    notes: [
      sentence`${asOfNote(context)}活动的地点写这个社区、由这个社区点单，或者结对单位只有这个社区，就算在这个社区；街道的活动不算到各社区。`,
    ],
  };
}

/** How many communities and residents were served, and the joint consultations; nothing where none was. */
function coverageTable(context: ReportContext): Table {
  const { figures, period } = context;
  const inPeriod = period.dimensions;
  const consultations = figures.get('activities', { ...inPeriod, type: CONSULTATION });
  const reached = figures.get('communities-served', inPeriod);
  const rows = [
    ...(reached.value
      ? [
          ['社区', [amount(reached)], [amount(figures.get('communities', {}))]] as const,
          [
            '居民',
            [amount(figures.get('residents-served', inPeriod))],
            [amount(figures.get('residents', {}))],
          ] as const,
        ]
      : []),
    ...(consultations.value ? [[CONSULTATION, [amount(consultations)], cell(undefined)] as const] : []),
  ];
  return {
    type: 'table',
    title: '覆盖',
    columns: [{ title: '项目' }, ...['服务到的', '登记的'].map((title) => ({ title, align: 'right' as const }))],
    rows: rows.map(([name, done, all]) => [cell(name), done, all]),
    notes: [sentence`${asOfNote(context)}${residentsNote(figures.get('residents-served', inPeriod))}`],
  };
}

/** Of how many of the communities the residents are known; not for the public. */
function residentsNote(residents: Figure): Inline[] {
  if (residents.coverage === undefined) return [];
  return internal(sentence`居民按登记了人数的社区计：${{ type: 'coverage', figure: residents }}。`);
}

/** Hard cases that the community's and the hospital's doctors treat together; counted, without a word of the patients. */
export const CONSULTATION = '联合诊治';
