import type { Entry } from '../../ledger/ledger.js';
import { activityDay } from '../../ledger/state.js';
import { activityAlerts } from '../alerts.js';
import { byDate, type FindItems, unitsOf } from './todo-item.js';

/** 待确认: the day has passed and nobody has said whether it took place. */
export const activityItems: FindItems = (figures, year) => {
  const ofYear = ({ value }: Entry<'activities'>): boolean => activityDay(value, figures.asOf).startsWith(String(year));
  if (!figures.ledger.all('activities').some(ofYear)) return null;
  const items = activityAlerts(figures, year).map(({ entry, date }) => ({
    group: '待确认活动' as const,
    type: '待确认' as const,
    entry,
    date,
    units: unitsOf(entry.value.lead, ...(entry.value.assist ?? [])),
  }));
  return byDate(items);
};
