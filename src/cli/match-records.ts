import { findRecords } from '../ledger/find-records.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import { escapeControls } from '../text/escape.js';
import { nearest } from '../text/nearest.js';
import { wrap } from '../text/wrap.js';
import type { Run } from './commands/command.js';
import { lookOf } from './context.js';

/**
 * The records that match a word; where none has such a name, those with an item of that name (an action of a program).
 */
export function matchRecords(ledger: Ledger, word: string, kinds: readonly Kind[]): readonly Entry[] {
  const found = findRecords(ledger, word, kinds);
  if (found.length > 0) return found;
  const lists = ['actions', 'linkages', 'strategies', 'mechanisms', 'safeguards', 'sections'];
  const holders = kinds.flatMap((kind) => lists.flatMap((list) => ledger.withItem(kind, list, word)));
  return [...new Set(holders)].filter(({ valid }) => valid);
}

/** Reports on standard error that no record matches, with the nearest names. */
export function reportNothingFound(
  { world, options }: Run<object>,
  ledger: Ledger,
  word: string,
  kinds: readonly Kind[],
): void {
  const names = kinds
    .flatMap((kind) => ledger.all(kind))
    .flatMap(({ id, value }) => {
      const { name, title, label } = value as { name?: string; title?: string; label?: string };
      return [id, name, title, label].filter((each) => each !== undefined);
    });
  const near = nearest(word, names, 5);
  const way = near.length > 0 ? `是不是 ${near.join('、')}？` : '换一个词，或用 yueyi list 加类别查看有哪些。';
  const { width } = lookOf(world.stderr, world, options);
  for (const line of [`没有找到“${word}”。`, way]) {
    world.stderr.write(`${wrap(escapeControls(line), width).join('\n')}\n`);
  }
}
