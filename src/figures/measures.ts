import type { Measure } from './measure.js';
import { ACTIVITY_MEASURES } from './measures/activity-measures.js';
import { INSPECTION_MEASURES } from './measures/inspection-measures.js';
import { LINKAGE_MEASURES } from './measures/linkage-measures.js';
import { OFFICE_MEASURES } from './measures/office-measures.js';
import { PAIRING_MEASURES } from './measures/pairing-measures.js';
import { TASK_MEASURES } from './measures/task-measures.js';

/** Every measure of the ledger: a new one is a row in one of these. Units and words as the office uses them. */
export const MEASURES: readonly Measure[] = [
  ...ACTIVITY_MEASURES,
  ...LINKAGE_MEASURES,
  ...PAIRING_MEASURES,
  ...INSPECTION_MEASURES,
  ...TASK_MEASURES,
  ...OFFICE_MEASURES,
];

const BY_NAME = new Map(MEASURES.map((row) => [row.name, row]));

export function measureNamed(name: string): Measure | undefined {
  return BY_NAME.get(name);
}
