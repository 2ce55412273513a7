import { addTo } from './add-to.js';
import { type Entry, fieldsOf, itemsOf, type Ledger } from './ledger.js';
import { targetKind } from './references.js';

/** A record, or an item of a record's list, with all its names. */
export interface Named {
  readonly id: string;
  /** Its names other than the id: full and short names, titles, declared aliases. */
  readonly others: readonly string[];
  /** Ids of similar names that are declared to be different things. */
  readonly distinctFrom: readonly string[];
  readonly owner: Entry;
  /** JSON pointer within the owner: empty for the record itself. */
  readonly pointer: string;
}

/** What is called something among the records of a kind, valid or not, or the items of `programs/actions`. */
export function namesIn(ledger: Ledger, target: string): readonly Named[] {
  const [, list] = target.split('/');
  const owners = ledger.allWithInvalid(targetKind(target));
  if (list === undefined) return owners.map((owner) => named(owner.id, owner.value, owner, ''));
  return owners.flatMap((owner) =>
    itemsOf(owner.value, list).map(({ id, item, pointer }) => named(id, item, owner, pointer)),
  );
}

const indexes = new WeakMap<Ledger, Map<string, Map<string, Named[]>>>();

/** The valid records, or items of such, that have this name besides their id. Indexed once for each target. */
export function withName(ledger: Ledger, target: string, name: string): readonly Named[] {
  const ofLedger = indexes.get(ledger) ?? new Map<string, Map<string, Named[]>>();
  indexes.set(ledger, ofLedger);
  const index = ofLedger.get(target) ?? indexed(namesIn(ledger, target).filter(({ owner }) => owner.valid));
  ofLedger.set(target, index);
  return index.get(name) ?? [];
}

function indexed(all: readonly Named[]): Map<string, Named[]> {
  const index = new Map<string, Named[]>();
  for (const each of all) {
    for (const name of new Set(each.others)) addTo(index, name, each);
  }
  return index;
}

function named(id: string, value: object, owner: Entry, pointer: string): Named {
  const { distinctFrom } = fieldsOf(value);
  return { id, others: otherNames(value), distinctFrom: texts(distinctFrom), owner, pointer };
}

/** The names of a record or item beside its id; whatever is typed there does no harm. */
export function otherNames(value: object): string[] {
  const { name, title, label, shortName, aliases } = fieldsOf(value);
  return [name, title, label, shortName].flatMap(texts).concat(texts(aliases));
}

function texts(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === 'string');
}
