import { overlaps } from '../ledger/in-force.js';
import { recordDays } from '../ledger/kind-table.js';
import { type Entry, fieldsOf } from '../ledger/ledger.js';
import { firstDay, lastDay } from '../text/calendar-date.js';
import type { CountedKind } from './countable.js';
import type { Days } from './days.js';
import type { FigureSource } from './figure-source.js';

/** Why there is no number where nobody has kept the ledger: it is no zero. */
export const NOT_KEPT = '未登记';

/**
 * Whether a kind of records was kept in the years that some days touch, so that none is a true zero: `registers` of
 * workspace.yaml says so for all of the days, or at least one record lies in those years, whatever has become of it.
 * Of tasks each type of board is a register of its own (`boardType`). Without days any record will do.
 */
export function isKept(source: FigureSource, kind: CountedKind, days: Days | null, boardType?: string): boolean {
  // Of boards and their tasks without days it is asked what is registered, and that is known.
  if (days === null && (kind === 'boards' || kind === 'tasks')) return true;
  return isDeclaredKept(source, kind, days) || hasRecords(source, kind, days, boardType);
}

function isDeclaredKept({ ledger, asOf }: FigureSource, kind: CountedKind, days: Days | null): boolean {
  return (ledger.workspace?.registers ?? []).some((register) => {
    if (register.kind !== kind) return false;
    const until = days === null || days.until > asOf ? asOf : days.until;
    const ends = register.through === undefined ? undefined : lastDay(register.through);
    return (days === null || firstDay(register.from) <= days.from) && (ends === undefined || until <= ends);
  });
}

function hasRecords(source: FigureSource, kind: CountedKind, days: Days | null, boardType = ''): boolean {
  const [first, last] = days === null ? ['', ''] : [days.from.slice(0, 4), days.until.slice(0, 4)];
  return source.once(`kept ${kind} ${first} ${last} ${boardType}`, () =>
    source.ledger.all(kind).some((entry: Entry<CountedKind>) => {
      if (boardType !== '' && boardTypeOf(source, entry) !== boardType) return false;
      // A record that does not say yet when it is (an agreement nobody has signed) is kept all the same.
      const own = days && recordDays(source.ledger, entry);
      return own === null || overlaps(own, firstDay(first), lastDay(last));
    }),
  );
}

function boardTypeOf({ ledger }: FigureSource, { value }: Entry): string | undefined {
  const { board } = fieldsOf(value);
  return typeof board === 'string' ? ledger.get('boards', board)?.value.type : undefined;
}
