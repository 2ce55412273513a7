/** dist/*.js → dist/*.cache: what V8 makes of the program's files when its usual commands run, for `loader.cjs`. */
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { root } from './paths.js';

/** Functions that these commands do not reach are compiled when they are first called. */
const COMMANDS = [['--help'], ['validate'], ['progress'], ['report']];

/** The program runs in this process, on the repository's own ledger where there is one. */
export async function writeCodeCache() {
  const loader = createRequire(import.meta.url)(`${root}/dist/loader.js`);
  const { main } = loader.load('main.js');
  const silent = { write: () => true };
  const world = { stdout: silent, stderr: silent, env: {}, workingDirectory: root, now: () => new Date() };
  for (const command of COMMANDS) {
    if (command[0] === '--help' || existsSync(`${root}/data/workspace.yaml`)) await main(command, world);
  }
  for (const [file, script] of loader.scripts) {
    // Its name does not change with its contents, by which V8 would not tell that the other is old.
    if (file !== 'main.js') writeFileSync(loader.cacheOf(file), script.createCachedData());
  }
}
