import { relative, resolve } from 'node:path';
import { dataFolderAbove } from '../files/find-data.js';
import { ReadError } from '../files/reader.js';
import { writeWhole } from '../files/write-whole.js';
import { isReserved } from '../workspace/layout.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';

/** The one write of a product: to the file of `-o`, whole, or to standard output. */
export function deliver({ world, options, timing }: Run<object>, product: string): void {
  timing.mark('生成');
  if (options.output === undefined) {
    world.stdout.write(product);
    return;
  }
  const path = resolve(world.workingDirectory, options.output);
  refuseRecords(path, options.output);
  try {
    writeWhole(path, product);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    throw new CannotRun(`写不了“${options.output}”：${error.reason}`, '文件夹要先建好；换一个路径，或检查权限。');
  }
  if (!options.quiet) world.stderr.write(`已写入 ${options.output}\n`);
}

/** A product written over records would destroy them. */
function refuseRecords(path: string, typed: string): void {
  const data = dataFolderAbove(path);
  if (data === null || isReserved(relative(data, path))) return;
  throw new CannotRun(`“${typed}”在台账的数据目录里，写进去会盖掉记录`, '材料写到别的文件夹里。');
}
