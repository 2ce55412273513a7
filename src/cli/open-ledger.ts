import { join, relative, resolve } from 'node:path';
import type { Diagnostic, Finding, Language } from '../diagnostics/diagnostic.js';
import { findDataFolder, isDataFolder } from '../files/find-data.js';
import { FolderReader, SnapshotReader } from '../files/folder-reader.js';
import type { Reader } from '../files/reader.js';
import { type Revision, revisionName, shortCommit } from '../git/revision.js';
import { type Loaded, load } from '../workspace/load.js';
import type { Run } from './commands/command.js';
import { type GlobalOptions, lookOf, type World } from './context.js';
import { CannotRun } from './errors.js';
import { languageOf } from './language.js';
import { readerAt, refuseGone } from './open-revision.js';

/** A refused report shows this many errors and counts the rest. */
const SHOWN = 3;

export interface Opened extends Loaded {
  readonly reader: Reader;
  /** The version that was read (`--rev`); absent where the files are seen as they are. */
  readonly revision?: Revision;
}

/**
 * Finds, reads and checks the ledger the options name, as it is or as it was at a git revision.
 * @throws CannotRun where there is none
 */
export async function openLedger(
  run: Run<object>,
  {
    rev = run.options.rev,
    snapshot = false,
  }: {
    readonly rev?: string | undefined;
    /** The files will be written: each is read once, so that all is done with one and the same text. */
    readonly snapshot?: boolean;
  } = {},
): Promise<Opened> {
  const { world, options, timing } = run;
  const folder = await dataFolder(world, options, rev);
  const Files = snapshot ? SnapshotReader : FolderReader;
  const reader = rev === undefined ? new Files(folder, world.workingDirectory) : await readerAt(world, folder, rev);
  timing.mark('启动');
  const loaded = await load(reader, {
    noSample: !options.sample,
    mark: (part) => timing.mark(part),
    ...(world.env.YUEYI_READER === 'js-yaml' ? { sourceReader: 'js-yaml' } : {}),
  });
  return { ...loaded, reader, ...('revision' in reader ? { revision: reader.revision } : {}) };
}

/**
 * The data folder the options name, or the nearest one, as the user would write it.
 * @throws CannotRun where there is none
 */
export async function dataFolder(world: World, { data }: GlobalOptions, rev?: string): Promise<string> {
  const { env, workingDirectory } = world;
  const named = data ?? (env.YUEYI_DATA || undefined);
  if (named === undefined) {
    const found = findDataFolder(workingDirectory);
    if (found !== null) return relative(workingDirectory, found) || '.';
  } else if (isDataFolder(resolve(workingDirectory, named))) return named;
  if (rev !== undefined) await refuseGone(world, rev);
  if (named === undefined) {
    throw new CannotRun(
      '没有找到台账：从这里往上都没有 data/workspace.yaml',
      '进入台账所在的文件夹再试，用 --data 指明数据目录，或用 yueyi init 新建一本台账。',
    );
  }
  const within = join(named, 'data');
  throw new CannotRun(
    `“${named}”里没有 workspace.yaml，不是台账的数据目录`,
    isDataFolder(resolve(workingDirectory, within))
      ? `是不是 ${within}？`
      : '检查 --data 或环境变量 YUEYI_DATA 写的路径。',
  );
}

/** The diagnostics of findings, all or the first `most`. The code is loaded only where there are any. */
export async function diagnosticsOf(
  { reader }: Opened,
  findings: readonly Finding[],
  language: Language = 'zh',
  most?: number,
): Promise<readonly Diagnostic[]> {
  if (findings.length === 0) return [];
  const { diagnose } = await import('../workspace/diagnose.js');
  return diagnose(reader, findings, language, most);
}

/**
 * Refuses a ledger with errors, from which a report would print wrong figures; shows the first errors and what to do.
 * @returns the number of errors (0, or more under `--force`), or null where the command must stop
 */
export async function refuseErrors(
  opened: Opened,
  { world, options }: Run<object>,
  undone: Readonly<Record<Language, string>> = NOT_MADE,
): Promise<number | null> {
  const errors = opened.findings.filter(({ severity }) => severity === 'error' || options.strict);
  if (errors.length === 0 || options.force) return errors.length;
  const { renderDiagnostics } = await import('../diagnostics/formats/text.js');
  const language = languageOf(options);
  const look = { ...lookOf(world.stderr, world, options), language };
  world.stderr.write(renderDiagnostics(await diagnosticsOf(opened, errors, language, SHOWN), look));
  world.stderr.write(`\n${REFUSED[language](errors.length, undone[language], opened.revision)}\n`);
  return null;
}

const NOT_MADE: Readonly<Record<Language, string>> = { zh: '没有生成材料', en: 'Nothing was made' };

/** The last sentence of a refusal, with what to do. */
const REFUSED: Readonly<Record<Language, (count: number, undone: string, revision?: Revision) => string>> = {
  zh: (count, undone, revision) =>
    `${revision ? `${revisionName(revision)}的台账` : '台账'}有 ${count} 处必须修改，${undone}。\n用 yueyi validate${revOption(revision)} 查看全部；确要先看，加上 --force。`,
  en: (count, undone, revision) =>
    `Errors in the ledger${revision ? ` of revision ${shortCommit(revision)}` : ''}: ${count}. ${undone}.\nyueyi validate${revOption(revision)} shows them all; to see it nevertheless, add --force.`,
};

const revOption = (revision: Revision | undefined): string => (revision ? ` --rev ${shortCommit(revision)}` : '');
