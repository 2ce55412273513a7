import type { Run } from './commands/command.js';

/** Writes a product: to the file of `-o`, all or nothing, or to standard output. @throws CannotRun */
export async function deliver(run: Run<object>, product: string | Uint8Array): Promise<void> {
  const { world, options, timing } = run;
  timing.mark('生成');
  if (options.output === undefined) {
    world.stdout.write(product);
    return;
  }
  // Loaded only when needed: most products go to a screen.
  const { writeProduct } = await import('./write-product.js');
  writeProduct(run, options.output, product);
}
