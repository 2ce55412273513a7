import type { OutputFormat } from '../../document/output-format.js';
import type { Choice } from '../../text/choice.js';
import type { GlobalOptions, Timing, World } from '../context.js';

/** What completion offers for a word: a closed list, or one that is looked up when needed. */
export type Completes = (() => readonly Choice[]) | keyof typeof COMPLETED;

/** Lists that are looked up, with the placeholder that stands for such a word in the help. */
export const COMPLETED = {
  branches: '支部',
  pairings: '结对',
  programs: '项目',
  records: '编号或名称',
  entries: '记录',
  kinds: '类别',
  templates: '模板',
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

/**
 * An option or an argument of a command, in commander's notation: `--by <视图>`, `[路径...]`. Completion offers its
 * choices, or what its placeholder stands for (COMPLETED).
 */
export interface ParameterSpec {
  readonly flags: string;
  /** Its description, in Chinese; its choices are appended. */
  readonly text?: string;
  /** The words it may be. */
  readonly choices?: () => readonly Choice[];
  /** The choice that is taken where none is given. */
  readonly usual?: string;
}

export interface Run<Options> {
  readonly world: World;
  readonly args: readonly string[];
  readonly options: Options & GlobalOptions;
  readonly timing: Timing;
}

/**
 * A command: its names, its parameters and its work. Help and completion read all of them at every start, so a command's
 * file imports only what is light, and `run` loads the rest.
 */
// biome-ignore lint/suspicious/noExplicitAny: each command knows its own options.
export interface CommandSpec<Options = any> extends Choice {
  readonly name: string;
  readonly chinese: string;
  /** One, or several with a blank between them: `[模板] [编号或名称]`. */
  readonly argument?: ParameterSpec;
  readonly group: '登记和校验' | '查看和上报';
  readonly summary: string;
  readonly options: readonly ParameterSpec[];
  /** The formats of its product, the default first; text alone unless given. */
  readonly formats?: () => readonly OutputFormat[];
  /** false where the command needs no existing ledger. */
  readonly opensLedger?: boolean;
  /** false where `--rev` is refused: the command writes into the ledger's files, or reads none of its records. */
  readonly atRevision?: boolean;
  /** What else its user has to know, shown under the options. */
  readonly notes?: string;
  /** An example or two, shown under the help. */
  readonly examples: readonly string[];
  /** Does the work and returns the exit code. */
  readonly run: (run: Run<Options>) => Promise<number>;
}
