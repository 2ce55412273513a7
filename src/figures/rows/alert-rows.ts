import { ALERT_TYPES, alertsOf } from '../alerts.js';
import type { FigureRow } from '../row.js';

/** How many alerts of a kind there are on the day. */
export const ALERT_ROWS: readonly FigureRow[] = [
  {
    name: 'alerts',
    label: '提醒',
    unit: '项',
    needs: ['year', 'type'],
    may: [],
    allowed: { type: () => ALERT_TYPES },
    make: (source, { year, type }) => ({
      made: 'counted',
      records: alertsOf(source, Number(year)).flatMap((alert) => (alert.type === type ? [alert.entry] : [])),
    }),
  },
];
