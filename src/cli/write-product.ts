import { join, resolve } from 'node:path';
import { readBytes } from '../files/read-bytes.js';
import { guardOf, realPath } from '../files/real-path.js';
import { WriteError, writing } from '../files/write-error.js';
import { tidy, writeOne, writeTogether } from '../files/writer.js';
import { isReserved } from '../workspace/layout.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';

/**
 * Writes a product to the file typed after `-o`, all or nothing.
 * @throws CannotRun where it cannot or may not be written
 */
export function writeProduct(
  { world, options }: Run<object>,
  typed: string,
  parts: readonly (string | Uint8Array)[],
): void {
  writingTo(typed, () => {
    const path = realPath(resolve(world.workingDirectory, typed));
    refuseGuarded(path, typed);
    writeOne(path, Buffer.concat(parts.map((part) => Buffer.from(part))));
  });
  if (!options.quiet) world.stderr.write(`已写入 ${typed}\n`);
}

/**
 * Writes several products into the folder typed after `-o`, all or none; the folder is made if only it is missing.
 * @param products their names in the folder
 * @throws CannotRun where they cannot or may not be written
 */
export function writeProducts(
  { world, options }: Run<object>,
  typed: string,
  products: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): void {
  writingTo(typed, () => {
    const home = realPath(resolve(world.workingDirectory, typed));
    for (const { path } of products) refuseGuarded(join(home, path), typed);
    // What a killed run has left is taken back first: else it would be read here and be gone before it is compared.
    tidy(home);
    writeTogether(
      home,
      products.map((product) => ({ ...product, expected: writing(typed, () => readBytes(join(home, product.path))) })),
    );
  });
  if (!options.quiet) world.stderr.write(`已写入 ${typed}：${products.length}份\n`);
}

/** Turns a failure to write into a message. @throws CannotRun */
function writingTo(typed: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    throw new CannotRun(`写不了“${typed}”：${error.reason}`, '文件夹要先建好；换一个路径，或检查权限。');
  }
}

/** Refuses to write over records or over git's own files, which would be lost. */
function refuseGuarded(path: string, typed: string): void {
  const guard = guardOf(path, isReserved);
  if (guard === 'records')
    throw new CannotRun(`“${typed}”在台账的数据目录里，写进去会盖掉记录`, '材料写到别的文件夹里。');
  if (guard === 'git')
    throw new CannotRun(`“${typed}”在 git 自己的文件夹里，写进去会弄坏仓库`, '材料写到别的文件夹里。');
}
