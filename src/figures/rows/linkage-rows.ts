import type { Ledger } from '../../ledger/ledger.js';
import { NO_PAIRING } from '../countable.js';
import { type Measure, measure } from '../measure.js';

/** Activities and meetings held under 五联, for tables and sentences alike. */
export const LINKAGE_ROWS: readonly Measure[] = [
  measure({
    name: 'linked-activities',
    label: '五联活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    rule: '登记了联建内容的活动，在每一项联建内容下各计一次',
    only: ({ value }) => value.linkages !== undefined,
    values: {
      pairing: ({ value }) => value.pairings ?? [NO_PAIRING],
      program: ({ value }, ledger) => programsOf(ledger, value.pairings) ?? [value.program],
    },
  }),
  measure({
    name: 'linked-meetings',
    label: '五联会议',
    unit: '次',
    kind: 'meetings',
    formula: 'count',
    rule: '登记了联建内容的会议，在每一项联建内容下各计一次',
    only: ({ value }) => value.linkages !== undefined,
    values: {
      pairing: ({ value }) => value.pairings ?? [NO_PAIRING],
      // A meeting names no program: its pairings do, or else the linkages themselves.
      program: ({ value }, ledger) => programsOf(ledger, value.pairings) ?? programsLinking(ledger, value.linkages),
    },
  }),
];

/** The programs of pairings; undefined where there are none. */
function programsOf(ledger: Ledger, pairings: readonly string[] | undefined) {
  return pairings?.map((id) => ledger.get('pairings', id)?.value.program);
}

function programsLinking(ledger: Ledger, linkages: readonly string[] = []): readonly string[] {
  return linkages.flatMap((linkage) => ledger.withItem('programs', 'linkages', linkage).map(({ id }) => id));
}
