/** Both outputs of a ledger on a day, held against the recount. */
import { join } from 'node:path';
import { type Disagreement, disagreements } from './claims.js';
import { figureClaims, isToldOfPeriods, type Printed, placesOfFigures, unknownMeasures } from './figures.js';
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
  const report = (await run(['report', '--attach', 'all', ...asked], today)) as { figures: Printed[] };
  const bulletins = asOf === undefined ? [] : await bulletinsOn(asOf, asked, (args) => run(args, today));
  const figures = [...report.figures, ...bulletins];
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

/** What the bulletins of the month, the quarter and the half of a day say. */
async function bulletinsOn(
  asOf: string,
  asked: readonly string[],
  run: (args: readonly string[]) => Promise<unknown>,
): Promise<Printed[]> {
  const [year, month] = [asOf.slice(0, 4), Number(asOf.slice(5, 7))];
  const periods = [asOf.slice(0, 7), `${year}-Q${Math.ceil(month / 3)}`, `${year}-H${month <= 6 ? 1 : 2}`];
  const figures: Printed[] = [];
  for (const period of periods) {
    // The period names its year.
    const options = asked.filter((each, at) => each !== '--year' && asked[at - 1] !== '--year');
    const said = (await run(['report', '--period', period, '--internal', ...options])) as { figures: Printed[] };
    figures.push(...said.figures.filter(isToldOfPeriods));
  }
  return figures;
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
