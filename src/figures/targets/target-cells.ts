import { branchInterval, overlaps, pairingInterval } from '../../ledger/in-force.js';
import { type Entry, fieldsOf, type Ledger } from '../../ledger/ledger.js';
import { fieldsReferringTo } from '../../ledger/reference-fields.js';
import { matches } from '../../ledger/where.js';
import { cyclesOf, type Days } from '../days.js';

/** A unit of a target in which something must be done: a week, a branch, or a branch in a week. */
export interface TargetCell extends Days {
  readonly key: string;
  readonly of?: Entry;
}

/** The cells of a target: its cycles, its subjects, or each subject in each cycle while it is in force. */
export function cellsOf(ledger: Ledger, { value }: Entry<'targets'>): readonly TargetCell[] {
  const { from, until, each, per } = value;
  const cycles = per ? cyclesOf({ from, until }, per) : [{ from, until, key: '' }];
  if (!each) return cycles;
  const subjects = ledger.all(each.kind).filter((subject) => matches(ledger, subject, each.where));
  return subjects.flatMap((subject) =>
    cycles
      .filter((cycle) => inForce(ledger, subject, cycle))
      .map((cycle) => ({ ...cycle, of: subject, key: cycle.key ? `${subject.id}/${cycle.key}` : subject.id })),
  );
}

function inForce(ledger: Ledger, subject: Entry, { from, until }: Days): boolean {
  if (subject.kind === 'branches') return overlaps(branchInterval(ledger, subject), from, until);
  if (subject.kind === 'pairings') return overlaps(pairingInterval(ledger, subject), from, until);
  return true;
}

/** Whether a record counts for the branch, pairing or board a cell is about. */
export function belongsTo({ value }: Entry<'targets'>, record: Entry, cell: TargetCell): boolean {
  if (!cell.of || !value.each) return true;
  const field = value.each.by ?? fieldsReferringTo(value.count.kind, value.each.kind)[0] ?? '';
  return [fieldsOf(record.value)[field]].flat().includes(cell.of.id);
}
