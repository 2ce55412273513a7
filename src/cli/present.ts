import { type Product, productFormat } from '../render/formats.js';
import type { Run } from './commands/command.js';
import { type GlobalOptions, productLook } from './context.js';
import { deliver } from './deliver.js';
import type { NamedProduct } from './present-each.js';

/** Writes a product in the chosen format; only that format's renderer is loaded. */
export async function present(run: Run<object>, product: Product): Promise<void> {
  const { format, ids = false }: GlobalOptions & { readonly ids?: boolean } = run.options;
  const made = await productFormat(format).render(product, { ...productLook(run), ids });
  if (made !== null) await deliver(run, made);
}

/** Writes the one product, or each of several. */
export async function presentAll(run: Run<object>, products: readonly NamedProduct[], isEach: boolean): Promise<void> {
  const [first] = products;
  if (isEach) await (await import('./present-each.js')).presentEach(run, products);
  else if (first) await present(run, first.product);
}
