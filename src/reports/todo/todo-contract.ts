import { itemLabel, overdueDays, type TodoItem, todoTime } from '../../figures/todo/todo-item.js';
import { todoLists } from '../../figures/todo/todo-list.js';
import { unkeptKinds } from '../../figures/todo/unkept-kinds.js';
import { partOfYear, type ReportContext } from '../context.js';
import { samplesShown, WITH_ERRORS } from '../front.js';
import type { PlaceOf } from '../registry/place-of.js';
import type { Due } from './due-document.js';
import type { Reminder } from './reminder.js';

/** What a todo list is narrowed to, and the message to send. */
interface TodoTold {
  readonly reminding?: Reminder | undefined;
  readonly due?: Pick<Due, 'by' | 'items'>;
  readonly text: string | null;
}

/**
 * `todo --format json`, version 1: a contract others rely on, described in schemas/contracts/todo.schema.json.
 * `text` is the 催报 to be pasted, null where there is nobody to remind.
 */
export function todoContract(context: ReportContext, placeOf: PlaceOf, { reminding, due, text }: TodoTold) {
  const branch = reminding?.branch;
  const items = due?.items ?? todoLists(context.figures, context.period, branch?.id).flatMap((list) => list.items);
  return {
    version: 1,
    year: context.year,
    ...partOfYear(context),
    asOf: context.asOf,
    sample: samplesShown(
      context,
      items.map(({ entry }) => entry),
    ).length,
    branch: branch?.id ?? null,
    replyBy: reminding?.replyBy ?? null,
    due: due?.by ?? null,
    items: [...wrong(context), ...items.map((item) => itemJson(item, context.asOf, placeOf))],
    unregistered: unkeptKinds(context.figures, context.period).map(({ kind, boardType = null }) => ({
      kind,
      boardType,
    })),
    text,
  };
}

function itemJson(item: TodoItem, asOf: string, placeOf: PlaceOf) {
  const { group, type, entry, part, occasion, subject, date, until, units } = item;
  return {
    group,
    type,
    time: todoTime(item, asOf),
    kind: entry.kind,
    record: entry.id,
    ...placeOf(entry),
    label: itemLabel(item),
    part: part ?? null,
    occasion: occasion ?? null,
    subject: subject?.id ?? null,
    date: date ?? null,
    until: until ?? null,
    overdueDays: overdueDays(item, asOf),
    branches: units,
    sample: entry.sample,
  };
}

/** The notice that the ledger has errors (`--force`). */
function wrong({ errors }: ReportContext) {
  if (errors === 0) return [];
  const nothing = {
    time: null,
    kind: null,
    record: null,
    file: null,
    line: null,
    part: null,
    occasion: null,
    subject: null,
    date: null,
    until: null,
  };
  const type = '台账有误';
  return [{ group: type, type, ...nothing, label: WITH_ERRORS, overdueDays: null, branches: [], sample: false }];
}
