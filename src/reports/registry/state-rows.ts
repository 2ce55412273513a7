import type { Cell, Inline, Table } from '../../document/report-document.js';
import { branchInterval, type Interval, pairingInterval, programInterval } from '../../ledger/in-force.js';
import type { Entry } from '../../ledger/ledger.js';
import { stageTable } from '../../ledger/stages.js';
import { activityDay, agreementInterval } from '../../ledger/state.js';
import type { ReportContext } from '../context.js';
import { cell, day, text } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { agreementOf, secretaryOf } from '../selection.js';
import { recordState } from './record-state.js';

type Row = readonly [title: string, content: Cell];

/** A record's state on the day with the days it follows from; undefined for a kind without states. */
export function stateTable(context: ReportContext, entry: Entry): Table | undefined {
  const state = recordState(context, entry);
  if (!state) return undefined;
  const rows: readonly Row[] = [['状态', [text(state.label)]], ...rowsOf(context, entry)];
  return {
    type: 'table',
    title: '状态',
    columns: [{ title: '项目' }, { title: '内容' }],
    rows: rows.map(([title, content]) => [cell(title), content]),
    notes: [asOfNote(context)],
  };
}

function rowsOf(context: ReportContext, entry: Entry): readonly Row[] {
  const { ledger, asOf } = context;
  switch (entry.kind) {
    case 'activities': {
      const { value } = entry as Entry<'activities'>;
      return [['活动日', [day(activityDay(value, asOf))]]];
    }
    case 'agreements':
      return [['履行期', daysOf(agreementInterval((entry as Entry<'agreements'>).value), '未生效', '未约定')]];
    case 'pairings': {
      const pairing = entry as Entry<'pairings'>;
      return [
        ['有效期', daysOf(pairingInterval(ledger, pairing))],
        ['协议', cell(agreementOf(context, pairing.id))],
      ];
    }
    case 'programs':
      return [['期限', daysOf(programInterval(ledger, entry as Entry<'programs'>))]];
    case 'branches': {
      const branch = entry as Entry<'branches'>;
      return [
        ['设立期间', [...daysOf(branchInterval(ledger, branch), '未登记', ''), ...presumed(branch.value.opened)]],
        ['现任书记', cell(secretaryOf(context, branch), '未登记')],
      ];
    }
    case 'targets':
      return [['亮灯', [{ type: 'light', light: context.figures.target(entry as Entry<'targets'>).light }]]];
    default:
      return [];
  }
}

/** 2025年3月11日起，截止未约定. */
function daysOf({ from, until }: Interval, noFrom = '未登记', noUntil = '未约定'): Cell {
  if (from === null) return [text(noFrom)];
  if (until !== null) return [{ type: 'date', date: from, until }];
  const open: Inline[] = noUntil === '' ? [] : [text(`，截止${noUntil}`)];
  return [day(from), text('起'), ...open];
}

/** A branch is known from a document's day on; when it was founded is another matter. */
function presumed(opened: string | undefined): Inline[] {
  return opened === undefined ? [text('（成立日期未登记，从出处的日期算起）')] : [];
}

/** The stages a task goes through by its board's type, with the days they were reached; undefined for other records. */
export function stagesTable({ ledger, asOf }: ReportContext, entry: Entry): Table | undefined {
  if (entry.kind !== 'tasks') return undefined;
  const { board, events = [] } = (entry as Entry<'tasks'>).value;
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
