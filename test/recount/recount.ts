/** Both outputs of a ledger on a day, held against the recount. */
import { join } from 'node:path';
import { type Disagreement, disagreements } from './claims.js';
import { figureClaims, type Printed, placesOfFigures, unknownMeasures } from './figures.js';
import { type Ledger, readLedger } from './ledger.js';
import { placesOfProgress, progressClaims } from './progress.js';

/** Runs one command and gives its JSON. */
export type Run = (args: readonly string[], today: string | undefined) => Promise<unknown>;

export interface Recount {
  /** How many values were held against one another. */
  readonly compared: number;
  readonly disagreements: readonly Disagreement[];
  readonly unknown: readonly string[];
}

export interface Occasion {
  /** The folder that holds `data/`. */
  readonly folder: string;
  readonly year: number;
  /** The day asked for; without one, `today` is a day of a later year and confirmations up to it count. */
  readonly asOf?: string;
  readonly today?: string;
  readonly sample: boolean;
}

/** Recounts a ledger and holds the progress and the report of one day against it. */
export async function recount({ folder, year, asOf, today, sample }: Occasion, run: Run): Promise<Recount> {
  const data = join(folder, 'data');
  const asked = ['--data', data, '--year', String(year), '--format', 'json'];
  if (asOf !== undefined) asked.push('--as-of', asOf);
  if (!sample) asked.push('--no-sample');
  const progress = (await run(['progress', ...asked], today)) as Record<string, unknown>;
  const { figures } = (await run(['report', '--attach', 'all', ...asked], today)) as { figures: Printed[] };
  const ledger = readLedger(data, { sample });
  const claims = (of: Ledger) => {
    const day = asOf ?? `${year}-12-31`;
    return [...progressClaims(of, year, day), ...figureClaims(figures, of, day)];
  };
  const all = claims(today === undefined ? ledger : { ...ledger, confirmedBy: today });
  const said = new Map([...placesOfProgress(progress), ...placesOfFigures(figures)]);
  return {
    compared: all.length,
    disagreements: disagreements(all, said),
    unknown: [...new Set(unknownMeasures(figures, ledger))],
  };
}

/** One line a disagreement; of two lists, what either has that the other has not. */
export function describe({ place, value, said }: Disagreement): string {
  if (!Array.isArray(value) || !Array.isArray(said)) {
    return `${place}: recounted ${JSON.stringify(value)}, said ${JSON.stringify(said)}`;
  }
  const without = (list: readonly unknown[], other: readonly unknown[]) =>
    JSON.stringify(list.filter((one) => !other.some((two) => JSON.stringify(two) === JSON.stringify(one))));
  return `${place}: recounted only ${without(value, said)}, said only ${without(said, value)}`;
}
