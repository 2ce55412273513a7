import type { Run } from './commands/command.js';

/** The characters written at once of a product in pieces. */
const AT_ONCE = 2 ** 16;

/** Writes a product: to the file of `-o`, all or nothing, or to standard output. @throws CannotRun */
export async function deliver(run: Run<object>, product: Iterable<string> | Uint8Array): Promise<void> {
  const { world, options, timing } = run;
  timing.mark('生成');
  if (options.output === undefined) {
    for (const part of partsOf(product)) world.stdout.write(part);
    return;
  }
  // Loaded only when needed: most products go to a screen.
  const { writeProduct } = await import('./write-product.js');
  writeProduct(run, options.output, [...partsOf(product)]);
}

/** A text is one part, though it could be taken character by character. */
function* partsOf(product: Iterable<string> | Uint8Array): Generator<string | Uint8Array, void> {
  if (typeof product === 'string' || product instanceof Uint8Array) return yield product;
  let text = '';
  for (const piece of product) {
    text += piece;
    if (text.length < AT_ONCE) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
