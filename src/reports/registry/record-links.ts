import { figureMentions } from '../../ledger/figure-mentions.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { referencesOf, referredTo } from '../../ledger/references.js';
import { nodeAt } from '../../schema/dictionary.js';
import { KINDS } from '../../schema/kinds.js';

/** A record linked to another, and the field of the referring record. */
export interface Link {
  readonly entry: Entry;
  readonly fields: readonly string[];
  /** What the reference names where that is an item inside the record: the action of a program. */
  readonly item?: string;
}

/** The records a record refers to, in the order of its fields. */
export function linksFrom(ledger: Ledger, entry: Entry): readonly Link[] {
  const links: { entry: Entry; fields: string[]; item?: string }[] = [];
  for (const reference of referencesOf(entry)) {
    const field = fieldTitle(entry, reference.pointer);
    for (const found of referredTo(ledger, reference, entry)) {
      const item = found.id === reference.id ? undefined : reference.id;
      const known = links.find((link) => link.entry === found && link.item === item);
      if (known && !known.fields.includes(field)) known.fields.push(field);
      if (!known) links.push({ entry: found, fields: [field], ...(item === undefined ? {} : { item }) });
    }
  }
  return links;
}

/** The valid records that refer to a record, each once, in the ledger's order, and narratives that print its number. */
export function linksTo(ledger: Ledger, entry: Entry): readonly Link[] {
  return KINDS.flatMap((kind): readonly Entry[] => ledger.all(kind)).flatMap((other) => {
    if (other === entry) return [];
    const fields = new Set<string>();
    for (const reference of referencesOf(other)) {
      const mayBe = reference.id === entry.id || reference.to.some((target) => target.startsWith(`${entry.kind}/`));
      if (mayBe && referredTo(ledger, reference, other).includes(entry))
        fields.add(fieldTitle(other, reference.pointer));
    }
    if (mentions(other, entry)) fields.add(fieldTitle(other, '/text'));
    return fields.size === 0 ? [] : [{ entry: other, fields: [...fields] }];
  });
}

function mentions(other: Entry, entry: Entry): boolean {
  if (other.kind !== 'narratives' || entry.kind !== 'facts') return false;
  return figureMentions(other.value.text).includes(entry.id);
}

/** 牵头; of a field inside a group both: 经过·核验. */
function fieldTitle({ kind }: Entry, pointer: string): string {
  const path = pointer.split('/').slice(1);
  const titles = path.flatMap((segment, index) =>
    /^\d+$/.test(segment) ? [] : [nodeAt(kind, path.slice(0, index + 1))?.title ?? segment],
  );
  return titles.join('·');
}
