import { nearest } from '../../text/nearest.js';

/** What was asked for names something that is not there. Said to the user with what may have been meant. */
export class LookupFault extends Error {
  constructor(
    message: string,
    readonly way: string,
  ) {
    super(message);
  }
}

/** 是不是 甲、乙？ where something is near, else what there is to choose from. */
export function suggestion(word: string, known: readonly string[], otherwise: string): string {
  const near = nearest(word, known, 3);
  return near.length > 0 ? `是不是 ${near.join('、')}？` : otherwise;
}
