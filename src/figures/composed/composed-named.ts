import type { Composed } from './composed.js';
import { INSPECTION_FIGURES } from './inspection-figures.js';
import { PAIRING_FIGURES } from './pairing-figures.js';
import { TARGET_FIGURES } from './target-figures.js';
import { YEAR_FIGURES } from './year-figures.js';

/** Every composed figure: a new one is a row in one of these. */
export const COMPOSED: readonly Composed[] = [
  ...TARGET_FIGURES,
  ...PAIRING_FIGURES,
  ...INSPECTION_FIGURES,
  ...YEAR_FIGURES,
];

const BY_NAME = new Map(COMPOSED.map((row) => [row.name, row]));

export function composedNamed(name: string): Composed | undefined {
  return BY_NAME.get(name);
}
