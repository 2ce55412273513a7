import { dirname, relative, resolve } from 'node:path';
import { withSlashes } from '../../files/display-path.js';
import { findDataFolder, isDataFolder } from '../../files/find-data.js';
import { readBytes } from '../../files/read-bytes.js';
import { ReadError } from '../../files/reader.js';
import { NOT_PLAIN } from '../../files/system-reason.js';
import { WriteError } from '../../files/write-error.js';
import { makeFolders, removeOne, writeOne } from '../../files/writer.js';
import { Repository } from '../../git/repository.js';
import { escapeControls } from '../../text/escape.js';
import type { Run } from '../commands/command.js';
import { CannotRun, EXIT } from '../errors.js';
import { addDrivers, removeDrivers } from './git-settings.js';
import { chainLine, hookScript, isOurs } from './hook-script.js';

/** Installs the hook; replaces our own, and leaves any other unchanged. @throws CannotRun, GitProblem */
export function installHook({ world, options }: Run<object>): number {
  const { program, workingDirectory } = world;
  if (!program) throw new CannotRun('不知道 yueyi 装在哪里', '用 yueyi 命令本身来装。');
  const { repository, top } = Repository.around(workingDirectory, world.env);
  const path = hookPath(repository, top);
  const known = readHook(path);
  if (known === undefined || (known !== null && !isOurs(textOf(known)))) {
    // The line is to be copied: it is never broken in two.
    world.stderr.write(
      `已经有别的提交前钩子，没有改动它：${shown(workingDirectory, path)}\n要两个都用，在它的最后加一行：\n${chainLine(program)}\n`,
    );
    return EXIT.cannot;
  }
  const folder = ledgerBelow(top, workingDirectory, options.data);
  const script = hookScript(program, dataBelow(top, workingDirectory, options.data));
  write(() => {
    makeFolders(dirname(path));
    // git passes over a hook that it may not run: it is one from the start.
    writeOne(path, script, { expected: known, mode: 0o755 });
    if (folder !== null) addDrivers(repository, folder, program);
  });
  world.stdout.write(
    `${known === null ? '已装上' : '已更新'}提交前校验：${shown(workingDirectory, path)}\n` +
      '以后每次 git commit 先校验要提交的内容，有必须修改的就不让提交。\n' +
      `${folder === null ? '' : '两个人都改了一个文件时，git 按记录合并；git diff 用中文显示改动。\n'}` +
      '这些只在这个仓库的本机副本里起作用，别的电脑要各装一次；取下用 yueyi hook uninstall。\n',
  );
  return EXIT.fine;
}

/** Removes our hook. @throws CannotRun where the hook is not ours */
export function uninstallHook({ world }: Run<object>): number {
  const { repository, top } = Repository.around(world.workingDirectory, world.env);
  const path = hookPath(repository, top);
  const known = readHook(path);
  if (known === null) {
    world.stdout.write('没有装提交前校验，不用取下。\n');
    return EXIT.fine;
  }
  if (known === undefined || !isOurs(textOf(known))) {
    throw new CannotRun(
      `提交前钩子不是 yueyi 装的，没有改动它：${shown(world.workingDirectory, path)}`,
      '里面有 yueyi hook run 的，打开文件删去那一行。',
    );
  }
  write(() => {
    // The hook goes last: where this is stopped, it is still there to be taken away again, with the rest.
    removeDrivers(repository);
    removeOne(path, known);
  });
  world.stdout.write(`已取下提交前校验：${shown(world.workingDirectory, path)}\n`);
  return EXIT.fine;
}

/** The present hook; null for none, undefined for something that is no plain file. @throws CannotRun */
function readHook(path: string): Uint8Array | null | undefined {
  try {
    return readBytes(path);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    if (error.reason === NOT_PLAIN.link || error.reason === NOT_PLAIN.special) return undefined;
    throw new CannotRun(`读不了“${path}”：${error.reason}`, '检查文件夹的权限。');
  }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** The path where git looks for the hook. @throws CannotRun for one outside the repository, which others use too */
function hookPath(repository: Repository, top: string): string {
  const folder = repository.hooksFolder();
  const isOwn = [top, repository.commonFolder()].some((own) => !relative(own, folder).startsWith('..'));
  if (isOwn) return resolve(folder, 'pre-commit');
  throw new CannotRun(
    `git 的钩子文件夹设在这个仓库之外（core.hooksPath：${folder}），装进去会影响别的仓库`,
    '先给这个仓库单设一个：git config core.hooksPath .git/hooks，再运行 yueyi hook install。',
  );
}

/** The data folder that was given, relative to the top, where the hook runs. @throws CannotRun where it is none */
function dataBelow(top: string, workingDirectory: string, data: string | undefined): string | undefined {
  if (data === undefined) return undefined;
  const folder = resolve(workingDirectory, data);
  const below = withSlashes(relative(top, folder));
  if (isDataFolder(folder) && !below.startsWith('..')) return below || '.';
  throw new CannotRun(`“${data}”不是这个仓库里的台账数据目录`, '检查 --data；不写就校验仓库里所有的台账。');
}

/** The ledger's folder below the top, whose records git merges our way; null where there is none to be seen from here. */
function ledgerBelow(top: string, workingDirectory: string, data: string | undefined): string | null {
  const folder = data === undefined ? findDataFolder(workingDirectory) : resolve(workingDirectory, data);
  const below = folder === null ? '..' : withSlashes(relative(top, folder));
  return below.startsWith('..') ? null : below || '.';
}

function write(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    throw new CannotRun(`改不了“${error.path}”：${error.reason}`, '检查文件夹的权限。');
  }
}

function shown(workingDirectory: string, path: string): string {
  const below = withSlashes(relative(workingDirectory, path));
  return escapeControls(below.startsWith('../../') ? path : below);
}
