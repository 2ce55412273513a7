import { nearest } from '../../text/nearest.js';

/** A query that names something unknown. Its message has suggestions. */
export class LookupFault extends Error {
  constructor(
    message: string,
    readonly way: string,
  ) {
    super(message);
  }
}

/** 是不是 甲、乙？ with the nearest names, else all choices. */
export function suggestion(word: string, known: readonly string[], otherwise: string): string {
  const near = nearest(word, known, 3);
  return near.length > 0 ? `是不是 ${near.join('、')}？` : otherwise;
}
