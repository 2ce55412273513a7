import type { RecordOf } from '../../ledger/ledger.js';
import { byDate, type FindItems, openDays, type TodoType, unitsOf } from './todo-item.js';

type Step = RecordOf<'requests'>['events'][number]['step'];

/** What a request waits for after each step; one that is done waits for nothing the hospital owes. */
const NEXT = { 点单: '待派单', 派单: '待接单', 接单: '待办单', 办单: null, 评单: null } as const satisfies Record<
  Step,
  TodoType | null
>;

/** 点单 made and not yet done. */
export const requestItems: FindItems = (source, period) => {
  const requests = source.counted('requests', openDays(period));
  if (requests.length === 0) return null;
  const items = requests.flatMap((entry) => {
    const { events, dispatched, pairing } = entry.value;
    const last = events.findLast(({ on }) => on <= source.asOf);
    const type = last && NEXT[last.step];
    if (!type) return [];
    const units = unitsOf(dispatched ?? source.ledger.get('pairings', pairing)?.value.lead);
    return [{ group: '点单' as const, type, entry, date: events[0]?.on ?? last.on, units }];
  });
  return byDate(items);
};
