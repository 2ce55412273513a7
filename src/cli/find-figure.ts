import type { Figure } from '../document/figure.js';
import { type Dimensions, parseFigureId } from '../figures/figure-id.js';
import { knowsFigure } from '../figures/known-figures.js';
import type { Ledger } from '../ledger/ledger.js';
import type { ReportContext } from '../reports/context.js';
import { yearOf } from '../text/calendar-date.js';
import { CannotRun } from './errors.js';

/** The figure of an id. @throws CannotRun with the nearest id */
export async function findFigure({ ledger, figures }: ReportContext, id: string): Promise<Figure> {
  const figure = knowsFigure(ledger, id) ? figures.byId(id) : undefined;
  if (figure) return figure;
  const { figureFault } = await import('../reports/registry/figure-fault.js');
  const { message, way } = figureFault(ledger, id);
  throw new CannotRun(message, way);
}

/** The year an id is about: its own year or month, its target's last year, a fact's. */
export function yearOfFigure(ledger: Ledger, id: string): number | undefined {
  const fact = ledger.get('facts', id);
  if (fact) return fact.value.year;
  const { year, month, target }: Dimensions = parseFigureId(id)?.dimensions ?? {};
  const named = month ?? year ?? ledger.get('targets', target)?.value.until;
  return named === undefined ? undefined : yearOf(named);
}
