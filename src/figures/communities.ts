import { addTo } from '../ledger/add-to.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { otherNames } from '../ledger/names.js';
import type { Days } from './days.js';
import type { FigureSource } from './figure-source.js';

type Community = Entry<'organizations'>;
type Activities = readonly Entry<'activities'>[];

const CATEGORIES: readonly string[] = ['社区', '村'];

/** The communities and villages of the ledger, in its order. */
export function communitiesOf(ledger: Ledger): readonly Community[] {
  return ledger.all('organizations').filter(({ value }) => CATEGORIES.includes(value.category));
}

/**
 * The activities held within some days under the id of each community they served: held there, by the name they give
 * as their place; ordered by the community; or of a pairing with the community alone. One of a street is not one of each
 * of its communities.
 */
export function heldByCommunity(source: FigureSource, days: Days | null): ReadonlyMap<string, Activities> {
  return source.once(`by community ${days?.from} ${days?.until}`, () => {
    const { ledger } = source;
    const communities = communitiesOf(ledger);
    const ids = new Set(communities.map(({ id }) => id));
    const byName = new Map<string, string[]>();
    for (const { id, value } of communities) for (const name of [id, ...otherNames(value)]) addTo(byName, name, id);
    const byActivity = new Map<string, string[]>();
    for (const { value } of ledger.all('requests')) {
      if (value.activity !== undefined) addTo(byActivity, value.activity, value.orderedBy);
    }
    const found = new Map<string, Entry<'activities'>[]>();
    for (const activity of source.counted('activities', days)) {
      const { place = '', pairings = [] } = activity.value;
      const served = [
        ...(byName.get(place) ?? []),
        ...(byActivity.get(activity.id) ?? []),
        ...pairings.flatMap((pairing) => onlyPartner(ledger, pairing)),
      ];
      for (const id of new Set(served)) if (ids.has(id)) addTo(found, id, activity);
    }
    return found;
  });
}

function onlyPartner(ledger: Ledger, pairing: string): readonly string[] {
  const partners = ledger.get('pairings', pairing)?.value.partners ?? [];
  return partners.length === 1 ? partners : [];
}
