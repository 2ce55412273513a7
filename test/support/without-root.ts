import { chmodSync } from 'node:fs';

/** Who nobody is on every Unix. */
const NOBODY = 65534;

/**
 * Does something as a user whom permissions bind, to whom the folder is opened: they mean nothing to root, as which tests
 * may run.
 */
export async function withoutRoot<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  const { geteuid, seteuid } = process;
  if (!geteuid || !seteuid || geteuid() !== 0) return work();
  chmodSync(folder, 0o755);
  seteuid(NOBODY);
  try {
    return await work();
  } finally {
    seteuid(0);
  }
}
