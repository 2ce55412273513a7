import { isLate } from '../../figures/inspection-problems.js';
import { measureTarget } from '../../figures/targets/target.js';
import { recordState } from '../../ledger/kind-table.js';
import type { Entry } from '../../ledger/ledger.js';
import { agreementInterval, isSigned } from '../../ledger/state.js';
import { lastDay, type PartialDate } from '../../text/calendar-date.js';
import type { ReportContext } from '../context.js';
import { record, sentence, text } from '../inlines.js';
import { partnerNames } from '../todo/todo-cells.js';
import type { CalendarItem } from './calendar-item.js';

/** What falls due: tasks and their milestones, problems to be rectified, agreements; and weeks that were missed. */
export function dueItems(context: ReportContext): readonly CalendarItem[] {
  const { ledger } = context;
  return [
    ...ledger.all('tasks').flatMap((task) => taskItems(context, task)),
    ...ledger.all('inspections').flatMap((inspection) => problemItems(context, inspection)),
    ...ledger.all('agreements').flatMap((agreement) => agreementItems(context, agreement)),
    ...ledger.all('targets').flatMap((target) => weekItems(context, target)),
  ];
}

/** On the last day that a due month or year leaves. */
function taskItems(context: ReportContext, entry: Entry<'tasks'>): readonly CalendarItem[] {
  const { due, branch, departments = [], milestones = [] } = entry.value;
  const base = { group: '到期' as const, units: branch === undefined ? departments : [branch], entry };
  const state = recordState(context, entry)?.label ?? '';
  const whole = due === undefined ? [] : [{ ...base, date: lastDay(due), what: [record(entry)], state }];
  const steps = milestones.flatMap(({ title, due: by, done }): readonly CalendarItem[] => {
    if (by === undefined) return [];
    const what = sentence`${record(entry)}：${record({ ...entry, sample: false }, title)}`;
    return [{ ...base, date: lastDay(by), what, state: stateOfStep(context, by, done), part: title }];
  });
  return [...whole, ...steps];
}

function stateOfStep({ asOf }: ReportContext, due: PartialDate, done: string | undefined): string {
  if (done !== undefined && done <= asOf) return '已完成';
  return lastDay(due) < asOf ? '逾期' : '未完成';
}

function problemItems({ asOf }: ReportContext, entry: Entry<'inspections'>): readonly CalendarItem[] {
  return (entry.value.problems ?? []).flatMap((problem, index): readonly CalendarItem[] => {
    const { category, department, due, rectified } = problem;
    if (due === undefined || entry.value.date > asOf) return [];
    const open = isLate(problem, asOf) ? '逾期未改' : '未整改';
    return [
      {
        group: '到期',
        date: due,
        what: sentence`督查问题整改：${record(entry, category)}`,
        state: rectified !== undefined && rectified <= asOf ? '已整改' : open,
        units: department === undefined ? [] : [department],
        entry,
        part: String(index),
      },
    ];
  });
}

/** The end of an agreement in force: a term that is not written is not invented. */
function agreementItems(context: ReportContext, entry: Entry<'agreements'>): readonly CalendarItem[] {
  const { terminated, ...unended } = entry.value;
  const isEnded = terminated !== undefined && terminated <= context.asOf;
  const { until } = agreementInterval(isEnded ? entry.value : unended);
  if (until === null || !isSigned(entry.value, context.asOf)) return [];
  const lead = context.ledger.get('pairings', entry.value.pairing)?.value.lead;
  return [
    {
      group: '到期',
      date: until,
      what: sentence`与${partnerNames(context, entry)}的协议${isEnded ? '终止' : '到期'}`,
      state: recordState(context, entry)?.label ?? '',
      units: lead === undefined ? [] : [lead],
      entry,
    },
  ];
}

/** Weeks without what a target asks for in each, and the current one while it is not met; nothing where nobody keeps it. */
function weekItems({ figures, asOf }: ReportContext, entry: Entry<'targets'>): readonly CalendarItem[] {
  if (entry.value.per !== 'week') return [];
  return measureTarget(figures, entry)
    .cells.filter(({ met, kept, cell }) => kept && !met && cell.from <= asOf)
    .map(({ cell, due }): CalendarItem => {
      const subject = cell.of;
      return {
        group: '周目标',
        date: cell.from,
        until: cell.until,
        what: subject ? [record(entry), text('：'), record(subject)] : [record(entry)],
        state: due ? '未完成' : '本周未完成',
        units: subject?.kind === 'branches' || subject?.kind === 'departments' ? [subject.id] : [],
        entry,
        part: cell.key,
      };
    });
}
