import type { Figure } from '../document/figure.js';
import { formatFigureId, parseFigureId } from '../figures/figure-id.js';
import { addTo } from '../ledger/add-to.js';
import type { ReportContext } from './context.js';

/** Why a public version does not print a figure: few persons, or few persons could be computed from it. */
export type Hidden = 'few' | 'computable';

const PERSONS: readonly string[] = ['名', '人', '人次', '位'];

/**
 * The figures of a document that a public version must hide. A zero concerns nobody and stays. Where only one part of a
 * whole is hidden, the next smallest is hidden too; so is whatever was made of a hidden figure.
 */
export function hiddenFigures(figures: readonly Figure[], context: ReportContext): ReadonlyMap<string, Hidden> {
  const limit = context.figures.policy('suppressUpTo').value;
  const persons = figures.filter((figure) => PERSONS.includes(figure.unit) && !figure.id.startsWith('policy-'));
  const hidden = new Map<string, Hidden>(
    persons.filter(({ value }) => value !== null && value > 0 && value <= limit).map(({ id }) => [id, 'few']),
  );
  const groups = [...factParts(context), ...sameMeasure(persons)];
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const group of groups) hideOneMore(group, hidden, context);
    for (const { id, inputs } of figures) {
      if (!hidden.has(id) && inputs.some((input) => hidden.has(input))) hidden.set(id, 'computable');
    }
  }
  return hidden;
}

/** Hides a second part where only one is hidden, because it could be computed from the whole. */
function hideOneMore(group: readonly string[], hidden: Map<string, Hidden>, { figures }: ReportContext): void {
  if (group.filter((id) => hidden.has(id)).length !== 1) return;
  const shown = group
    .filter((id) => !hidden.has(id))
    .map((id) => ({ id, value: figures.byId(id)?.value ?? 0 }))
    .filter(({ value }) => value > 0);
  const [next] = shown.toSorted((a, b) => a.value - b.value);
  if (next) hidden.set(next.id, 'computable');
}

/** The parts of every fact that a document divides completely. */
function factParts({ ledger }: ReportContext): readonly (readonly string[])[] {
  return ledger.all('facts').flatMap(({ value }) => (value.parts ? [value.parts] : []));
}

/**
 * Figures of one measure that differ in a single dimension, like the rows of a table, whose sum may be printed
 * elsewhere.
 */
function sameMeasure(figures: readonly Figure[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const { id } of figures) {
    const parsed = parseFigureId(id);
    if (!parsed) continue;
    for (const name of Object.keys(parsed.dimensions)) {
      const key = `${formatFigureId(parsed.measure, { ...parsed.dimensions, [name]: undefined })} ${name}`;
      addTo(groups, key, id);
    }
  }
  return [...groups.values()];
}
