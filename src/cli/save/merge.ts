import { resolve } from 'node:path';
import { WriteError } from '../../files/write-error.js';
import { writeOne } from '../../files/writer.js';
import type { Repository } from '../../git/repository.js';
import { type MergeConflict, type MergeSide, mergeFiles, type Versions } from '../../history/merge/merge-files.js';
import { conflictQuestion } from '../../reports/changes/conflict-question.js';
import type { Kind } from '../../schema/kinds.js';
import { textOf } from '../../source/text-of.js';
import { escapeControls } from '../../text/escape.js';
import { roleOf } from '../../workspace/layout.js';
import type { Run } from '../commands/command.js';
import type { World } from '../context.js';
import { EXIT } from '../errors.js';
import { openLedger, refuseErrors } from '../open-ledger.js';
import { saidBy } from './commit.js';

const UNDECIDED = '两边改了同一条记录的同一处，还没有定用哪一边。';
const ASKED = '在命令行窗口里运行 yueyi save，会逐条问。';

/** A file that git could not merge, by its path below the data folder. */
interface Clashing {
  readonly path: string;
  readonly versions: Versions;
}

/**
 * Merges the commits of others: git first, then record by record, then by asking. Where that is not done, or the ledgers
 * together have errors, the merge is taken back. @returns 1 then, 0 where it is done
 */
export async function mergeTheirs(
  run: Run<object>,
  repository: Repository,
  folder: string,
  tip: string,
): Promise<number> {
  const merged = repository.git(['merge', '--quiet', '--no-commit', '--no-ff', '--no-rerere-autoupdate', tip]);
  const paths = unmerged(repository);
  if (!merged.ok && paths.length === 0)
    return takenBack(run, repository, `没有合并对方的改动：${saidBy(merged.stderr || merged.stdout.toString())}`);
  const files = paths.map((path) => clashingFile(repository, path));
  const foreign = paths.filter((_, index) => files[index] === null);
  if (foreign.length > 0)
    return takenBack(run, repository, `两边都改了，只能用 git 合并：${foreign.map(escapeControls).join('、')}`);
  for (const file of files) {
    if (file === null) continue;
    const text = await settled(run, file);
    if (text === null) return takenBack(run, repository, run.world.ask ? UNDECIDED : `${UNDECIDED}${ASKED}`);
    if (!put(repository, folder, file.path, text))
      return takenBack(run, repository, `写不了 ${escapeControls(file.path)}`);
  }
  const errors = await refuseErrors(await openLedger(run), run, { zh: '没有合并', en: 'Nothing was merged' });
  if (errors === null) return takenBack(run, repository, '两边各自没有错，合在一起有上面的错误。');
  const done = repository.git(['commit', '--quiet', '--file=-'], '合并对方的登记\n');
  if (!done.ok) return takenBack(run, repository, `合并没有提交：${saidBy(done.stderr)}`);
  run.world.stdout.write('已合并对方的登记。\n');
  return EXIT.fine;
}

function takenBack({ world }: Run<object>, repository: Repository, why: string): number {
  repository.git(['merge', '--abort']);
  world.stderr.write(`${why}\n您的改动已保存在本机，还没有推送；对方的改动没有动到您的文件。\n`);
  return EXIT.no;
}

/** The paths below the data folder that git left unmerged; those elsewhere too, as git names them. */
function unmerged(repository: Repository): readonly string[] {
  const { stdout } = repository.git(['diff', '--name-only', '--relative', '--diff-filter=U', '-z']);
  const elsewhere = repository.git(['diff', '--name-only', '--no-relative', '--diff-filter=U', '-z']).stdout;
  const [own, all] = [stdout, elsewhere].map((names) => names.toString().split('\0').filter(Boolean)) as [
    string[],
    string[],
  ];
  return [...own, ...all.filter((path) => !path.startsWith(repository.prefix)).map((path) => `../${path}`)];
}

/** The three versions of a file of records; null for any other file. */
function clashingFile(repository: Repository, path: string): Clashing | null {
  if (kindOfPath(path) === null) return null;
  const read = (stage: number): string | null => {
    const { ok, stdout } = repository.git(['cat-file', 'blob', `:${stage}:${repository.prefix}${path}`]);
    return ok ? textOf(stdout) : '';
  };
  const [base, ours, theirs] = [1, 2, 3].map(read);
  return base == null || ours == null || theirs == null ? null : { path, versions: { base, ours, theirs } };
}

/** The merged text, with an answer to each question that is left; null where there is no answer. */
async function settled({ world }: Run<object>, { path, versions }: Clashing): Promise<string | null> {
  const first = mergeFiles(versions);
  if (first === null) return null;
  const answers = new Map<string, MergeSide>();
  for (const conflict of first.conflicts) {
    const side = await ask(world, path, conflict);
    if (side === null) return null;
    answers.set(conflict.id, side);
  }
  return answers.size === 0 ? first.text : (mergeFiles(versions, answers)?.text ?? null);
}

async function ask({ stderr, ask: question }: World, path: string, conflict: MergeConflict): Promise<MergeSide | null> {
  const kind = kindOfPath(path);
  stderr.write(`${conflictQuestion(kind, conflict)}\n`);
  if (!question) return null;
  const answer = (await question('用哪一边？1 本机的，2 对方的，回车先不合并：'))?.trim();
  return answer === '1' || answer === '１' ? 'ours' : answer === '2' || answer === '２' ? 'theirs' : null;
}

/** Writes the merged text and tells git that the file is settled. */
function put(repository: Repository, folder: string, path: string, text: string): boolean {
  try {
    writeOne(resolve(folder, path), text);
  } catch (error) {
    if (error instanceof WriteError) return false;
    throw error;
  }
  return repository.git(['add', '--', path]).ok;
}

/** The kind of the records in a file; null for any other file. */
function kindOfPath(path: string): Kind | null {
  const role = roleOf(path);
  return role.role === 'records' ? role.kind : null;
}
