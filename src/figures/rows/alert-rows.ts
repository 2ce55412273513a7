import { ALERT_TYPES, alertsOf } from '../alerts.js';
import { periodOf } from '../figure-id.js';
import type { FigureRow } from '../row.js';
import { measureTarget } from '../targets/target.js';

/** How many alerts of a kind there are on the day. */
export const ALERT_ROWS: readonly FigureRow[] = [
  {
    name: 'alerts',
    label: '提醒',
    unit: '项',
    needs: ['year', 'type'],
    may: ['period'],
    allowed: { type: () => ALERT_TYPES },
    make: (source, { type, ...dimensions }) => {
      const records = alertsOf(source, periodOf(dimensions)).flatMap(({ type: own, entry }) =>
        own === type ? [entry] : [],
      );
      // Whether a target is behind rests on what has been done.
      const done = records.flatMap((entry) => (entry.kind === 'targets' ? [measureTarget(source, entry).done] : []));
      return { made: 'counted', records, witnesses: [...records, ...done] };
    },
  },
];
