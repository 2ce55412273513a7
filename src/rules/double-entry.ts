import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { activityDay } from '../ledger/state.js';
import { defineRule, placeOf } from './rule.js';

const FIRST: InBoth = { zh: '先登记的一条在这里', en: 'The one registered first is here' };

interface Args {
  readonly day: string;
  readonly place: string;
  readonly type: string;
  readonly first: string;
}

/**
 * Two activities of one type on one day at one place: probably one that two branches registered. Cancelled ones are
 * skipped.
 */
export const doubleEntry = defineRule<Args>({
  code: 'double-entry',
  severity: 'warning',
  zh: {
    title: '可能重复登记',
    why: '一次活动几个支部都报，场次就会多算。',
    message: ({ day, place, type, first }) => `与“${first}”同一天（${day}）、同一地点（${place}）、同是${type}`,
    fix: () => '是同一场就只留一条，别的支部写进 assist 或 joined；确是两场，在这条写免检说明（excuse）。',
  },
  en: {
    title: 'Probably registered twice',
    why: 'An activity registered by several branches is counted more than once.',
    message: ({ day, place, type, first }) => `As “${first}”: on the same day (${day}), at ${place}, a ${type}`,
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
    for (const [at, activities] of byDayAndPlace(ledger)) {
      const [day = '', place = ''] = at.split('\n');
      for (const { activity, first, type } of pairsOf(activities)) {
        const related = [{ at: placeOf(first, '/id'), message: FIRST }];
        report(activity, '/id', { day, place, type, first: first.id }, { related });
      }
    }
  },
});

/** The activities of each day and place, in the ledger's order; without cancelled ones and those without a place. */
function byDayAndPlace(ledger: Ledger): ReadonlyMap<string, Entry<'activities'>[]> {
  const places = new Map<string, Entry<'activities'>[]>();
  for (const activity of ledger.all('activities')) {
    const { place, events } = activity.value;
    if (place === undefined || events?.at(-1)?.step === '取消') continue;
    const at = `${activityDay(activity.value)}\n${place}`;
    const others = places.get(at);
    if (others) others.push(activity);
    else places.set(at, [activity]);
  }
  return places;
}

interface Pair {
  readonly activity: Entry<'activities'>;
  readonly first: Entry<'activities'>;
  readonly type: string;
}

/** The activities of one day and place that are probably the same as an earlier one of them. */
function pairsOf(activities: readonly Entry<'activities'>[]): Pair[] {
  if (activities.length < 2) return [];
  const seen = new Map<string, Entry<'activities'>>();
  return activities.flatMap((activity) => {
    const pairs = activity.value.types.flatMap((type): Pair[] => {
      const [first] = keysToFind(activity).flatMap((key) => seen.get(`${type}\n${key}`) ?? []);
      for (const key of keysToLeave(activity)) if (!seen.has(`${type}\n${key}`)) seen.set(`${type}\n${key}`, activity);
      return first ? [{ activity, first, type }] : [];
    });
    return pairs.slice(0, 1);
  });
}

/**
 * Two activities may be one only if they share a pairing or the title, or one of them names no pairing: a place may be a
 * square that every community has.
 */
function keysToFind({ value: { pairings, title } }: Entry<'activities'>): string[] {
  if (pairings === undefined) return ['any'];
  return [`title ${title}`, 'no pairing', ...pairings.map((pairing) => `pairing ${pairing}`)];
}

function keysToLeave({ value: { pairings, title } }: Entry<'activities'>): string[] {
  const own = pairings === undefined ? ['no pairing'] : pairings.map((pairing) => `pairing ${pairing}`);
  return ['any', `title ${title}`, ...own];
}
