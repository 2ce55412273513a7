import { overlaps } from '../ledger/in-force.js';
import { recordDays } from '../ledger/kind-table.js';
import { type Entry, fieldsOf } from '../ledger/ledger.js';
import { firstDay, lastDay } from '../text/calendar-date.js';
import type { CountedKind } from './countable.js';
import type { Days } from './days.js';
import type { FigureSource } from './figure-source.js';
import type { Keeping } from './row.js';

/** Why there is no number where nobody has kept the ledger: it is no zero. */
export const NOT_KEPT = '未登记';

/**
 * Whether a kind of records was kept in the years that some days touch, so that none is a true zero: `registers` of
 * workspace.yaml says so for all of the days, or at least one record lies in those years, whatever has become of it.
 * Of tasks each type of board is a register of its own (`boardType`). Without days any record will do.
 */
export function isKept(source: FigureSource, kind: CountedKind, days: Days | null, boardType?: string): boolean {
  return keeping(source, kind, days, boardType).unknown === undefined;
}

/** The same, as what it says of a figure: a zero that samples alone have kept would be unknown without them. */
export function keeping(source: FigureSource, kind: CountedKind, days: Days | null, boardType?: string): Keeping {
  // Of boards and their tasks without days it is asked what is registered, and that is known.
  if (days === null && (kind === 'boards' || kind === 'tasks')) return {};
  if (isDeclaredKept(source, kind, days)) return {};
  const records = recordsOf(source, kind, days, boardType);
  if (records === 'none') return { unknown: NOT_KEPT };
  return records === 'samples' ? { keptBySample: true } : {};
}

function isDeclaredKept({ ledger, asOf }: FigureSource, kind: CountedKind, days: Days | null): boolean {
  return (ledger.workspace?.registers ?? []).some((register) => {
    if (register.kind !== kind) return false;
    const until = days === null || days.until > asOf ? asOf : days.until;
    const ends = register.through === undefined ? undefined : lastDay(register.through);
    return (days === null || firstDay(register.from) <= days.from) && (ends === undefined || until <= ends);
  });
}

/** Which records lie in the years that some days touch. */
function recordsOf(
  source: FigureSource,
  kind: CountedKind,
  days: Days | null,
  boardType = '',
): 'none' | 'samples' | 'real' {
  const [first, last] = days === null ? ['', ''] : [days.from.slice(0, 4), days.until.slice(0, 4)];
  return source.once(`kept ${kind} ${first} ${last} ${boardType}`, () => {
    const isThere = (entry: Entry<CountedKind>): boolean => {
      if (boardType !== '' && boardTypeOf(source, entry) !== boardType) return false;
      // A record that does not say yet when it is (an agreement nobody has signed) is kept all the same.
      const own = days && recordDays(source.ledger, entry);
      return own === null || overlaps(own, firstDay(first), lastDay(last));
    };
    const all: readonly Entry<CountedKind>[] = source.ledger.all(kind);
    if (all.some((entry) => !entry.sample && isThere(entry))) return 'real';
    return all.some(isThere) ? 'samples' : 'none';
  });
}

function boardTypeOf({ ledger }: FigureSource, { value }: Entry): string | undefined {
  const { board } = fieldsOf(value);
  return typeof board === 'string' ? ledger.get('boards', board)?.value.type : undefined;
}
