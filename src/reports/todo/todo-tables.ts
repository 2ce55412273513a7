import type { Cell, Column, Inline } from '../../document/report-document.js';
import type { TodoGroup, TodoItem } from '../../figures/todo/todo-item.js';
import type { ReportContext } from '../context.js';
import { amount, cell, day, record, sentence } from '../inlines.js';
import { coverageRows, cycleRows, occasionRows } from './gathered-rows.js';
import { contentOf, dateCell, nameCell, partnerNames, unitCell } from './todo-cells.js';

/** The table of one group: a row for one item, or for several together. */
export interface TodoTable {
  readonly columns: readonly string[];
  readonly rows: (context: ReportContext, items: readonly TodoItem[]) => readonly (readonly Cell[])[];
  /** 口径, printed under the table. */
  readonly note: (context: ReportContext) => readonly Inline[];
}

/** A row for each item. */
function each(row: (context: ReportContext, item: TodoItem) => readonly Cell[]): TodoTable['rows'] {
  return (context, items) => items.map((item) => row(context, item));
}

const TASK_ROWS = each((context, item) => [
  nameCell(item),
  cell(item.type),
  dateCell(item),
  unitCell(context, item.units),
]);
const TASK_COLUMNS = ['任务', '情况', '期限', '承担'];

export const TODO_TABLES = {
  逾期任务: {
    columns: TASK_COLUMNS,
    rows: TASK_ROWS,
    note: () => sentence`期限已过、尚未完成的任务和节点；期限不明的（如“6月前”）不计逾期；上一年留下的也列。`,
  },
  逾期整改: {
    columns: ['问题类别', '督查日期', '整改期限', '责任科室'],
    rows: each((context, item) => [
      [record(item.entry, item.part)],
      [day(contentOf('inspections', item.entry).date)],
      dateCell(item),
      unitCell(context, item.units),
    ]),
    note: () => sentence`整改期限已过、没有登记整改日期的督查问题；没有定期限的不列；上一年留下的也列。`,
  },
  待确认活动: {
    columns: ['活动', '日期', '牵头', '协助'],
    rows: each((context, item) => {
      const { lead, assist } = contentOf('activities', item.entry);
      return [nameCell(item), dateCell(item), unitCell(context, lead ? [lead] : []), unitCell(context, assist, '—')];
    }),
    note: () => sentence`日期已过、没有登记签到、已开展、改期或取消的活动，确认前不计场次；上一年留下的也列。`,
  },
  点单: {
    columns: ['需求', '点单单位', '点单日期', '情况', '承接'],
    rows: each((context, item) => [
      [record(item.entry, contentOf('requests', item.entry).need)],
      [orderer(context, contentOf('requests', item.entry).orderedBy)],
      dateCell(item),
      cell(item.type),
      unitCell(context, item.units),
    ]),
    note: () => sentence`还没有办单的点单；上一年留下的也列。`,
  },
  协议: {
    columns: ['结对单位', '牵头支部', '情况', '日期'],
    rows: each((context, item) => [
      partnerNames(context, item.entry),
      unitCell(context, item.units),
      cell(item.type),
      item.date === undefined ? cell(undefined) : [day(item.date)],
    ]),
    note: ({ figures }) =>
      sentence`日期：到期的是最后一天，待签章的是一方签章的日子；到期前${amount(figures.policy('expiringDays'))}内算即将到期；没有约定期限的不算到期。`,
  },
  周期目标: {
    columns: ['目标', '对象', '没有完成的周期', '情况'],
    rows: cycleRows,
    note: () => sentence`周期一过仍没有登记就是未完成，连续的合为一行；本周、本月等未完成的还来得及。`,
  },
  覆盖目标: {
    columns: ['目标', '尚未完成的对象', '期限'],
    rows: coverageRows,
    note: () => sentence`目标要求每个对象都完成，这些对象名下还没有登记。`,
  },
  临期任务: {
    columns: TASK_COLUMNS,
    rows: TASK_ROWS,
    note: ({ figures }) => sentence`${amount(figures.policy('dueSoonDays'))}内到期、尚未完成的任务和节点。`,
  },
  节气节日: {
    columns: ['行动', '情况', '节气和节日', '牵头科室'],
    rows: occasionRows,
    note: ({ figures }) =>
      sentence`前后${amount(figures.policy('termDays'))}内有这项行动的活动，或者有活动注明这个节气、节日，就不空白；待确认的活动不算。三伏、护士节等只在临近时提示。`,
  },
} satisfies Record<TodoGroup, TodoTable>;

function orderer({ ledger }: ReportContext, id: string): Inline {
  const organization = ledger.get('organizations', id);
  return organization ? record(organization) : { type: 'text', text: id };
}

export function columnsOf({ columns }: TodoTable): readonly Column[] {
  return columns.map((title) => ({ title }));
}
