import { addTo } from '../ledger/add-to.js';
import { foldName } from '../text/clean-name.js';

/** Something that takes place: its days, and what it is called. */
export interface Occasion<T> {
  readonly item: T;
  readonly days: readonly string[];
  readonly name: string;
}

/** A shorter name (义诊) is a part of too many others. */
const LEAST = 4;
/** A day further away is another occasion of the same name. */
const NEAR_DAYS = 31;
const DAY = 86_400_000;

/** Looks occasions up by day and name, as several people write them. */
export class OccasionIndex<T> {
  private readonly byDay = new Map<string, Occasion<T>[]>();
  private readonly byName = new Map<string, Occasion<T>[]>();

  constructor(occasions: readonly Occasion<T>[]) {
    for (const occasion of occasions) {
      for (const day of new Set(occasion.days)) addTo(this.byDay, day, occasion);
      addTo(this.byName, foldName(occasion.name), occasion);
    }
  }

  /** Those of the day and the name; else of the day, one of whose names holds the other. With several the user has to say. */
  find(day: string, name: string): readonly T[] {
    const folded = foldName(name);
    const all = this.byDay.get(day) ?? [];
    const same = all.filter((each) => foldName(each.name) === folded);
    const found = same.length > 0 ? same : all.filter((each) => isPart(foldName(each.name), folded));
    return found.map(({ item }) => item);
  }

  on(day: string): readonly T[] {
    return (this.byDay.get(day) ?? []).map(({ item }) => item);
  }

  /** Those of the same name on another day nearby. */
  elsewhere(day: string, name: string): readonly T[] {
    const all = this.byName.get(foldName(name)) ?? [];
    return all
      .filter(({ days }) => !days.includes(day) && days.some((each) => isNear(each, day)))
      .map(({ item }) => item);
  }
}

/** Whether one name is a part of the other: 春季健康义诊 of 东湖春季健康义诊. */
export function isPart(a: string, b: string, least = LEAST): boolean {
  return Math.min(a.length, b.length) >= least && (a.includes(b) || b.includes(a));
}

const isNear = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) <= NEAR_DAYS * DAY;
