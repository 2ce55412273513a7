/**
 * `npm run bench:growth [-- NAME …]`: how much longer `validate --format json`, or a shape's own command, takes on a hostile ledger
 * (`shapes.js`) of twice the size. n grows until a run takes noticeably longer than one on an empty ledger; then n, 2n and 4n are measured,
 * in processor time, and the factor per doubling is printed beside the goal. 2 is linear, 4 is quadratic.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './measure.js';
import { BASE, SHAPES } from './shapes.js';
import { met, print } from './table.js';

const GOAL = 2.3;
/** Milliseconds of processor time above an empty ledger's from which on a factor means something. */
const NOTICEABLE = 200;
const [SMALLEST, LARGEST] = [500, 64_000];
const TURNS = 3;

const names = process.argv.slice(2);
const shapes = SHAPES.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));
const folder = mkdtempSync(join(tmpdir(), 'yueyi-growth-'));
try {
  print('| 台账里有很多 | n | n（毫秒） | 2n | 4n | 每翻一倍 | 目标 | 4n 时的内存峰值（MiB） |');
  print('| --- | ---: | ---: | ---: | ---: | ---: | :--- | ---: |');
  const start = run({ name: 'empty', files: () => ({}) }, 0).time;
  for (const shape of shapes) grow(shape, start);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {import('./shapes.js').Shape} shape @param {number} start */
function grow(shape, start) {
  let n = SMALLEST;
  while (n < LARGEST && run(shape, n).time - start < NOTICEABLE) n *= 2;
  const runs = [n, 2 * n, 4 * n].map((size) => run(shape, size));
  const [one = 0, two = 0, four = 0] = runs.map(({ time }) => Math.max(time - start, 1));
  const factor = Math.sqrt(four / one);
  const shown = [one, two, four].map((time) => time.toFixed(0)).join(' | ');
  const verdict = one < NOTICEABLE / 4 ? '不足以判断' : met('≤', GOAL, factor);
  print(`| ${shape.name} | ${n} | ${shown} | ${factor.toFixed(2)} | ${verdict} | ${runs[2]?.memory.toFixed(0)} |`);
}

/** The least processor time of some runs, in milliseconds, and the most memory. @param {import('./shapes.js').Shape} shape @param {number} n */
function run({ name, files, args: own = ['validate', '--format', 'json'] }, n) {
  const data = join(folder, 'data');
  rmSync(data, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...BASE, ...files(n) })) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), text);
  }
  const args = ['--require', `${root}test/bench/tell-usage.cjs`, `${root}bin/yueyi.js`, ...own, '--data', '.'];
  let [time, memory] = [Number.POSITIVE_INFINITY, 0];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { output, status } = spawnSync(process.execPath, args, {
      cwd: data,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    if (status !== 0 && status !== 1) throw new Error(`${name}, ${n}: ended with ${status}`);
    const usage = JSON.parse(String(output[3]));
    time = Math.min(time, usage.milliseconds);
    memory = Math.max(memory, usage.mebibytes);
  }
  return { time, memory };
}
