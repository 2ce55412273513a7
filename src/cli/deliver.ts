import { resolve } from 'node:path';
import { guardOf, realPath } from '../files/real-path.js';
import { WriteError } from '../files/write-error.js';
import { writeOne } from '../files/writer.js';
import { isReserved } from '../workspace/layout.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';

/** The one write of a product: to the file of `-o`, whole, or to standard output. */
export function deliver({ world, options, timing }: Run<object>, product: string | Uint8Array): void {
  timing.mark('生成');
  if (options.output === undefined) {
    world.stdout.write(product);
    return;
  }
  try {
    const path = realPath(resolve(world.workingDirectory, options.output));
    refuseGuarded(path, options.output);
    writeOne(path, product);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    throw new CannotRun(`写不了“${options.output}”：${error.reason}`, '文件夹要先建好；换一个路径，或检查权限。');
  }
  if (!options.quiet) world.stderr.write(`已写入 ${options.output}\n`);
}

/** A product written over records would destroy them; one written over git's files, every version of them. */
function refuseGuarded(path: string, typed: string): void {
  const guard = guardOf(path, isReserved);
  if (guard === 'records')
    throw new CannotRun(`“${typed}”在台账的数据目录里，写进去会盖掉记录`, '材料写到别的文件夹里。');
  if (guard === 'git')
    throw new CannotRun(`“${typed}”在 git 自己的文件夹里，写进去会弄坏仓库`, '材料写到别的文件夹里。');
}
