import type { Figure } from '../../document/figure.js';
import type { Block, Cell, Inline, ReportDocument, Table } from '../../document/report-document.js';
import { pairingInterval } from '../../ledger/in-force.js';
import { type Entry, labelOf } from '../../ledger/ledger.js';
import { activityDay } from '../../ledger/state.js';
import { fieldWords } from '../../schema/kinds.js';
import { activitiesAppendix } from '../appendices/appendices.js';
import { hospitalName, notYet, periodTitle, type ReportContext } from '../context.js';
import { finishDocument } from '../finish-document.js';
import { amount, cell, day, internal, joined, number, quoted, record, sentence, text } from '../inlines.js';
import { monthsOf } from '../months.js';
import { organizationNames, unitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import { findingsOf } from '../problems/pairing-findings.js';
import { actionsIn, linkagesIn, type Scope } from '../scope.js';
import { agreementOf } from '../selection.js';
import { activitiesHeld } from '../tables/activities-table.js';
import { unknownNotice } from '../unknown-notice.js';
import { servedClause } from '../views/actions-view.js';
import { paragraph } from '../views/view.js';
import { evaluationBlocks } from './evaluation-part.js';
import { partBlocks, untilClause } from './parts.js';

/** A pairing's 考核评估 (`--pairing`): agreements, activities, requests, its last evaluation, and what is missing. */
export function buildPairingSummary(context: ReportContext, pairing: Entry<'pairings'>): ReportDocument {
  const scope: Scope = { pairing: pairing.id };
  const missing = whatIsMissing(context, pairing);
  const requests = requestBlocks(context, pairing);
  const body = partBlocks(context, [
    { id: '基本情况', title: '基本情况', blocks: basics(context, pairing) },
    { id: '活动开展', title: '活动开展', blocks: activities(context, pairing) },
    { id: '联建内容', title: '联建内容', blocks: linkageBlocks(context, scope) },
    ...(requests.length === 0 ? [] : [{ id: '点单办理', title: '点单办理', blocks: requests }]),
    { id: '评估和比较', title: '评估和比较', blocks: evaluationBlocks(context, pairing), internal: true },
    { id: '存在不足', title: '存在不足', blocks: missing, otherwise: nothingMissing(context, pairing), internal: true },
  ]);
  const partners = pairing.value.partners.map((id) => partnerName(context, id)).join('、');
  const title = `${hospitalName(context)}与${partners}结对${periodTitle(context)}考核评估`;
  const appendices = activitiesAppendix(context, scope);
  const lead = context.ledger.get('branches', pairing.value.lead);
  return finishDocument(context, title, body, appendices, {
    notices: unknownNotice(context, scope, new Set(['pairings'])),
    issuer: lead && `${hospitalName(context)}${labelOf(lead)}`,
  });
}

/** Where nobody has kept the activities nothing can be said to be in order. */
function nothingMissing({ figures, period }: ReportContext, { id }: Entry<'pairings'>): string {
  const held = figures.get('activities', { ...period.dimensions, pairing: id });
  return held.value === null ? '【待补充】' : '从协议、活动、联席会议和联建内容看，没有发现不足。';
}

function partnerName({ ledger }: ReportContext, id: string): string {
  const partner = ledger.get('organizations', id);
  return partner ? labelOf(partner) : id;
}

function basics(context: ReportContext, pairing: Entry<'pairings'>): readonly Block[] {
  const { partners, program, lead, assist, joined: shared } = pairing.value;
  const { from } = pairingInterval(context.ledger, pairing);
  const entry = context.ledger.get('programs', program);
  const sides = [
    ...(lead ? [sentence`${unitNames(context, [lead])}牵头`] : []),
    ...(assist ? [sentence`${unitNames(context, assist)}协助`] : []),
    ...(shared ? [sentence`${unitNames(context, shared)}共同结对`] : []),
  ];
  const since = from === null ? [] : sentence`，自${day(from)}起`;
  // What is not known is left out.
  const agreement = agreementOf(context, pairing.id);
  return paragraph(
    sentence`结对单位：${organizationNames(context, partners)}${since}，属于${entry ? record(entry) : program}。`,
    sides.length === 0 ? [] : sentence`${joined(sides, '，')}。`,
    agreement === '未登记' ? [] : internal(sentence`结对协议${agreement}。`),
  );
}

function activities(context: ReportContext, pairing: Entry<'pairings'>): readonly Block[] {
  const { figures, confirmedBy } = context;
  const dimensions = { ...context.period.dimensions, pairing: pairing.id };
  const held = figures.get('activities', dimensions);
  const last = activitiesHeld(context, { pairing: pairing.id }).at(-1);
  if (held.value === null) return [];
  if (held.value === 0 || !last)
    return paragraph(internal(sentence`${untilClause(context)}${notYet(context)}开展活动。`));
  const types = fieldWords('activities', 'types').map(
    (type) => [text(type), figures.get('activities', { ...dimensions, type })] as const,
  );
  const actions = actionsIn(context, { program: pairing.value.program }).map(
    ({ program, action }) =>
      [
        text(action.name ?? action.id),
        figures.get('activities', { ...dimensions, program, action: action.id }),
      ] as const,
  );
  const months = monthsOf(context).map(
    (month) => [day(month.key, true), figures.get('activities', { ...month.dimensions, pairing: pairing.id })] as const,
  );
  return [
    ...paragraph(
      sentence`${untilClause(context)}开展活动${amount(held)}${servedClause(context, dimensions)}。最近一次是${day(activityDay(last.value, confirmedBy), true)}的${record(last)}。`,
    ),
    countsTable('按类型', '类型', types, sentence`${asOfNote(context)}一次活动有几种类型的，在每种类型下各计一次。`),
    countsTable('按行动', '行动', actions, asOfNote(context)),
    countsTable('按月', '月份', months, asOfNote(context)),
  ].filter((block) => block.type !== 'table' || block.rows.length > 0);
}

/** The rows that have something to count. */
function countsTable(
  title: string,
  what: string,
  counts: readonly (readonly [Inline, Figure])[],
  note: Inline[],
): Table {
  return {
    type: 'table',
    title,
    columns: [{ title: what }, { title: '场次', align: 'right' }],
    rows: counts
      .filter(([, figure]) => figure.value)
      .map(([name, figure]): readonly Cell[] => [[name], [number(figure)]]),
    notes: [note],
  };
}

function linkageBlocks(context: ReportContext, scope: Scope): readonly Block[] {
  const { figures, period } = context;
  const isPublic = context.audience === 'public';
  const linkages = linkagesIn(context, scope);
  const program = linkages[0]?.program;
  const meetings = figures.get('meetings', { ...period.dimensions, ...scope, type: '联席会议' });
  const cells = figures.get('matrix-cells', { ...period.dimensions, program, ...scope });
  const empty = figures.get('gaps', { ...period.dimensions, program, ...scope });
  if (linkages.length === 0) return [];
  return [
    ...paragraph(
      empty.value === null
        ? []
        : empty.value === 0
          ? sentence`联建内容${amount(cells)}均已开展。`
          : empty.value === cells.value
            ? sentence`联建内容${amount(cells)}均${notYet(context)}开展。`
            : sentence`联建内容${amount(cells)}中，${amount(empty)}${notYet(context)}开展。`,
      meetings.value === null
        ? []
        : meetings.value === 0
          ? internal(sentence`联席会议${notYet(context)}召开。`)
          : sentence`召开联席会议${amount(meetings)}。`,
    ),
    {
      type: 'table',
      title: '',
      columns: [{ title: '联建内容' }, { title: '活动', align: 'right' }, { title: '会议', align: 'right' }],
      rows: linkages.flatMap(({ linkage: { id } }) => {
        const held = ['linked-activities', 'linked-meetings'].map((measure) =>
          figures.get(measure, { ...period.dimensions, ...scope, linkage: id }),
        );
        // What has not been done is not public: neither a row of it nor a zero.
        if (!isPublic) return [[cell(id), ...held.map((figure) => [number(figure)])]];
        if (!held.some(({ value }) => value)) return [];
        return [[cell(id), ...held.map((figure) => (figure.value === 0 ? cell(undefined) : [number(figure)]))]];
      }),
      notes: [sentence`${asOfNote(context)}一次活动或会议体现几项的，在每项下各计一次。`],
    },
  ];
}

/** 点单: each request, its step and its evaluation; left out where there are none. */
function requestBlocks(context: ReportContext, pairing: Entry<'pairings'>): readonly Block[] {
  const { figures, ledger, period, asOf } = context;
  const dimensions = { ...period.dimensions, pairing: pairing.id };
  const requests = figures.get('requests', dimensions);
  if (!requests.value) return [];
  const rows = Array.from(requests.records(), ({ id }) => ledger.get('requests', id)).flatMap((request) => {
    if (!request) return [];
    const passed = request.value.events.filter(({ on }) => on <= asOf);
    const judged = passed.findLast(({ step }) => step === '评单');
    return [
      [
        [record(request, request.value.need)],
        unitNames(context, request.value.dispatched ? [request.value.dispatched] : []),
        cell(passed.at(-1)?.step),
        judged ? judgement(request, judged.note) : cell('未登记'),
      ].map((each) => (each.length === 0 ? cell('未登记') : each)),
    ];
  });
  const served = figures.get('served', dimensions);
  return [
    ...paragraph(
      sentence`收到点单${amount(requests)}${served.value === 0 ? internal(sentence`，${notYet(context)}办结`) : sentence`，已办结${amount(served)}`}。`,
    ),
    {
      type: 'table',
      title: '',
      columns: [{ title: '需求' }, { title: '派给' }, { title: '进展' }, { title: '评单' }],
      rows,
      notes: [asOfNote(context)],
    },
  ];
}

/** The partner's evaluation in the record's own words, where it has any. */
function judgement(request: Entry<'requests'>, note: string | undefined): Cell {
  return note === undefined ? cell('已评单') : [quoted(request, note)];
}

/** What is missing of what was agreed. */
function whatIsMissing(context: ReportContext, pairing: Entry<'pairings'>): readonly Block[] {
  const points = findingsOf(context, pairing).map(({ told }) => [text(told)]);
  return points.length === 0 ? [] : paragraph(sentence`${joined(points, '；')}。`);
}
