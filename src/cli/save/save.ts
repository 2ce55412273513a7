import { resolve } from 'node:path';
import { GitProblem } from '../../git/git-problem.js';
import { Repository } from '../../git/repository.js';
import { type Differences, differencesBody } from '../../reports/changes/differences-document.js';
import type { Run } from '../commands/command.js';
import type { SaveOptions } from '../commands/save.js';
import { compareVersions } from '../compare-versions.js';
import { productLook } from '../context.js';
import { CannotRun, EXIT } from '../errors.js';
import { openLedger, refuseErrors } from '../open-ledger.js';
import { commitFolder, hasChanges, holdsLedger } from './commit.js';
import { commitMessage } from './commit-message.js';
import { meet } from './meet.js';

/** Validates, tells what changed, commits, and meets the remote. Nothing is committed of a ledger with errors. */
export async function save(run: Run<SaveOptions>): Promise<number> {
  const opened = await openLedger(run);
  const errors = await refuseErrors(opened, run, { zh: '没有保存', en: 'Nothing was saved' });
  if (errors === null) return EXIT.no;
  const folder = resolve(run.world.workingDirectory, opened.reader.display(''));
  try {
    return await saveFolder(run, Repository.of(folder, run.world.workingDirectory, run.world.env), folder);
  } catch (error) {
    if (error instanceof GitProblem) throw new CannotRun(error.message, error.way);
    throw error;
  }
}

async function saveFolder(run: Run<SaveOptions>, repository: Repository, folder: string): Promise<number> {
  const { world, options } = run;
  if (repository.git(['rev-parse', '--verify', '--quiet', 'MERGE_HEAD']).ok)
    throw new CannotRun('仓库里有一次没有做完的合并', '做完它（git commit），或者取消（git merge --abort），再保存。');
  const changed = hasChanges(repository);
  if (changed) {
    const differences = holdsLedger(repository) ? await compareVersions(run, 'HEAD') : null;
    await tell(run, differences);
    const message = options.message ?? commitMessage(differences);
    if (options.dryRun) {
      world.stdout.write(`没有提交。提交说明会是：${message.split('\n')[0]}\n`);
      return EXIT.fine;
    }
    commitFolder(repository, message);
    world.stdout.write(`已保存：${message.split('\n')[0]}\n`);
  } else world.stdout.write('没有改动，不用保存。\n');
  return options.push && !options.dryRun ? meet(run, repository, folder) : EXIT.fine;
}

async function tell(run: Run<SaveOptions>, differences: Differences | null): Promise<void> {
  if (differences === null || run.options.quiet) return;
  const { productFormat } = await import('../../render/formats.js');
  const text = await productFormat('text').render(
    { document: () => ({ body: differencesBody(differences) }) },
    { ...productLook(run), ids: false },
  );
  for (const piece of text ?? []) run.world.stdout.write(`${piece}`);
  run.world.stdout.write('\n');
}
