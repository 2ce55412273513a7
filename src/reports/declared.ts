import type { Figure } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';
import type { ReportContext } from './context.js';
import { declaredOfYear } from './selection.js';

/** A total that a document declares of a program or a board, and what the ledger has registered of it. */
export interface Declared {
  readonly fact: Entry<'facts'>;
  readonly subject: Entry | undefined;
  readonly declared: Figure;
  readonly registered: Figure;
}

export function declared(context: ReportContext): readonly Declared[] {
  const { ledger, figures } = context;
  return declaredOfYear(context).map((fact) => {
    const { subject, measure = 'tasks' } = fact.value;
    const program = ledger.get('programs', subject);
    const board = ledger.get('boards', subject);
    const dimension = program ? { program: program.id } : { board: board?.id };
    return {
      fact,
      subject: program ?? board,
      declared: figures.fact(fact),
      registered: figures.get(measure, dimension),
    };
  });
}
