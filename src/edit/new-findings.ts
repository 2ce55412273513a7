import type { Finding } from '../diagnostics/diagnostic.js';

/** The findings that a change of the ledger brings: those after it that were not there before. */
export function newFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, number>();
  for (const finding of before) known.set(findingIdentity(finding), (known.get(findingIdentity(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const name = findingIdentity(finding);
    const count = known.get(name) ?? 0;
    known.set(name, count - 1);
    return count <= 0;
  });
}

/** Identifies a finding independently of its lines, and of how many records stand before its own. */
export function findingIdentity({ code, at, record, wording }: Finding): string {
  const pointer = record === undefined ? at.pointer : at.pointer?.replace(/^\/\d+/, '');
  return JSON.stringify([code, at.file, pointer ?? '', record ?? '', wording('en').message]);
}
