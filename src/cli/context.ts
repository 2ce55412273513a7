import type { Questions } from './ask/questions.js';
import { CannotRun } from './errors.js';

/** The environment of a command: everything that differs between a terminal, a pipe and a test. */
export interface World {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** The clock, read once. */
  readonly now: () => Date;
  /** Asks at the terminal and gives the line typed, null where it is left; absent where nobody can be asked. */
  readonly ask?: ((question: string) => Promise<string | null>) | undefined;
  /** Asks at the terminal; absent where nobody can be asked. */
  readonly questions?: Questions | undefined;
  /** How this program was started, for a hook that starts it again; absent where it runs inside another. */
  readonly program?: ProgramPath;
}

/** Node and the script it runs, as absolute paths. */
export interface ProgramPath {
  readonly node: string;
  readonly script: string;
}

export interface Stream {
  write(product: string | Uint8Array): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Options every command takes, before or after its name. */
export interface GlobalOptions {
  readonly data?: string;
  /** A git revision whose ledger is read instead of the files as they are. */
  readonly rev?: string;
  readonly color: boolean;
  readonly ascii: boolean;
  readonly quiet: boolean;
  readonly timing: boolean;
  readonly debug: boolean;
  readonly sample: boolean;
  readonly force: boolean;
  readonly strict: boolean;
  readonly output?: string;
  /** The product's format by its name, whether `--format` or the ending of `-o` says it. */
  readonly format: string;
  /** Of diagnostics; everything else is Chinese. */
  readonly lang?: string;
}

/** The width of output to a pipe or a file, in columns. */
export const PLAIN_WIDTH = 80;
const NARROWEST = 40;
const WIDEST = 120;

/** The look of text on a stream: without colour and 80 columns wide unless it is a terminal. */
export function lookOf(stream: Stream, { env }: World, { color, ascii }: Pick<GlobalOptions, 'color' | 'ascii'>) {
  const terminal = stream.isTTY === true;
  const plain = !terminal || !color || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  const columns = terminal ? (stream.columns ?? PLAIN_WIDTH) : PLAIN_WIDTH;
  return { color: !plain, ascii, width: Math.min(Math.max(columns, NARROWEST), WIDEST) };
}

/**
 * The look of a product: a file is as a pipe, but with each paragraph on one line, so that it can be pasted into Word.
 */
export function productLook({ world, options }: { readonly world: World; readonly options: GlobalOptions }) {
  const inFile = options.output !== undefined;
  return { ...lookOf(inFile ? { write: () => true } : world.stdout, world, options), unwrapped: inFile };
}

/** Today in China, YYYY-MM-DD; `YUEYI_TODAY` sets it. @throws CannotRun where that is no date */
export function todayOf({ env, now }: World, isDate: (text: string) => boolean): string {
  const set = env.YUEYI_TODAY;
  if (set === undefined || set === '') return new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  if (!isDate(set)) throw new CannotRun(`YUEYI_TODAY 的值“${set}”不是日期`, '写成 2025-03-15 的样子。');
  return set;
}

/** Measures the parts of a run in milliseconds, for `--timing`. */
export class Timing {
  /** By name, in the order in which they first ended: some parts take turns. */
  private readonly parts = new Map<string, number>();
  private last = 0;

  /** Without `--timing` the clock is not read, which would load a module of Node's. */
  constructor(private readonly isAsked: boolean) {}

  /** Closes the part that began at the last mark, or one more stretch of it; the first begins with the process. */
  mark(name: string): void {
    if (!this.isAsked) return;
    const at = performance.now();
    this.parts.set(name, (this.parts.get(name) ?? 0) + at - this.last);
    this.last = at;
  }

  report(): string {
    const shown: readonly (readonly [string, number])[] = [...this.parts, ['合计', this.last]];
    return `${shown.map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(1)} 毫秒`).join('，')}\n`;
  }
}
