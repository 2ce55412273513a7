import type { Cell, Inline, Table } from '../../document/report-document.js';
import { branchInterval, type Interval, pairingInterval, programInterval } from '../../ledger/in-force.js';
import { hasStates, type KindWithStates, recordState } from '../../ledger/kind-table.js';
import type { Entry } from '../../ledger/ledger.js';
import { stageTable } from '../../ledger/stages.js';
import { activityDay, agreementInterval } from '../../ledger/state.js';
import type { ReportContext } from '../context.js';
import { cell, day, text } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { agreementOf, secretaryOf } from '../selection.js';

type Row = readonly [title: string, content: Cell];

/** The days, and other values, that determine the state of a kind's records. */
const ROWS: { readonly [K in KindWithStates]: (context: ReportContext, entry: Entry<K>) => readonly Row[] } = {
  activities: ({ confirmedBy }, { value }) => [['活动日', [day(activityDay(value, confirmedBy))]]],
  agreements: (_, { value }) => [['履行期', daysOf(agreementInterval(value), '未生效', '未约定')]],
  branches: (context, branch) => {
    const days = daysOf(branchInterval(context.ledger, branch), '未登记', '');
    return [
      ['设立期间', [...days, ...presumed(branch.value.opened)]],
      ['现任书记', cell(secretaryOf(context, branch), '未登记')],
    ];
  },
  pairings: (context, pairing) => [
    ['有效期', daysOf(pairingInterval(context.ledger, pairing))],
    ['协议', cell(agreementOf(context, pairing.id))],
  ],
  programs: ({ ledger }, program) => [['期限', daysOf(programInterval(ledger, program))]],
  requests: () => [],
  targets: ({ figures }, target) => [['亮灯', [{ type: 'light', light: figures.target(target).light }]]],
  tasks: () => [],
};

/** A record's state on the day, with the days that determine it; undefined for a kind without states. */
export function stateTable(context: ReportContext, entry: Entry): Table | undefined {
  const state = recordState(context, entry);
  if (!state || !hasStates(entry)) return undefined;
  const rows: readonly Row[] = [['状态', [text(state.label)]], ...rowsOf(context, entry)];
  return {
    type: 'table',
    title: '状态',
    columns: [{ title: '项目' }, { title: '内容' }],
    rows: rows.map(([title, content]) => [cell(title), content]),
    notes: [asOfNote(context)],
  };
}

function rowsOf<K extends KindWithStates>(context: ReportContext, entry: Entry<K>): readonly Row[] {
  return ROWS[entry.kind](context, entry);
}

/** 2025年3月11日起，截止未约定. */
function daysOf({ from, until }: Interval, noFrom = '未登记', noUntil = '未约定'): Cell {
  if (from === null) return [text(noFrom)];
  if (until !== null) return [{ type: 'date', date: from, until }];
  const open: Inline[] = noUntil === '' ? [] : [text(`，截止${noUntil}`)];
  return [day(from), text('起'), ...open];
}

/** The days of a branch: known from a document's day on, which need not be when it was founded. */
function presumed(opened: string | undefined): Inline[] {
  return opened === undefined ? [text('（成立日期未登记，从出处的日期算起）')] : [];
}

/** The stages a task goes through by its board's type, with the days they were reached; undefined for other records. */
export function stagesTable({ ledger, asOf }: ReportContext, entry: Entry): Table | undefined {
  if (entry.kind !== 'tasks') return undefined;
  const { board, events = [] } = entry.value;
  const type = ledger.get('boards', board)?.value.type;
  if (type === undefined) return undefined;
  const { stages, closing } = stageTable(type);
  const last = Math.max(...closing.map((stage) => stages.indexOf(stage)));
  const reached = (stage: string): string | undefined =>
    events.findLast(({ step, on }) => step === stage && on <= asOf)?.on;
  // What can follow the closing (流榜, 续榜) is shown only where it happened.
  const shown = stages.filter((stage, index) => index <= last || reached(stage) !== undefined);
  return {
    type: 'table',
    title: `${type}的环节`,
    columns: [{ title: '环节' }, { title: '完成日期' }],
    rows: shown.map((stage) => {
      const on = reached(stage);
      return [cell(stage), on === undefined ? cell(undefined) : [day(on)]];
    }),
    notes: [],
  };
}
