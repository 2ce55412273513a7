import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** @typedef {{ name: string, args: readonly string[] }} Subject what is run by node, and what the table calls it */
/** @typedef {{ name: string, median: number, ratio: number, megabytes: number }} Row milliseconds, times the empty program, peak memory */

export const root = fileURLToPath(new URL('../../', import.meta.url));
const EMPTY = ['-e', '0'];
const WARM_UP = 3;
/** Prints the peak memory of the process it is loaded into, in kilobytes, as the last line of standard error. */
const MEMORY_PROBE = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS))",
)}`;

/**
 * Times each subject against a Node that does nothing. The two take turns, so that whatever else the machine does
 * falls on both; the ratio is the median of the pairs' own ratios.
 * @param {readonly Subject[]} subjects @param {number} pairs @returns {Row[]}
 */
export function measure(subjects, pairs) {
  return subjects.map(({ name, args }) => {
    for (let turn = 0; turn < WARM_UP; turn += 1) run(args);
    const times = Array.from({ length: pairs }, () => ({ empty: run(EMPTY), own: run(args) }));
    return {
      name,
      median: median(times.map(({ own }) => own)),
      ratio: median(times.map(({ own, empty }) => own / empty)),
      megabytes: peakMemory(args),
    };
  });
}

/** @param {readonly string[]} args @returns {number} milliseconds from start to end */
function run(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return time;
}

/** @param {readonly string[]} args @returns {number} in megabytes, from a run of its own */
function peakMemory(args) {
  const { stderr } = spawnSync(process.execPath, ['--import', MEMORY_PROBE, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return Number(stderr.split('\n').at(-1)) / 1024;
}

/** @param {readonly number[]} values @returns {number} */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
