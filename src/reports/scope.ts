import { recordIds } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';
import type { ReportContext } from './context.js';
import { type Action, actionsOfYear, boardsOfYear, type Linkage, linkagesOfYear, targetsOfYear } from './selection.js';

/** The scope of a summary: the whole hospital, or one programme, branch or pairing, whose ids narrow the figures. */
export interface Scope {
  readonly program?: string;
  readonly branch?: string;
  readonly pairing?: string;
}

/**
 * The targets of a scope that have begun by the day: the hospital's are all, a programme's are its own; branches and
 * pairings have none.
 */
export function targetsIn(context: ReportContext, { program, branch, pairing }: Scope): readonly Entry<'targets'>[] {
  if (branch !== undefined || pairing !== undefined) return [];
  return targetsOfYear(context).filter(
    ({ value }) => value.from <= context.asOf && (program === undefined || value.program === program),
  );
}

/** The pairings of a scope, from the figure's records, so that list and number agree. */
export function pairingsIn({ figures, ledger, period }: ReportContext, scope: Scope): readonly Entry<'pairings'>[] {
  const ids = recordIds(figures.get('pairings', { ...period.dimensions, ...scope }));
  return ids.flatMap((id) => ledger.get('pairings', id) ?? []);
}

export function actionsIn(context: ReportContext, { program }: Scope): readonly { program: string; action: Action }[] {
  return actionsOfYear(context).filter((each) => program === undefined || each.program === program);
}

/** The linkages of a scope: a pairing's are its programme's. */
export function linkagesIn(context: ReportContext, scope: Scope): readonly { program: string; linkage: Linkage }[] {
  const program = scope.program ?? context.ledger.get('pairings', scope.pairing)?.value.program;
  return linkagesOfYear(context).filter((each) => program === undefined || each.program === program);
}

export function boardsIn(context: ReportContext, { program }: Scope): readonly Entry<'boards'>[] {
  return boardsOfYear(context).filter(({ value }) => program === undefined || value.program === program);
}
