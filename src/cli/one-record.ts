import { findRecords } from '../ledger/find-records.js';
import { type Entry, type Ledger, labelOf, shortLabelOf } from '../ledger/ledger.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { nearest } from '../text/nearest.js';
import { CannotRun } from './errors.js';

/** No more names than this are listed to choose from. */
const SHOWN = 10;

/**
 * The one record of a kind that matches an option's word: by id, name, alias or part of a name.
 * @throws CannotRun where none or several match
 */
export function oneRecord<K extends Kind>(
  ledger: Ledger,
  flag: string,
  word: string,
  kind: K,
  others: (entry: Entry<K>) => readonly string[] = () => [],
): Entry<K> {
  const [found, ...more] = meant(ledger, word, kind, others);
  if (!found) {
    const names = ledger
      .all(kind)
      .flatMap((entry) => [entry.id, labelOf(entry), shortLabelOf(entry), ...others(entry)]);
    const near = nearest(word, names, 3);
    const title = kindTitle(kind);
    if (near.length > 0) throw new CannotRun(`没有“${word}”这个${title}`, `是不是 ${near.join('、')}？`);
    const known = ledger.all(kind).map(({ id }) => id);
    const way = known.length === 0 ? `台账里还没有登记${title}。` : `可用的名称：${listed(known)}。`;
    throw new CannotRun(`没有“${word}”这个${title}`, way);
  }
  if (more.length === 0) return found;
  const ids = [found, ...more].map(({ id }) => id);
  throw new CannotRun(`${flag} 的“${word}”有${ids.length}个：${listed(ids)}`, '写全名称，只留一个。');
}

function listed(ids: readonly string[]): string {
  return `${ids.slice(0, SHOWN).join('、')}${ids.length > SHOWN ? '等' : ''}`;
}

/** The records that match by their own names, or else by another, such as a pairing's partner. */
function meant<K extends Kind>(
  ledger: Ledger,
  word: string,
  kind: K,
  others: (entry: Entry<K>) => readonly string[],
): readonly Entry<K>[] {
  const found = findRecords(ledger, word, [kind]);
  if (found.length > 0 || word === '') return found;
  return ledger.all(kind).filter((entry) => others(entry).some((name) => name.includes(word)));
}
