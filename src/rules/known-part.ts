import { type Entry, entryFrom } from '../ledger/ledger.js';

/** Thrown where a rule asks for what is not known of an invalid record. */
class UnknownField extends Error {}

/**
 * An invalid record as far as it is known, for the rules that look at single records: whoever reads a field that its
 * schema refuses is stopped, so that whatever a rule says rests on the other fields alone.
 */
export function knownPart(entry: Entry, refused: ReadonlySet<string | symbol>): Entry {
  const ask = (field: string | symbol): void => {
    if (refused.has(field)) throw new UnknownField();
  };
  const value: object = new Proxy(entry.value, {
    get(target, field, self): unknown {
      ask(field);
      return Reflect.get(target, field, self);
    },
    has(target, field) {
      ask(field);
      return Reflect.has(target, field);
    },
    ownKeys: (target) => Reflect.ownKeys(target).filter((field) => !refused.has(field)),
  });
  return entryFrom({ ...entry, value, valid: true });
}

/** Runs a check of a known part up to the first field that is not known. */
export function asFarAsKnown(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof UnknownField)) throw error;
  }
}
