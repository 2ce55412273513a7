import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** `<host>-<process>-<its start>-<random>`: identifies a process, so that it can be checked whether it still runs. */
const MARK = /^(?<host>[0-9a-f]{8})-(?<pid>[1-9]\d{0,9})-(?<start>\d{1,20})-[0-9a-f]{16}$/;
/** The age in milliseconds at which a mark is stale, where the system cannot say whether its process runs. */
const LONGEST = 10 * 60_000;

/** A new, unique mark of this process. */
export function newMark(): string {
  return `${ownHost()}-${process.pid}-${startOf(process.pid) ?? '0'}-${randomBytes(8).toString('hex')}`;
}

/** Whether a text is a mark. */
export function isMark(text: string): boolean {
  return MARK.test(text);
}

/**
 * Whether the process of a mark has ended.
 * @param touched when it last wrote, in milliseconds since 1970, which decides for a process of another machine
 */
export function hasEnded(mark: string, touched: number): boolean {
  const { host, pid, start } = MARK.exec(mark)?.groups ?? {};
  const isOld = Date.now() - touched > LONGEST;
  if (host !== ownHost()) return isOld;
  if (!isRunning(Number(pid))) return true;
  const known = startOf(Number(pid));
  // A number is given to another process after a while, and soon after the machine is started anew.
  return known === null ? isOld : known !== start;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * When a process started, in ticks since the machine did (proc(5), stat, field 22); null where the system has no such
 * file.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The program's name, in brackets, may hold brackets and spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

let host: string | undefined;
function ownHost(): string {
  host ??= createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  return host;
}
