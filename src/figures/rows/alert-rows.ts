import { ALERT_TYPES, alertsOf } from '../alerts.js';
import { periodOf } from '../figure-id.js';
import type { FigureRow } from '../row.js';

/** How many alerts of a kind there are on the day. */
export const ALERT_ROWS: readonly FigureRow[] = [
  {
    name: 'alerts',
    label: '提醒',
    unit: '项',
    needs: ['year', 'type'],
    may: ['period'],
    allowed: { type: () => ALERT_TYPES },
    make: (source, { type, ...dimensions }) => ({
      made: 'counted',
      records: alertsOf(source, periodOf(dimensions)).flatMap((alert) => (alert.type === type ? [alert.entry] : [])),
    }),
  },
];
