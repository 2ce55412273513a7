/**
 * `npm run mutate [-- --only REGEXP] [-- --sample N] [-- --seed N]`: mutates src/rules/ in one place at a time, in a copy,
 * and runs the tests of the rules. `--only` takes the files whose name matches, `--sample` a random number of
 * them (the seed is printed). Without either it takes about half an hour on two cores. Surviving mutants are
 * listed, with the score; the report is left in the folder printed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject } from './copy.js';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, sample: { type: 'string' }, seed: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'yueyi-mutate-'));
copyProject(folder);
const seed = Number(options.seed ?? Date.now() % 100_000);
const names = readdirSync(join(folder, 'src/rules')).filter((name) => new RegExp(options.only ?? '').test(name));
const files = options.sample === undefined ? names : drawn(names, Number(options.sample), seed);
console.log(`${files.length} of ${names.length} files${options.sample === undefined ? '' : `, seed ${seed}`}`);
writeFileSync(
  join(folder, 'stryker.config.json'),
  JSON.stringify({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', './test/mutation/words.js'],
    ignorers: ['words'],
    mutate: files.map((name) => `src/rules/${name}`),
    vitest: { configFile: 'vitest.config.js', related: false },
    coverageAnalysis: 'perTest',
    inPlace: true,
    disableTypeChecks: false,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: 'mutation.json' },
    concurrency: 2,
  }),
);
execFileSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], {
  cwd: folder,
  stdio: 'inherit',
});
report(JSON.parse(readFileSync(join(folder, 'mutation.json'), 'utf8')));
console.log(`\n${folder}`);

/**
 * @param {readonly string[]} all @param {number} count @param {number} start
 * @returns {string[]} the same ones for the same seed
 */
function drawn(all, count, start) {
  const left = [...all];
  let state = start;
  return Array.from({ length: Math.min(count, all.length) }, () => {
    state = (state * 48_271 + 1) % 2_147_483_647;
    return left.splice(state % left.length, 1)[0] ?? '';
  });
}

/**
 * Prints the surviving mutants, in the order of the files, and the score.
 * @typedef {{ status: string, mutatorName: string, replacement: string, location: { start: { line: number } } }} Mutant
 * @param {{ files: Record<string, { source: string, mutants: Mutant[] }> }} results
 */
function report({ files: results }) {
  let [all, noticed] = [0, 0];
  for (const [file, { source, mutants }] of Object.entries(results)) {
    const counted = mutants.filter(({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status));
    const survivors = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
    all += counted.length;
    noticed += counted.length - survivors.length;
    console.log(`\n${file}: ${counted.length - survivors.length} of ${counted.length}`);
    for (const { mutatorName, replacement, location } of survivors) {
      const { line } = location.start;
      console.log(`  ${line} ${mutatorName}: ${source.split('\n')[line - 1]?.trim()} → ${replacement}`);
    }
  }
  console.log(`\n${noticed} of ${all} noticed: ${((100 * noticed) / all).toFixed(1)} %`);
}
