import { recordIds } from '../../document/figure.js';
import type { Cell, Table } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import { addMonths } from '../../text/calendar-date.js';
import type { ReportContext } from '../context.js';
import { amount, cell, day, joined, quoted, record, sentence } from '../inlines.js';
import { unitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import { periodWord } from '../period-words.js';
import { stageOf } from '../tables/tasks-table.js';
import { paragraph, type View } from './view.js';

const PARTS = [
  { measure: 'fallen-due-closed', words: '已完成' },
  { measure: 'fallen-due-ended', words: '流榜、退榜' },
  { measure: 'fallen-due-open', words: '未完成' },
] as const;

/**
 * 对账, from a quarter on: the tasks that fell due, what has become of them, and why the others are open as far as a
 * record says so.
 */
export const reconcileView: View = (context) => {
  const { figures, ledger, period, audience } = context;
  const count = (measure: string) => figures.get(measure, period.dimensions);
  const due = count('fallen-due');
  const isShort = addMonths(period.from, 2) > period.until;
  if (isShort || audience === 'public' || !due.value) return [];
  const parts = PARTS.flatMap(({ measure, words }) => {
    const figure = count(measure);
    return figure.value ? [sentence`${words}${amount(figure)}`] : [];
  });
  const open = recordIds(count('fallen-due-open')).flatMap((id) => ledger.get('tasks', id) ?? []);
  return [
    ...paragraph(sentence`${periodWord(context)}应完成任务${amount(due)}，${joined(parts, '、')}。`),
    ...(open.length === 0 ? [] : [openTable(context, open)]),
  ];
};

/** The tasks left open; who is behind is named in an internal version alone. */
function openTable(context: ReportContext, tasks: readonly Entry<'tasks'>[]): Table {
  const named = context.audience === 'internal';
  return {
    type: 'table',
    title: '到期未完成的任务',
    columns: [
      { title: '任务' },
      ...(named ? [{ title: '责任单位' }] : []),
      { title: '期限' },
      { title: '环节' },
      { title: '原因' },
    ],
    rows: tasks.map((task) => {
      const { due, branch, departments = [] } = task.value;
      const units = unitNames(context, [...(branch === undefined ? [] : [branch]), ...departments]);
      return [
        [record(task)],
        ...(named ? [units.length === 0 ? cell(undefined) : units] : []),
        due === undefined ? cell(undefined) : [day(due, due.startsWith(String(context.year)))],
        cell(stageOf(context, task)),
        reasonOf(context, task),
      ];
    }),
    notes: [asOfNote(context)],
  };
}

/** What the last step, or the task itself, says of it. */
function reasonOf({ asOf }: ReportContext, task: Entry<'tasks'>): Cell {
  const { events = [], note } = task.value;
  const words = events.findLast((event) => event.on <= asOf && event.note !== undefined)?.note ?? note;
  return words === undefined ? cell(undefined) : [quoted(task, words)];
}
