import { possibleValues, valuesAt } from '../../ledger/field-values.js';
import { recordState } from '../../ledger/kind-table.js';
import type { Entry } from '../../ledger/ledger.js';
import type { Kind } from '../../schema/kinds.js';
import { scalarText } from '../../text/scalar-text.js';
import type { ReportContext } from '../context.js';
import { type Field, fieldNamed, STATE_PATH } from './field.js';
import { LookupFault } from './lookup-fault.js';

/**
 * Sorts by a field, `-` before it turns the order round: numbers and dates by their size, closed words in the dictionary's
 * order, references in the ledger's order. Other words have no order of their own (never pinyin): those alike stand together,
 * in the order the ledger first has them. Stable; what is not filled in comes last either way.
 * @throws LookupFault for a field that cannot sort
 */
export function sortedBy(
  context: ReportContext,
  kind: Kind,
  typed: string,
  entries: readonly Entry[],
): readonly Entry[] {
  // A Chinese keyboard's minus is meant as one.
  const down = /^[-－−]/.test(typed);
  const field = fieldNamed(kind, down ? typed.slice(1) : typed);
  if (field.nested) throw new LookupFault(`不能按“${field.title}”排序`, '它里面是一组内容；换一个字段。');
  const firstValue = (entry: Entry): unknown =>
    field.path === STATE_PATH ? recordState(context, entry)?.words[0] : valuesAt(context.ledger, entry, field.path)[0];
  const ranked = entries.map((entry) => ({ entry, value: firstValue(entry) }));
  const compare = comparison(
    context,
    field,
    ranked.map(({ value }) => value),
  );
  return ranked
    .toSorted((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined);
      return down ? compare(b.value, a.value) : compare(a.value, b.value);
    })
    .map(({ entry }) => entry);
}

type Compare = (a: unknown, b: unknown) => number;

function comparison({ ledger }: ReportContext, { path, item, owners }: Field, values: readonly unknown[]): Compare {
  if (item.type === 'integer' || item.type === 'number') return (a, b) => Number(a) - Number(b);
  if (item.format !== undefined) return (a, b) => (String(a) < String(b) ? -1 : Number(String(a) > String(b)));
  const key = path.split('.').at(-1) ?? '';
  const known = owners.flatMap((owner) => possibleValues(ledger, owner, key) ?? []);
  const order = [...(path === STATE_PATH ? (item.enum ?? []).map(scalarText) : known), ...values.map(scalarText)];
  const ranks = new Map<string, number>();
  for (const word of order) if (!ranks.has(word)) ranks.set(word, ranks.size);
  return (a, b) => (ranks.get(String(a)) ?? 0) - (ranks.get(String(b)) ?? 0);
}
