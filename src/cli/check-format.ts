import { CannotRun } from './errors.js';

/** Refuses a format the command does not write. */
export function checkFormat(format: string, known: readonly string[]): void {
  if (known.includes(format)) return;
  throw new CannotRun(`没有“${format}”这种格式`, `可用的格式：${known.join('、')}。`);
}
