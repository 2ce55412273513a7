/**
 * `npm run recount [-- --seed N --ledgers N]`: makes random ledgers, counts each anew on several days, and ends with 1
 * where the program says otherwise. The same seed makes the same ledgers; those with a disagreement are kept in the
 * folder that is named. `-- --data DIR --year Y --as-of DATE` recounts the ledger in DIR/data instead.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '20250311' },
    ledgers: { type: 'string', default: '2000' },
    data: { type: 'string' },
    year: { type: 'string', default: '2025' },
    'as-of': { type: 'string', default: '2025-12-31' },
  },
});

const scratch = mkdtempSync(join(tmpdir(), 'yueyi-recount-'));
const { describe, occasionsOf, recount, writeRandomLedger } = await load(join(scratch, 'recount.cjs'));
const { main } = require(`${root}dist/loader.js`).load('main.js');

/** @type {any[]} */
const results = [];
let failed = 0;
if (options.data === undefined) {
  for (let number = 0; number < Number(options.ledgers); number++) {
    const folder = join(scratch, String(number));
    mkdirSync(folder);
    const seed = Number(options.seed) + number;
    writeRandomLedger(folder, seed);
    const before = failed;
    for (const occasion of occasionsOf(folder, seed)) await hold(occasion);
    if (failed === before) rmSync(folder, { recursive: true });
  }
} else {
  await hold({ folder: options.data, year: Number(options.year), asOf: options['as-of'], sample: true });
}
const compared = results.reduce((sum, result) => sum + result.compared, 0);
console.log(`${results.length} occasions, ${compared} values, ${failed} disagreements`);
const unknown = new Set(results.flatMap((result) => result.unknown));
if (unknown.size > 0) console.log(`  not recounted: ${[...unknown].join(', ')}`);
if (failed === 0) rmSync(scratch, { recursive: true });
process.exitCode = failed === 0 ? 0 : 1;

/** @param {import('./recount.js').Occasion} occasion */
async function hold(occasion) {
  const result = await recount(occasion, run);
  results.push(result);
  failed += result.disagreements.length;
  if (result.disagreements.length === 0) return;
  const { folder, year, asOf, today, sample } = occasion;
  const day = asOf === undefined ? `, today ${today}` : ` --as-of ${asOf}`;
  console.log(`${folder} --year ${year}${sample ? '' : ' --no-sample'}${day}`);
  for (const one of result.disagreements) console.log(`  ${describe(one)}`);
}

/** Runs the built program in this process. @param {readonly string[]} args @param {string | undefined} today */
async function run(args, today) {
  const written = { stdout: '', stderr: '' };
  /** @param {'stdout' | 'stderr'} name */
  const stream = (name) => ({ write: (/** @type {string} */ text) => (written[name] += text) });
  const world = {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: { YUEYI_TODAY: today ?? '2026-11-22', XDG_CACHE_HOME: scratch },
    workingDirectory: root,
    now: () => new Date(),
  };
  if ((await main(args, world)) !== 0) throw new Error(`yueyi ${args.join(' ')}: ${written.stderr}`);
  return JSON.parse(written.stdout);
}

/** The recount is TypeScript: bundled first. @param {string} outfile */
async function load(outfile) {
  await build({
    stdin: {
      contents: `export * from './recount.ts'; export * from './random-ledger.ts';`,
      resolveDir: `${root}test/recount`,
    },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    outfile,
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(`${root}test/recount/bundle.js`).href) },
  });
  return require(outfile);
}
