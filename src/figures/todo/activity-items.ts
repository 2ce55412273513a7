import type { Entry } from '../../ledger/ledger.js';
import { activityDay } from '../../ledger/state.js';
import { activityAlerts } from '../alerts.js';
import { byDate, type FindItems, openDays, unitsOf } from './todo-item.js';

/** Activities whose day has passed without a report (待确认), or that were reported before it came (日期未到). */
export const activityItems: FindItems = (source, period) => {
  const days = openDays(period);
  const isWithin = ({ value }: Entry<'activities'>): boolean => {
    const day = activityDay(value, source.confirmedBy);
    return days.from <= day && day <= days.until;
  };
  if (!source.ledger.all('activities').some(isWithin)) return null;
  const items = activityAlerts(source, days).map(({ type, entry, date }) => ({
    group: '待确认活动' as const,
    type,
    entry,
    date,
    units: unitsOf(entry.value.lead, ...(entry.value.assist ?? [])),
  }));
  return byDate(items);
};
