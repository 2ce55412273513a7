import type { GlobalOptions, Timing, World } from '../context.js';

/** One option of a command, as commander writes flags. */
export interface OptionSpec {
  readonly flags: string;
  readonly text: string;
}

export interface Run<Options> {
  readonly world: World;
  readonly args: readonly string[];
  readonly options: Options & GlobalOptions;
  readonly timing: Timing;
}

/** What a command is called, what it takes, and where its work is done. */
export interface CommandSpec {
  readonly name: string;
  /** Placeholders as commander writes them: `[路径...]`. */
  readonly args?: string;
  readonly group: '登记和校验' | '查看和上报';
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** false where the command has nothing to do with an existing ledger. */
  readonly opensLedger?: boolean;
  /** false where `--rev` makes no sense: the command writes into the ledger's files, or reads none of its records. */
  readonly atRevision?: boolean;
  /** An example or two, shown under the help. */
  readonly examples: readonly string[];
  /** The command's own file; `run` returns the exit code. */
  // biome-ignore lint/suspicious/noExplicitAny: each command knows its own options.
  readonly load: () => Promise<{ readonly run: (run: Run<any>) => Promise<number> }>;
}
