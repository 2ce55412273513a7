import type { Entry } from '../../ledger/ledger.js';
import { communitiesOf, heldByCommunity } from '../communities.js';
import { type Dimensions, daysOf, TIMES } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import { keeping } from '../kept.js';
import { refOf } from '../ref-of.js';
import type { FigureRow, Made } from '../row.js';

/** Communities that are registered and that were served, their residents, and the activities in each. */
export const COMMUNITY_ROWS: readonly FigureRow[] = [
  {
    name: 'communities',
    label: '登记的社区',
    unit: '个',
    needs: [],
    may: [],
    make: ({ ledger }) => distinct(communitiesOf(ledger), []),
  },
  {
    name: 'residents',
    label: '登记的社区的居民',
    unit: '人',
    needs: [],
    may: [],
    make: ({ ledger }) => residents(communitiesOf(ledger)),
  },
  {
    name: 'communities-served',
    label: '服务到的社区',
    unit: '个',
    needs: [],
    may: TIMES,
    make: (source, dimensions) => ({
      ...distinct(served(source, dimensions), source.counted('activities', daysOf(dimensions))),
      ...keeping(source, 'activities', daysOf(dimensions)),
    }),
  },
  {
    name: 'residents-served',
    label: '服务到的社区的居民',
    unit: '人',
    needs: [],
    may: TIMES,
    make: (source, dimensions) => ({
      ...residents(served(source, dimensions)),
      ...keeping(source, 'activities', daysOf(dimensions)),
    }),
  },
  {
    name: 'visits',
    label: '社区里的活动',
    unit: '场次',
    needs: [],
    may: [...TIMES, 'type'],
    allowed: { type: (ledger) => communitiesOf(ledger).map(({ id }) => id) },
    make: (source, dimensions) => {
      const days = daysOf(dimensions);
      const under = heldByCommunity(source, days);
      const there = new Set(dimensions.type === undefined ? [...under.values()].flat() : under.get(dimensions.type));
      const records = source.counted('activities', days).filter((activity) => there.has(activity));
      return { made: 'counted', records, ...keeping(source, 'activities', daysOf(dimensions)) };
    },
  },
];

function distinct(communities: readonly Entry[], among: readonly Entry[]): Made {
  return { made: 'distinct', names: communities.map(refOf), among: [...among, ...communities] };
}

function residents(communities: readonly Entry<'organizations'>[]): Made {
  const amounts = communities.map(({ value }) => value.residents ?? null);
  return { made: 'summed', records: communities, amounts, recordUnit: '个' };
}

function served(source: FigureSource, dimensions: Dimensions): readonly Entry<'organizations'>[] {
  const under = heldByCommunity(source, daysOf(dimensions));
  return communitiesOf(source.ledger).filter(({ id }) => under.has(id));
}
