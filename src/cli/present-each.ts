import { extname, resolve } from 'node:path';
import { kindOfPath } from '../files/find-data.js';
import { type Product, productFormat } from '../render/formats.js';
import type { Run } from './commands/command.js';
import { type GlobalOptions, productLook } from './context.js';
import { deliver } from './deliver.js';
import { CannotRun } from './errors.js';

/** A product among several, named by the id of the record it is about. */
export interface NamedProduct {
  readonly id: string;
  readonly product: Product;
}

/**
 * Writes several products: where `-o` names a folder a file each, called by its id, all or none; else one after another.
 * @throws CannotRun where the folder is none or may not be written, and for a format whose products cannot be joined
 */
export async function presentEach(run: Run<object>, all: readonly NamedProduct[]): Promise<void> {
  const { format, ids = false }: GlobalOptions & { readonly ids?: boolean } = run.options;
  const row = productFormat(format);
  const folder = folderMeant(run);
  if (folder === undefined && !row.join)
    throw new CannotRun(`${row.name} 格式的几份不能连成一份`, '写进一个文件夹，一份一个文件：-o 文件夹/');
  const made: { readonly path: string; readonly content: string | Uint8Array }[] = [];
  for (const { id, product } of all) {
    const content = await row.render(product, { ...productLook(run), ids });
    if (content !== null) made.push({ path: `${id}${row.endings[0] ?? ''}`, content });
  }
  if (folder !== undefined) {
    run.timing.mark('生成');
    const { writeProducts } = await import('./write-product.js');
    writeProducts(run, folder, made);
  } else if (row.join) await deliver(run, row.join(made.map(({ content }) => String(content))));
}

/** The folder that `-o` names: it is there, ends with a slash or has no ending of a file. */
function folderMeant(run: Run<object>): string | undefined {
  const { output } = run.options;
  if (output === undefined) return undefined;
  if (namesFolder(run)) return output;
  if (extname(output) !== '') return undefined;
  if (kindOfPath(resolve(run.world.workingDirectory, output)) === 'file') throw fileInPlace(output);
  return output;
}

/** Whether `-o` can only be a folder: it is there, or ends with a slash. @throws CannotRun where it is a file */
export function namesFolder({ world, options: { output } }: Run<object>): boolean {
  if (output === undefined) return false;
  const found = kindOfPath(resolve(world.workingDirectory, output));
  const hasSlash = /[\\/]$/.test(output);
  if (found === 'file' && hasSlash) throw fileInPlace(output);
  return found === 'folder' || hasSlash;
}

function fileInPlace(output: string): CannotRun {
  return new CannotRun(`“${output}”是文件，不是文件夹`, '换一个文件夹；要几份连成一份，写 -o 文件名.txt。');
}
