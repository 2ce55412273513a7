import type { Figure } from '../document/figure.js';
import { type Alert, alertsOf } from './alerts.js';
import { formatFigureId } from './figure-id.js';
import type { Figures } from './figures.js';
import { refOf } from './ref-of.js';

/** How many alerts of a kind a year has on the day. */
export function alertCount(figures: Figures, year: number, type: string): Figure {
  const entries = alertsOf(figures, year).flatMap((alert: Alert) => (alert.type === type ? [alert.entry] : []));
  return figures.keep({
    id: formatFigureId('alerts', { year: String(year), type }),
    label: `提醒·${type}`,
    value: entries.length,
    unit: '项',
    formula: 'count',
    inputs: [],
    records: () => entries.map(refOf),
    sample: entries.some(({ sample }) => sample),
  });
}
