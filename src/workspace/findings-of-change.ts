import type { Finding } from '../diagnostics/diagnostic.js';
import { WORKSPACE_FILE } from '../files/find-data.js';
import { type Entry, itemIds, type Ledger } from '../ledger/ledger.js';
import { type Reference, referencesOf, targetKind } from '../ledger/references.js';
import { KINDS } from '../schema/kinds.js';
import { roleOf } from './layout.js';

/** A change of a ledger's folder: the files, and the ledgers before and after. */
export interface Change {
  /** Files added, changed or deleted, as paths below the data folder. */
  readonly paths: ReadonlySet<string>;
  /** The records of those files before the change. */
  readonly before: Ledger;
  readonly after: Ledger;
}

/**
 * The findings that concern a change: those in its files, those with a related place in them, and those of records
 * elsewhere that refer to a record or file which the change adds, edits or deletes. A change of the settings concerns
 * everything, and every change concerns a frozen year. Findings that were there before and are unrelated to the change are left out.
 */
export function findingsOfChange(findings: readonly Finding[], change: Change): readonly Finding[] {
  const { paths, after } = change;
  if (paths.has(WORKSPACE_FILE)) return findings;
  const refers = referrers(change);
  const entries = new Map(allOf(after).map((entry) => [`${entry.file}\0${entry.pointer}`, entry]));
  return findings.filter(({ at, related }) => {
    // What anybody edits may change a frozen year.
    if (roleOf(at.file).role === 'frozen') return true;
    if (paths.has(at.file) || related.some((place) => paths.has(place.at.file))) return true;
    const [, index] = /^(\/\d+)/.exec(at.pointer ?? '') ?? [];
    const entry = entries.get(`${at.file}\0${index}`);
    return entry !== undefined && refers(entry);
  });
}

/** The number of records a change adds, edits or deletes. */
export function countChangedRecords(change: Change): number {
  return new Set(changedRecords(change).map(({ kind, id }) => `${kind}/${id}`)).size;
}

/** A test whether a record refers to something in the change. */
function referrers(change: Change): (entry: Entry) => boolean {
  const touched = changedRecords(change);
  const ids = new Set(touched.map(({ kind, id }) => `${kind}/${id}`));
  const isTouched = ({ id, to }: Reference): boolean =>
    to.some((target) => {
      const [, list] = target.split('/');
      const kind = targetKind(target);
      if (list === undefined) return ids.has(`${kind}/${id}`);
      return touched.some((entry) => entry.kind === kind && itemIds(entry.value, list).includes(id));
    });
  return (entry) =>
    [...referencesOf(entry)].some(isTouched) || textsIn(entry.value).some((text) => change.paths.has(text));
}

/** The records that differ between the sides: of an edited one, both versions. */
function changedRecords({ paths, before, after }: Change): Entry[] {
  const old = allOf(before);
  const now = allOf(after).filter(({ file }) => paths.has(file));
  const seen = (entries: readonly Entry[]): Set<string> => new Set(entries.map(contentOf));
  const [inOld, inNow] = [seen(old), seen(now)];
  return [
    ...old.filter((entry) => !inNow.has(contentOf(entry))),
    ...now.filter((entry) => !inOld.has(contentOf(entry))),
  ];
}

const contentOf = ({ kind, sample, value }: Entry): string => JSON.stringify([kind, sample, value]);

const allOf = (ledger: Ledger): readonly Entry[] => KINDS.flatMap((kind) => ledger.allWithInvalid(kind));

/** Every text in a record: one of them may be the path of a file. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
