/**
 * `npm run test:engine`: exports the sample year to Parquet, asks a database (DuckDB, which npm installs into a temporary
 * folder, about 70 MB) for the figures by the queries beside this file, and compares them with `progress`. Ends with 1
 * where one differs. `-- --data DIR --year Y --as-of DATE` takes another ledger.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: { data: { type: 'string' }, year: { type: 'string' }, 'as-of': { type: 'string' } },
});
const year = values.year ?? '2025';
const asOf = values['as-of'] ?? '2025-11-30';

/**
 * The list of `progress --format json` that a query gives again, the name of its key and of its value.
 * @type {Readonly<Record<string, readonly [list: string, key: string, value: string]>>}
 */
const COMPARED = {
  'activities-by-month': ['months', 'month', 'activities'],
  'beneficiaries-by-month': ['months', 'month', 'beneficiaries'],
  'publications-by-month': ['months', 'month', 'publications'],
  'activities-by-action': ['actions', 'id', 'activities'],
  'activities-by-linkage': ['linkages', 'id', 'activities'],
  'activities-by-pairing': ['pairings', 'id', 'activities'],
  'beneficiaries-by-pairing': ['pairings', 'id', 'beneficiaries'],
  'activities-led-by-branch': ['branches', 'id', 'led'],
  'tasks-by-board': ['boards', 'id', 'tasks'],
  targets: ['targets', 'id', 'done'],
};

/** @param {readonly string[]} args */
const yueyi = (args) => execFileSync(process.execPath, [join(root, 'bin/yueyi.js'), ...args], { encoding: 'utf8' });

const folder = mkdtempSync(join(tmpdir(), 'yueyi-engine-'));
try {
  process.exitCode = (await compareAll()) === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns {Promise<number>} how many queries differ */
async function compareAll() {
  const data = values.data ?? sampleYear();
  const progress = JSON.parse(yueyi(['progress', year, '--as-of', asOf, '--format', 'json', '--data', data]));
  yueyi(['export', '--format', 'parquet', '--as-of', asOf, '--data', data, '-o', `${join(folder, 'parquet')}/`]);
  const connection = await engine();
  for (const file of readdirSync(join(folder, 'parquet'))) {
    const path = join(folder, 'parquet', file).replaceAll("'", "''");
    await connection.run(`CREATE VIEW ${file.replace('.parquet', '')} AS SELECT * FROM '${path}'`);
  }
  await connection.run(`CREATE VIEW asked AS SELECT ${Number(year)} AS year, DATE '${asOf}' AS as_of`);
  await connection.run(readFileSync(new URL('views.sql', import.meta.url), 'utf8'));
  let wrong = 0;
  for (const [name, [list, key, value]] of Object.entries(COMPARED)) {
    const sql = readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8');
    /** @type {readonly { id: string, value: unknown }[]} */
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    const counted = new Map(rows.map((row) => [row.id, Number(row.value)]));
    const differing = progress[list].filter((/** @type {any} */ row) => {
      // A query names only what it has something of; of targets only those it counts.
      const own = counted.get(row[key]) ?? (name === 'targets' ? row[value] : 0);
      return own !== (row[value] ?? 0);
    });
    const total = [...counted.values()].reduce((sum, each) => sum + each, 0);
    if (differing.length > 0 || counted.size === 0) wrong += 1;
    console.log(
      `${differing.length === 0 && counted.size > 0 ? '一致' : '不一致'}  ${name}：${counted.size}项，共${total}`,
    );
    for (const row of differing)
      console.log(`  ${row[key]}：progress ${row[value]}，SQL ${counted.get(row[key]) ?? 0}`);
  }
  return wrong;
}

/** The hospital's ledger of the tests with its sample year. */
function sampleYear() {
  const data = join(folder, 'data');
  for (const name of ['shaoxing', 'sample-2025'])
    cpSync(join(root, 'test/fixtures', name, 'data'), data, { recursive: true });
  return data;
}

/** A connection to a database in memory. */
async function engine() {
  const home = join(folder, 'engine');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  try {
    execFileSync('npm', ['install', ...quiet, '@duckdb/node-api@1.5.6-r.1'], {
      cwd: home,
      stdio: 'ignore',
      timeout: 300_000,
    });
  } catch {
    throw new Error('DuckDB could not be installed: npm has to reach its registry');
  }
  const { DuckDBInstance } = createRequire(join(home, 'main.js'))('@duckdb/node-api');
  return (await DuckDBInstance.create()).connect();
}
