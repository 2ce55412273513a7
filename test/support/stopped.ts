import fs, { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/** Where in a call of the file system a process is killed. Only a write can be half done. */
type Moment = 'before' | 'half' | 'after';

/** A stop: the how-manieth call below the folder, and where in it. */
export interface Stop {
  readonly call: number;
  readonly moment: Moment;
}

/** What ends a run in place of a real kill: nothing that is called after it does anything. */
class Killed extends Error {}

type Call = (...args: unknown[]) => unknown;
type System = Record<string, Call & { native?: Call }>;

const BY_PATH = [
  ...['accessSync', 'chmodSync', 'existsSync', 'linkSync', 'lstatSync', 'mkdirSync', 'openSync', 'readFileSync'],
  ...['readdirSync', 'realpathSync', 'renameSync', 'rmSync', 'rmdirSync', 'statSync', 'unlinkSync', 'writeFileSync'],
];
const BY_FILE = ['closeSync', 'fchmodSync', 'fchownSync', 'fstatSync', 'fsyncSync', 'writeSync'];
/** From the first of these on, every call is counted: killed before it, a run has done nothing at all. */
const CHANGES = ['linkSync', 'mkdirSync', 'renameSync', 'rmdirSync', 'unlinkSync', 'writeSync', 'writeFileSync'];

/** A number that no process has: what a killed run leaves behind must be known to be nobody's. */
const NOBODY = 2 ** 22 + 1;

/**
 * Does some work as a process that is killed at a stop, seen from the files below a folder: a call is done not at all, by
 * half, or whole, and none after it. Without a stop everything is done.
 * @param before what else happens before a call, while the work goes on
 * @returns the names of the calls from the first change on
 */
export async function stopped(
  folder: string,
  stop: Stop | null,
  work: () => unknown,
  before: (call: number) => void = () => undefined,
): Promise<readonly string[]> {
  const system = fs as unknown as System;
  const known: [name: string, call: Call][] = [...BY_PATH, ...BY_FILE].map((name) => [name, system[name] as Call]);
  const native = system.realpathSync?.native as Call;
  const state = { calls: [] as string[], files: new Set<unknown>(), changing: false, dead: false };
  const { pid } = process;

  const wrapped = (name: string, call: Call): Call => {
    return (...args) => {
      const isOurs = BY_FILE.includes(name)
        ? state.files.has(args[0])
        : args.slice(0, 2).some((path) => typeof path === 'string' && `${path}/`.startsWith(`${folder}/`));
      if (!isOurs) return call(...args);
      if (state.dead) throw new Killed();
      state.changing ||= CHANGES.includes(name);
      if (state.changing) before(state.calls.push(name) - 1);
      const isStop = state.changing && stop?.call === state.calls.length - 1;
      if (isStop && stop.moment !== 'after') {
        state.dead = true;
        if (stop.moment === 'half') writeHalf(call, args);
        throw new Killed();
      }
      // Disks are slow, and what a power cut takes cannot be seen from here.
      const result = name === 'fsyncSync' ? undefined : call(...args);
      if (name === 'openSync') state.files.add(result);
      if (name === 'closeSync') state.files.delete(args[0]);
      if (isStop) {
        state.dead = true;
        throw new Killed();
      }
      return result;
    };
  };

  for (const [name, call] of known) system[name] = wrapped(name, call);
  if (system.realpathSync) system.realpathSync.native = wrapped('realpathSync', native);
  Object.defineProperty(process, 'pid', { value: stop === null ? pid : NOBODY, configurable: true });
  syncBuiltinESMExports();
  try {
    await work();
  } catch (error) {
    if (!state.dead) throw error;
  } finally {
    for (const [name, call] of known) system[name] = call;
    if (system.realpathSync) system.realpathSync.native = native;
    Object.defineProperty(process, 'pid', { value: pid, configurable: true });
    syncBuiltinESMExports();
    for (const file of state.files) closeIfOpen(file as number);
  }
  return state.calls;
}

function closeIfOpen(file: number): void {
  try {
    fs.closeSync(file);
  } catch {
    // It was closed by what was killed.
  }
}

/** `writeSync(file, bytes, offset, length)`, as far as a full disk or a kill lets it. */
function writeHalf(call: Call, [file, bytes, offset, length]: unknown[]): void {
  call(file, bytes, offset, Math.floor((length as number) / 2));
}

/** Every stop of some work, or about `most` of them. */
export function stopsOf(calls: readonly string[], most = Number.POSITIVE_INFINITY): readonly Stop[] {
  const all = calls.flatMap((name, call): Stop[] => [
    { call, moment: 'before' },
    ...(name === 'writeSync' ? [{ call, moment: 'half' } as const] : []),
    { call, moment: 'after' },
  ]);
  return sampled(all, most);
}

/** At most so many of a list, evenly spread. */
export function sampled<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** What a run keeps on purpose: by it a write is taken back. */
const HISTORY = '.yueyi-undo';

/** Every file below a folder by its path, with its mode and text; of a link, where it leads. */
export function treeOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const shown = (path: string): string =>
    lstatSync(path).isSymbolicLink()
      ? `→ ${readlinkSync(path)}`
      : `${(statSync(path).mode & 0o777).toString(8)} ${readFileSync(path).toString()}`;
  const own = files.filter((path) => !path.includes(HISTORY));
  return Object.fromEntries(own.sort().map((path) => [path.slice(folder.length + 1), shown(path)]));
}

/** What of our own lies about below a folder, and that git would take for the user's. */
export function leftovers(folder: string): { readonly all: string[]; readonly seenByGit: string[] } {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.startsWith('.yueyi') && entry.name !== HISTORY)
    .map((entry) => join(entry.parentPath, entry.name));
  const seenByGit = all.filter((path) => {
    const names = readdirSync(path);
    return names.length > 0 && !(names.includes('.gitignore') && existsSync(join(path, '.gitignore')));
  });
  return { all, seenByGit };
}
