import type { Entry, Ledger } from '../ledger/ledger.js';
import { otherNames } from '../ledger/names.js';
import { knownIds, targetKind } from '../ledger/references.js';
import type { Kind } from '../schema/kinds.js';
import { kindTitle } from '../schema/kinds.js';
import { nearest } from '../text/nearest.js';
import { byName } from './by-name.js';
import { EditFault } from './edit-fault.js';

/** Something a reference may name. */
interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** No more names than this are listed to choose from. */
const SHOWN = 6;

/**
 * The id that a word means in a field that refers to others: by id, name, a part of it, or pinyin.
 * @param targets kinds, or lists inside records of a kind (`programs/actions`)
 * @param owner the record with the reference: an action is looked up in its own program
 * @throws EditFault where none or several match
 */
export async function referenceTyped(
  ledger: Ledger,
  word: string,
  targets: readonly string[],
  { title, owner, sample }: { readonly title: string; readonly owner: object; readonly sample: boolean },
): Promise<string> {
  const known = referable(ledger, targets, owner, sample);
  const found = await byName(word, known, ({ names }) => names);
  const ids = [...new Set(found.map(({ id }) => id))];
  const [only, second] = ids;
  if (only !== undefined && second === undefined) return only;
  if (second !== undefined) {
    const listed = `${ids.slice(0, SHOWN).join('、')}${ids.length > SHOWN ? ' 等' : ''}`;
    throw new EditFault(`“${title}”里的“${word}”不止一个`, `写明是哪一个：${listed}。`);
  }
  const kind = targetKind(targets[0] ?? '');
  const near = nearest(
    word,
    known.flatMap(({ names }) => names),
    3,
  );
  const add = targets[0]?.includes('/')
    ? `可选：${known.map(({ id }) => id).join('、')}。`
    : `先登记：yueyi add ${kindTitle(kind)}。`;
  throw new EditFault(`“${title}”里没有“${word}”`, near.length > 0 ? `是不是 ${near.join('、')}？` : add);
}

/** Everything a field may refer to; of samples only for a sample. */
function referable(ledger: Ledger, targets: readonly string[], owner: object, sample: boolean): readonly Named[] {
  return targets.flatMap((target): readonly Named[] => {
    if (target.includes('/')) return knownIds(ledger, target, { value: owner }).map((id) => ({ id, names: [id] }));
    const entries: readonly Entry[] = ledger.all(targetKind(target) as Kind);
    const usable = entries.filter((entry) => sample || !entry.sample);
    return usable.map(({ id, value }) => ({ id, names: [id, ...otherNames(value)] }));
  });
}
