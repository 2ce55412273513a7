import { FORMATS, type Product } from '../render/formats.js';
import type { Run } from './commands/command.js';
import { type GlobalOptions, productLook } from './context.js';
import { deliver } from './deliver.js';

/** Writes a product in the chosen format; only that format's renderer is loaded. */
export async function present(run: Run<object>, product: Product): Promise<void> {
  const { format, ids = false }: GlobalOptions & { readonly ids?: boolean } = run.options;
  const row = FORMATS.find(({ name }) => name === format);
  if (!row) throw new TypeError(`no such format of products: ${format}`);
  const made = await row.render(product, { ...productLook(run), ids });
  if (made !== null) await deliver(run, made);
}
