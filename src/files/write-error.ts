import { ReadError } from './reader.js';
import { systemReason } from './system-reason.js';

/** A file that cannot be written; `reason` is Chinese. When it is thrown, nothing has changed. */
export class WriteError extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

/** Reasons of our own for not writing. */
export const NOT_WRITTEN = {
  changed: '刚刚被别的程序改过',
  busy: '另一个 yueyi 正在写这里',
  moved: '所在的文件夹刚刚被换成了链接',
} as const;

/** Runs some writing; turns the system's errors into WriteError with a reason. @throws WriteError */
export function writing<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReadError) throw new WriteError(error.path, error.reason);
    const isSystems = typeof (error as { code?: unknown }).code === 'string' && !(error instanceof TypeError);
    throw isSystems ? new WriteError(path, systemReason(error)) : error;
  }
}
