import type { GlobalOptions, Timing, World } from '../context.js';

/** What the shell offers for a word: these words themselves, or a list that is looked up when it is asked for. */
export type Completes = readonly string[] | keyof typeof COMPLETED;

/** Lists that are looked up, each by the placeholder that stands for such a word in the help. */
export const COMPLETED = {
  kinds: '类别',
  branches: '支部',
  pairings: '结对',
  programs: '项目',
  records: '编号或名称',
  figures: '统计编号',
  codes: '代码',
  conditions: '条件',
  fields: '字段',
  revisions: '版本',
  files: '文件',
  paths: '路径',
  folders: '文件夹',
  directories: '目录',
  commands: '命令',
} as const;

/** Placeholders of which the option's text lists all words: text（默认）或 json. */
export const CLOSED: readonly string[] = ['格式', '视图', '方式', '语言'];

/**
 * One option of a command, as commander writes flags. The shell offers what its placeholder stands for (COMPLETED), or
 * the words its text lists (CLOSED).
 */
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
  /** What the arguments may be, where the placeholder does not say it already. */
  readonly completes?: Completes;
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
