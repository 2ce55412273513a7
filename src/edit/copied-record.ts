import { fieldsOf } from '../ledger/ledger.js';
import { schemaOf } from '../schema/dictionary.js';
import type { Kind } from '../schema/kinds.js';

/** Fields that belong to one occasion: how it went, who came, what proves it. A copy is a plan, and has none of them. */
export const OF_ONE_OCCASION: ReadonlySet<string> = new Set([
  ...['id', 'until', 'events', 'evidence', 'approval', 'funding', 'excuse', 'solarTerm', 'cancelled'],
  ...['volunteers', 'beneficiaries', 'beneficiariesBound', 'hours', 'attendees', 'problems'],
  ...['signed', 'terminated', 'renews', 'reviews', 'reprints', 'activity', 'milestones', 'continues'],
]);

/** A record's fields for another occasion, with the first of its events where its kind must have one. */
export function copiedRecord(kind: Kind, value: object, on: string | undefined): Record<string, unknown> {
  const fields = Object.entries(value).filter(([key]) => !OF_ONE_OCCASION.has(key));
  const copy: Record<string, unknown> = Object.fromEntries(fields);
  if (on === undefined) return copy;
  if ('date' in copy) copy.date = on;
  const { events } = fieldsOf(value);
  const [first] = Array.isArray(events) ? events : [];
  if (schemaOf(kind).required?.includes('events') && first) copy.events = [{ on, step: fieldsOf(first).step }];
  return copy;
}
