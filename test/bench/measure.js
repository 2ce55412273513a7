import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What is measured: a program (Node unless named), its arguments, its working directory and environment, the exit
 * code of a successful run, and what is done before each run and not timed.
 * @typedef {{ name: string, command?: string, args: readonly string[], cwd?: string, env?: NodeJS.ProcessEnv, status?: number, prepare?: () => void }} Subject
 * @typedef {{ median: number, ratio: number }} Times milliseconds of the subject, and the ratio to the other
 */

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** A Node that does nothing: the lower bound of any program. */
export const EMPTY = { name: 'node -e 0', args: ['-e', '0'] };
/** The interval of reading memory, in milliseconds; the system records the peak. */
const LOOK_EVERY = 2;

/**
 * Times a subject against another. The two alternate, so that other load on the machine affects both; the ratio
 * is the median of the pairs' own ratios.
 * @param {Subject} subject @param {Subject} other @param {number} pairs @returns {Times}
 */
export function measure(subject, other, pairs) {
  for (let turn = 0; turn < Math.ceil(pairs / 5); turn += 1) for (const warmed of [other, subject]) run(warmed);
  const times = Array.from({ length: pairs }, () => ({ other: run(other), own: run(subject) }));
  return {
    median: median(times.map(({ own }) => own)),
    ratio: median(times.map(({ own, other }) => own / other)),
  };
}

/** @param {Subject} subject @returns {number} milliseconds from start to end */
function run(subject) {
  subject.prepare?.();
  const start = performance.now();
  const { status, stderr } = output(subject);
  const time = performance.now() - start;
  if (status !== (subject.status ?? 0)) throw new Error(`${subject.name} ended with ${status}: ${stderr}`);
  return time;
}

/** The output of a run. @param {Subject} subject */
export function output({ command = process.execPath, args, cwd = root, env }) {
  return spawnSync(command, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 30 });
}

/**
 * @param {Subject} subject
 * @returns {Promise<number>} peak memory in MiB, from a separate run; NaN where the system does not report it
 */
export async function peakMemory({ command = process.execPath, args, cwd = root, env }) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'ignore' });
  let peak = Number.NaN;
  const timer = setInterval(() => {
    peak = highWater(child.pid) ?? peak;
  }, LOOK_EVERY);
  await once(child, 'close');
  clearInterval(timer);
  return peak;
}

/** @param {number | undefined} pid */
function highWater(pid) {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/** @param {readonly number[]} values @returns {number} */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
