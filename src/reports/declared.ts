import type { Figure } from '../document/figure.js';
import { measureNamed } from '../figures/registry.js';
import type { Entry } from '../ledger/ledger.js';
import type { ReportContext } from './context.js';
import { declaredOfYear } from './selection.js';

/** A total that a document declares for a program or a board, and the number the ledger has registered. */
export interface Declared {
  readonly fact: Entry<'facts'>;
  readonly subject: Entry;
  readonly declared: Figure;
  readonly registered: Figure;
  /** How many of the registered tasks are closed; only of tasks. */
  readonly closed?: Figure;
}

export function declared(context: ReportContext): readonly Declared[] {
  const { ledger, figures } = context;
  return declaredOfYear(context).flatMap((fact) => {
    const { subject: id, measure = 'tasks' } = fact.value;
    const program = ledger.get('programs', id);
    const board = ledger.get('boards', id);
    const name = program ? 'program' : 'board';
    const subject = program ?? board;
    // What the ledger does not count by program or board cannot be compared with a document's number.
    if (!subject || !measureNamed(measure)?.may.includes(name)) return [];
    const registered = figures.get(measure, { [name]: subject.id });
    const closed = measure === 'tasks' ? { closed: figures.get('closed', { [name]: subject.id }) } : {};
    return [{ fact, subject, declared: figures.fact(fact), registered, ...closed }];
  });
}
