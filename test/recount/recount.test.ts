import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, describe as group, it } from 'vitest';
import { REPOSITORY, runJson, SHAOXING, temporaryFolder } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';
import { occasionsOf, writeRandomLedger } from './random-ledger.js';
import { describe, type Occasion, type Recount, recount } from './recount.js';

const SAMPLE_YEAR = sampleYear();
const JIAXING = join(REPOSITORY, 'test/fixtures/jiaxing');
const SEED = 20250311;

/** As the command line is run, in this process. */
async function run(args: readonly string[], today: string | undefined): Promise<unknown> {
  return runJson(
    args.filter((arg, at) => arg !== '--format' && args[at - 1] !== '--format'),
    {
      env: today === undefined ? {} : { YUEYI_TODAY: today },
    },
  );
}

async function agree(occasion: Occasion): Promise<Recount> {
  const result = await recount(occasion, run);
  expect(result.disagreements.map(describe)).toEqual([]);
  expect(result.unknown).toEqual([]);
  return result;
}

group('progress and report agree with an independent recount', () => {
  // Before the year's plans begin there is little to compare.
  it.each([
    ['2025-01-15', 150],
    ['2025-05-21', 500],
    ['2025-08-20', 500],
    ['2025-09-25', 500],
    ['2025-12-31', 500],
  ])('of the sample year on %s', async (asOf, least) => {
    const { compared } = await agree({ folder: SAMPLE_YEAR, year: 2025, asOf, sample: true });
    expect(compared).toBeGreaterThan(least);
  });

  it('of the sample year after it has ended', async () => {
    await agree({ folder: SAMPLE_YEAR, year: 2025, today: '2026-01-20', sample: true });
  });

  it('of the ledger with its samples left out', async () => {
    await agree({ folder: SAMPLE_YEAR, year: 2025, asOf: '2025-08-20', sample: false });
  });

  it.each(['2021-06-30', '2021-12-31', '2025-03-31', '2025-12-31'])('of the documents’ ledger on %s', async (asOf) => {
    await agree({ folder: SHAOXING, year: Number(asOf.slice(0, 4)), asOf, sample: true });
  });

  it.each(['2023-12-31', '2024-06-30', '2024-12-31'])('of another hospital on %s', async (asOf) => {
    await agree({ folder: JIAXING, year: Number(asOf.slice(0, 4)), asOf, sample: true });
  });

  it.each(Array.from({ length: 8 }, (_, number) => SEED + number))('of random ledger %i', async (seed) => {
    const folder = temporaryFolder();
    writeRandomLedger(folder, seed);
    for (const occasion of occasionsOf(folder, seed)) await agree(occasion);
  });
});

group('the recount', () => {
  it('notices a single wrong number', async () => {
    const result = await recount(
      { folder: SAMPLE_YEAR, year: 2025, asOf: '2025-12-31', sample: true },
      async (args, today) => {
        const json = (await run(args, today)) as { months?: { month: string; activities: number }[] };
        const march = json.months?.find(({ month }) => month === '2025-03');
        if (march) march.activities += 1;
        return json;
      },
    );
    expect(result.disagreements.map(({ place }) => place)).toEqual(['months/2025-03/activities']);
  });

  it('shares no code with the program', () => {
    const folder = join(REPOSITORY, 'test/recount');
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const imports = [...files.map((name) => join(folder, name)), join(REPOSITORY, 'test/support/random.ts')].flatMap(
      (path) =>
        [...readFileSync(path, 'utf8').matchAll(/\bfrom '([^']+)'|\bimport\(/g)].map(([whole, to]) => to ?? whole),
    );
    const others = imports.filter((to) => !to.startsWith('./') && !to.startsWith('node:'));
    expect([...new Set(others)].sort()).toEqual(['../support/random.js', 'yaml']);
  });
});
