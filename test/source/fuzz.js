/**
 * `npm run fuzz [-- --runs N --seed N]`: reads mutated and generated documents with and without the plain reader, and
 * with `yaml`, and exits with 1 where two of them disagree. The same seed makes the same documents.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '320000' }, seed: { type: 'string', default: '20250311' } },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];

const folder = mkdtempSync(join(tmpdir(), 'yueyi-fuzz-'));
try {
  const { fuzzReaders, SNIPPETS } = await load(join(folder, 'fuzz.cjs'));
  const sources = ['data', 'test/fixtures'].flatMap((name) => textsBelow(join(root, name)));
  const started = performance.now();
  const { documents, accepted, differences } = fuzzReaders([...sources, ...SNIPPETS], runs, seed);
  const seconds = (performance.now() - started) / 1000;
  for (const difference of differences) process.stdout.write(`${difference}\n\n`);
  const share = ((accepted / documents) * 100).toFixed(1);
  process.stdout.write(
    `seed ${seed}: ${documents} documents in ${seconds.toFixed(0)} s, ${accepted} (${share} %) taken by the plain reader, ${differences.length} disagreements\n`,
  );
  process.exitCode = differences.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

/** The comparison is TypeScript: bundled first. @param {string} outfile */
async function load(outfile) {
  const contents = `export * from './reader-agreement.ts'; export * from './tricky-yaml.ts';`;
  await build({
    stdin: { contents, resolveDir: `${root}test/support` },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    outfile,
    alias: { 'js-yaml': `${root}node_modules/js-yaml/dist/js-yaml.cjs.js` },
  });
  return createRequire(import.meta.url)(outfile);
}

/** @param {string} path */
function textsBelow(path) {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'));
}
