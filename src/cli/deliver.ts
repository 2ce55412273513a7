import type { Run } from './commands/command.js';

/** The one write of a product: to the file of `-o`, whole, or to standard output. @throws CannotRun */
export async function deliver(run: Run<object>, product: string | Uint8Array): Promise<void> {
  const { world, options, timing } = run;
  timing.mark('生成');
  if (options.output === undefined) {
    world.stdout.write(product);
    return;
  }
  // Most products go to a screen: the writer of files would take every start milliseconds.
  const { writeProduct } = await import('./write-product.js');
  writeProduct(run, options.output, product);
}
