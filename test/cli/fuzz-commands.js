/**
 * `npm run fuzz:commands [-- --runs N --seed N]`: breaks a ledger at random, hostile keys among it, and runs the commands
 * on it in this process; ends with 1 where one of them throws or ends with 3. Prints the seed of each: `--runs 1 --seed N`
 * shows it again.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '300000' }, seed: { type: 'string', default: '20250311' } },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];

// Beside the packages, which the bundle looks up.
const folder = mkdtempSync(join(root, 'node_modules/.yueyi-fuzz-'));
try {
  const outfile = join(folder, 'commands.cjs');
  await build({
    entryPoints: [join(root, 'test/support/command-fuzz.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    outfile,
    logLevel: 'error',
    define: { YUEYI_VERSION: '"0"', YUEYI_BUILD: '"0"', 'import.meta.url': '""' },
    alias: { 'js-yaml': `${root}node_modules/js-yaml/dist/js-yaml.cjs.js` },
  });
  const { fuzzCommands } = createRequire(import.meta.url)(outfile);
  const started = performance.now();
  const broken = await fuzzCommands(ledgerIn(join(root, 'test/fixtures/base/data')), runs, seed);
  for (const { seed: own, args, said } of broken)
    process.stdout.write(`seed ${own}: yueyi ${args.join(' ')}\n${said}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`seed ${seed}: ${runs} ledgers in ${seconds} s, ${broken.length} broke a command\n`);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} folder @returns {Record<string, string>} */
function ledgerIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
