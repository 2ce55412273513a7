import { chmodSync } from 'node:fs';

/** The user id of `nobody`. */
const NOBODY = 65534;

/**
 * Runs some work as an unprivileged user with access to the folder, because tests may run as root, whom permissions do not
 * bind.
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
