/** Makes dist/*.cache from dist/*.js: V8's code cache after running the usual commands, for `loader.cjs`. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.js';

/** Functions that these commands do not reach are compiled when they are first called. */
const COMMANDS = [['--help'], ['validate'], ['progress'], ['report']];

/**
 * A record with errors, so that their explanation is compiled too: a number in words, an unknown word, a missing field.
 */
const WRONG = '- id: 2025-03-15-义诊\n  date: 2025-03-15\n  types: [义珍]\n  volunteers: 三\n';

/** The program runs in this process, on the repository's own ledger where there is one, and on one with mistakes. */
export async function writeCodeCache() {
  const loader = createRequire(import.meta.url)(`${root}/dist/loader.js`);
  const { main } = loader.load('main.js');
  const silent = { write: () => true };
  // In a year without records, reports would reach next to nothing.
  const env = { YUEYI_TODAY: `${lastYear()}-12-31` };
  const world = { stdout: silent, stderr: silent, env, workingDirectory: root, now: () => new Date() };
  for (const command of COMMANDS) {
    if (command[0] === '--help' || existsSync(`${root}/data/workspace.yaml`)) await main(command, world);
  }
  const wrong = wrongLedger();
  await main(['validate', '--data', wrong], world);
  rmSync(wrong, { recursive: true });
  for (const [file, script] of loader.scripts) {
    // Its name does not depend on its contents, so that V8 would not notice that the cache is old.
    if (file !== 'main.js') writeFileSync(loader.cacheOf(file), script.createCachedData());
  }
}

/** The last year in the names of the ledger's files. */
function lastYear() {
  const files = existsSync(`${root}/data`) ? readdirSync(`${root}/data`, { recursive: true, encoding: 'utf8' }) : [];
  const years = files.flatMap((file) => /(?<!\d)20\d\d(?=[^\\/]*\.yaml$)/.exec(file) ?? []);
  return years.sort().at(-1) ?? '2025';
}

function wrongLedger() {
  const folder = mkdtempSync(join(tmpdir(), 'yueyi-'));
  mkdirSync(join(folder, 'activities'));
  writeFileSync(join(folder, 'workspace.yaml'), 'hospital: 示范医院\n');
  writeFileSync(join(folder, 'activities/2025.yaml'), WRONG);
  return folder;
}
