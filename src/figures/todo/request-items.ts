import type { RecordOf } from '../../ledger/ledger.js';
import { byDate, type FindItems, openDays, type TodoType, unitsOf } from './todo-item.js';

type Step = RecordOf<'requests'>['events'][number]['step'];

/** The next action on a request after each step; none for the hospital once it is done. */
const NEXT = { 点单: '待派单', 派单: '待接单', 接单: '待办单', 办单: null, 评单: null } as const satisfies Record<
  Step,
  TodoType | null
>;

/** Requests (点单) that are not done. */
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
