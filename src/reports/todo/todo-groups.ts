import type { Inline } from '../../document/report-document.js';
import type { TodoGroup, TodoItem } from '../../figures/todo/todo-item.js';
import type { ReportContext } from '../context.js';
import { amount, day, record, sentence } from '../inlines.js';
import { contentOf, named, partnerNames } from './todo-cells.js';

/** How the items of one group are told. */
interface ToldGroup {
  /** What an item is about, in a cell. */
  readonly what: (context: ReportContext, item: TodoItem) => readonly Inline[];
  /** 口径, printed in the summary. */
  readonly note: (context: ReportContext) => readonly Inline[];
}

/** How each group is told. */
const TOLD_GROUPS = {
  逾期任务: {
    what: (_, item) => named(item),
    note: () => sentence`期限已过、尚未完成的任务和节点；期限不明的（如“6月前”）不计逾期；上一年留下的也列`,
  },
  逾期整改: {
    what: (_, { entry, part = '' }) =>
      sentence`${day(contentOf('inspections', entry).date, true)}督查：${record(entry, part)}`,
    note: () => sentence`整改期限已过、没有登记整改日期的督查问题；没有定期限的不列；上一年留下的也列`,
  },
  待确认活动: {
    what: (_, item) => named(item),
    note: () =>
      sentence`日期已过、没有登记签到、已开展、改期或取消的活动，确认前不计场次；登记了已开展、日期却还没有到的（日期未到），请核对；上一年留下的也列`,
  },
  点单: {
    what: ({ ledger }, { entry }) => {
      const { orderedBy, need } = contentOf('requests', entry);
      const organization = ledger.get('organizations', orderedBy);
      return sentence`${record(entry, need)}，${organization ? record(organization) : orderedBy}点单`;
    },
    note: () => sentence`还没有办单的点单，日期是点单的日子；上一年留下的也列`,
  },
  协议: {
    what: (context, { entry }) => sentence`与${partnerNames(context, entry)}的协议`,
    note: ({ figures }) =>
      sentence`日期：到期的是最后一天，待签章的是一方签章的日子；到期前${amount(figures.policy('expiringDays'))}内算即将到期；没有约定期限的不算到期`,
  },
  周期目标: {
    what: (_, { entry, subject }) => (subject ? sentence`${record(entry)}：${record(subject)}` : [record(entry)]),
    note: () => sentence`周期一过仍没有登记就是未完成，连续的合为一行；本周、本月等未完成的还来得及`,
  },
  覆盖目标: {
    what: (_, { entry }) => [record(entry)],
    note: () => sentence`目标要求每个对象都完成，这些对象名下还没有登记`,
  },
  临期任务: {
    what: (_, item) => named(item),
    note: ({ figures }) => sentence`${amount(figures.policy('dueSoonDays'))}内到期、尚未完成的任务和节点`,
  },
  节气节日: {
    what: (_, item) => sentence`${item.occasion ?? ''}：${actionName(item)}`,
    note: ({ figures }) =>
      sentence`前后${amount(figures.policy('termDays'))}内有这项行动的活动，或者有活动注明这个节气、节日，就不空白；待确认的活动不算；空白的只列本月；三伏、护士节等只在临近时提示`,
  },
} satisfies Record<TodoGroup, ToldGroup>;

export const toldGroup = (group: TodoGroup): ToldGroup => TOLD_GROUPS[group];

function actionName({ entry, part }: TodoItem): Inline {
  const action = contentOf('programs', entry).actions?.find(({ id }) => id === part);
  return record(entry, action?.name ?? part);
}
