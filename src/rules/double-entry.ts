import type { InBoth } from '../diagnostics/diagnostic.js';
import { addTo } from '../ledger/add-to.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { activityDay } from '../ledger/state.js';
import { defineRule, placeOf } from './rule.js';

const FIRST: InBoth = { zh: '先登记的一条在这里', en: 'The one registered first is here' };

/** A day with more activities is no hospital's: each is compared with that many of those registered before it. */
const MOST_COMPARED = 100;

/** What two activities of one day share beside their type. */
type Shared = 'place' | 'pairing' | 'lead' | 'title';

const SHARED: Readonly<Record<Exclude<Shared, 'place'>, InBoth>> = {
  pairing: { zh: '结对相同', en: 'the same pairing' },
  lead: { zh: '牵头相同', en: 'the same lead' },
  title: { zh: '名称相近', en: 'a near title' },
};

interface Args {
  readonly day: string;
  /** Empty where the place of one is not known. */
  readonly place: string;
  readonly type: string;
  readonly first: string;
  readonly shared: readonly Exclude<Shared, 'place'>[];
}

/**
 * Two activities of one type on one day that are probably one, registered by two branches: at the same place, or, where
 * the place of one is not known, with two of pairing, lead and title in common. Cancelled ones are not counted.
 */
export const doubleEntry = defineRule<Args>({
  code: 'double-entry',
  severity: 'warning',
  zh: {
    title: '可能重复登记',
    why: '一次活动几个支部都报，场次就会多算。',
    message: ({ day, place, type, first, shared }) =>
      place
        ? `与“${first}”同一天（${day}）、同一地点（${place}）、同是${type}`
        : `与“${first}”同一天（${day}）、同是${type}，${shared.map((what) => SHARED[what].zh).join('、')}`,
    fix: () => '是同一场就只留一条，别的支部写进 assist 或 joined；确是两场，在这条写免检说明（excuse）。',
  },
  en: {
    title: 'Probably registered twice',
    why: 'An activity registered by several branches is counted more than once.',
    message: ({ day, place, type, first, shared }) =>
      place
        ? `As “${first}”: on the same day (${day}), at ${place}, a ${type}`
        : `As “${first}”: on the same day (${day}), a ${type}, ${shared.map((what) => SHARED[what].en).join(', ')}`,
    fix: () =>
      'If it is the same, keep one, with the other branches in assist (协助) or joined (参与); if they are two, write an excuse (免检说明) here.',
  },
  pass: `
    # data/activities/2025-03.yaml
    - id: 2025-03-15-上午
      title: 义诊
      date: 2025-03-15
      types: [义诊]
      place: 社区广场
    - id: 2025-03-15-讲座
      title: 讲座
      date: 2025-03-15
      types: [讲座]
      place: 社区广场`,
  fail: `
    # data/activities/2025-03.yaml
    - id: 2025-03-15-义诊
      title: 义诊
      date: 2025-03-15
      types: [义诊]
      place: 社区广场
    - id: 2025-03-15-春季
      title: 春季义诊
      date: 2025-03-15
      types: [义诊]
      place: 社区广场`,
  check({ ledger }, report) {
    for (const [day, activities] of byDay(ledger)) {
      for (const [index, activity] of activities.entries()) {
        for (const first of activities.slice(Math.max(0, index - MOST_COMPARED), index)) {
          const args = compare(first, activity, day);
          if (!args) continue;
          report(activity, '/id', args, { related: [{ at: placeOf(first, '/id'), message: FIRST }] });
          break;
        }
      }
    }
  },
});

type Activity = Entry<'activities'>;

/** The activities of each day, in the ledger's order, without cancelled ones. */
function byDay(ledger: Ledger): ReadonlyMap<string, readonly Activity[]> {
  const days = new Map<string, Activity[]>();
  for (const activity of ledger.all('activities')) {
    if (activity.value.events?.at(-1)?.step !== '取消') addTo(days, activityDay(activity.value), activity);
  }
  return days;
}

/** What to say of two activities of one day that are probably one; null where they are not. */
function compare(first: Activity, activity: Activity, day: string): Args | null {
  const type = activity.value.types.find((each) => first.value.types.includes(each));
  if (type === undefined) return null;
  const args = { day, type, first: first.id };
  const [place, firstPlace] = [activity.value.place, first.value.place];
  const pairings = sharePairings(first, activity);
  if (place !== undefined && firstPlace !== undefined) {
    // A place may be a square that every community has.
    const isOne = place === firstPlace && (pairings !== false || activity.value.title === first.value.title);
    return isOne ? { ...args, place, shared: [] } : null;
  }
  if (pairings === false) return null;
  const shared = [
    ...(pairings === true ? (['pairing'] as const) : []),
    ...(leadsOne(first, activity) || leadsOne(activity, first) ? (['lead'] as const) : []),
    ...(nearTitles(first.value.title, activity.value.title) ? (['title'] as const) : []),
  ];
  return shared.length >= 2 ? { ...args, place: '', shared } : null;
}

/** Whether two activities have a pairing in common; null where one names none. */
function sharePairings({ value: a }: Activity, { value: b }: Activity): boolean | null {
  if (a.pairings === undefined || b.pairings === undefined) return null;
  return a.pairings.some((pairing) => b.pairings?.includes(pairing));
}

/** Whether who leads one leads the other, or helps with it: each of two branches may call itself the lead. */
function leadsOne({ value: { lead } }: Activity, { value: other }: Activity): boolean {
  return lead !== undefined && (lead === other.lead || (other.assist ?? []).includes(lead));
}

/** Whether one title is the other with more words: 春季义诊, 春季健康义诊. */
function nearTitles(a: string, b: string): boolean {
  const [short, long] = (a.length < b.length ? [a, b] : [b, a]).map((title) => title.replace(SAMPLE_MARK, ''));
  let found = 0;
  for (const character of long ?? '') if (character === short?.[found]) found += 1;
  return found === short?.length;
}

const SAMPLE_MARK = /^【示例】/;
