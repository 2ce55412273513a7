import type { Figure } from '../../document/figure.js';
import type { Dimension } from '../../figures/figure-id.js';
import { MEASURES } from '../../figures/measures.js';
import type { Entry } from '../../ledger/ledger.js';
import type { Kind } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';

/** The kinds that figures are told apart by. */
const DIMENSION_OF: { readonly [K in Kind]?: Dimension } = {
  programs: 'program',
  pairings: 'pairing',
  branches: 'branch',
  departments: 'branch',
  boards: 'board',
};

/**
 * The figures that are about a record: a target's own, a document's number, or what is counted under a pairing, branch,
 * program or board; those that are zero are left out. `year` narrows them where one is asked for.
 */
export function figuresOf({ figures }: ReportContext, entry: Entry, year?: number): readonly Figure[] {
  if (entry.kind === 'facts') return [figures.fact(entry as Entry<'facts'>)];
  if (entry.kind === 'targets') {
    const { goal, done, percent, expected, pace, gap } = figures.target(entry as Entry<'targets'>);
    return [goal, done, percent, expected, pace, gap];
  }
  const dimension = DIMENSION_OF[entry.kind];
  if (dimension === undefined) return [];
  const period = year === undefined ? {} : { year: String(year) };
  // 牵头, 协助 and 参与 are told apart for a branch alone; that a pairing is one pairing is no news.
  return MEASURES.filter((measure) => measure.kind !== entry.kind && !measure.detail)
    .filter(
      ({ dimensions, formula, values }) =>
        dimensions.includes(dimension) &&
        formula !== 'distinct' &&
        (values === undefined || Object.hasOwn(values, dimension)),
    )
    .map(({ name }) => figures.get(name, { ...period, [dimension]: entry.id }))
    .filter(({ value }) => value !== null && value > 0);
}
