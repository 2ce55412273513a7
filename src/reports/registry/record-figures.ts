import type { Figure } from '../../document/figure.js';
import { MEASURES } from '../../figures/registry.js';
import { KIND_TABLE } from '../../ledger/kind-table.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';

/**
 * The figures about a record: a target's own, a document's number, or counts under a pairing, branch,
 * program or board, without zeros. @param year narrows them to a year
 */
export function figuresOf({ figures }: ReportContext, entry: Entry, year?: number): readonly Figure[] {
  if (entry.kind === 'facts') return [figures.fact(entry)];
  if (entry.kind === 'targets') {
    const { goal, done, percent, expected, pace, gap } = figures.target(entry);
    return [goal, done, percent, expected, pace, gap];
  }
  const { dimension } = KIND_TABLE[entry.kind];
  if (dimension === undefined) return [];
  const inYear = year === undefined ? {} : { year: String(year) };
  // 牵头, 协助 and 参与 are separate only for a branch; that a pairing is one pairing is left out.
  return MEASURES.filter((measure) => measure.kind !== entry.kind && !measure.detail)
    .filter(
      ({ may, formula, ownDimensions }) =>
        may.includes(dimension) && formula !== 'distinct' && (ownDimensions?.includes(dimension) ?? true),
    )
    .map(({ name }) => figures.get(name, { ...inYear, [dimension]: entry.id }))
    .filter(({ value }) => value !== null && value > 0);
}
