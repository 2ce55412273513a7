import type { Ledger } from '../../ledger/ledger.js';
import { type Dimensions, periodOf } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import { NOT_KEPT } from '../kept.js';
import type { FigureRow, Made } from '../row.js';
import { actionsOf, OCCASION_STATES, occasionsOf, type SeasonalAction } from '../todo/occasions.js';

/** The measure that counts solar terms and festivals. */
export const OCCASION_MEASURE = 'occasions';

/**
 * The solar terms and festivals of a period that an action follows:
 * `occasions@year=2025,period=2025-06,program=越医有爱,action=越医康养,state=空白`.
 */
export const OCCASION_ROWS: readonly FigureRow[] = [
  {
    name: OCCASION_MEASURE,
    label: '节气、节日',
    namesIds: true,
    unit: '个',
    needs: ['year', 'program', 'action'],
    may: ['period', 'state'],
    allowed: { action: seasonalIds, state: () => OCCASION_STATES },
    make: (source, dimensions) => {
      const program = source.ledger.get('programs', dimensions.program);
      const found = program && actionsOf(source, program).find(({ action }) => action.id === dimensions.action);
      return found && counted(source, found, dimensions);
    },
  },
];

function seasonalIds(ledger: Ledger, { program }: Dimensions): readonly string[] {
  const actions = ledger.get('programs', program)?.value.actions ?? [];
  return actions.flatMap(({ id, bySolarTerms }) => (bySolarTerms === true ? [id] : []));
}

/** The program adds as many as there are: a day of the calendar is no record. */
function counted(source: FigureSource, seasonal: SeasonalAction, dimensions: Dimensions): Made {
  const { program, fillings } = seasonal;
  const all = occasionsOf(source, seasonal, periodOf(dimensions));
  const { state } = dimensions;
  // Nobody keeps activities: what has been done is unknown, what is to come is not.
  const isUnknown = state !== undefined && state !== '待安排' && all.some((each) => each.state === null);
  return {
    made: 'summed',
    records: [program],
    amounts: [all.filter((each) => state === undefined || each.state === state).length],
    witnesses: state === undefined ? [program] : [program, ...fillings.map(({ entry }) => entry)],
    unknown: isUnknown ? NOT_KEPT : undefined,
  };
}
