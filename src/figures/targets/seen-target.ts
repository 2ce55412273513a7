import type { Figure } from '../../document/figure.js';
import type { Entry } from '../../ledger/ledger.js';
import { lastDay } from '../../text/calendar-date.js';
import { earlier } from '../days.js';
import type { Dimension, Dimensions } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import { keeping } from '../kept.js';
import type { FigureRow, Keeping, Made } from '../row.js';

/** A target as of the figures' day, or as of the end of an earlier month. */
export interface SeenTarget {
  readonly source: FigureSource;
  readonly entry: Entry<'targets'>;
  /** YYYY-MM, where it is seen at the end of a month. */
  readonly month: string | undefined;
  /** The day up to which records count. */
  readonly asOf: string;
  /** Whether anybody has kept what it counts over its days. */
  readonly keeping: Keeping;
  /** Another figure of the target, seen on the same day. */
  readonly get: (measure: string, cell?: string) => Figure;
}

/** The one type of board whose tasks a condition asks for. */
export function boardTypeIn(where: Entry<'targets'>['value']['count']['where']): string | undefined {
  const type = where?.['board.type'];
  return typeof type === 'string' ? type : undefined;
}

export function seeTarget(source: FigureSource, entry: Entry<'targets'>, month?: string): SeenTarget {
  const { kind, where } = entry.value.count;
  return {
    source,
    entry,
    month,
    asOf: month === undefined ? source.asOf : earlier(lastDay(month), source.asOf),
    keeping: keeping(source, kind, entry.value, boardTypeIn(where)),
    get: (measure, cell) => source.get(measure, { month, target: entry.id, cell }),
  };
}

/** The definition of a row about a target; its unit is the target's unless given. */
interface TargetRow extends Pick<FigureRow, 'name' | 'label' | 'decimals' | 'allowed'> {
  readonly unit?: string;
  readonly may?: readonly Dimension[];
  readonly make: (target: SeenTarget, dimensions: Dimensions) => Made | undefined;
}

export function targetRow({ make, ...row }: TargetRow): FigureRow {
  return {
    unit: null,
    may: [],
    ...row,
    needs: ['target'],
    make: (source, dimensions) => {
      const entry = source.ledger.get('targets', dimensions.target);
      return entry && make(seeTarget(source, entry, dimensions.month), dimensions);
    },
  };
}
