import type { Figure, FigureRecord } from '../../document/figure.js';
import { recompute } from '../../figures/recompute.js';
import { FROZEN_FOLDER, frozenFileName } from '../../ledger/frozen-year.js';
import { recordDate } from '../../ledger/kind-table.js';
import { type Entry, labelOf } from '../../ledger/ledger.js';
import { isKind } from '../../schema/kinds.js';
import type { PartialDate } from '../../text/calendar-date.js';
import type { RecordPlace } from '../../workspace/locations.js';
import type { ReportContext } from '../context.js';
import type { Condition } from './condition.js';
import { conditionsOf, methodOf } from './explain-conditions.js';
import { type FactExplanation, factExplanation } from './explain-fact.js';
import type { PlaceOf } from './place-of.js';

/** One record behind a figure as it is shown; the settings and a frozen year have no entry. */
export interface ExplainedRecord {
  readonly kind: string;
  readonly id: string;
  readonly entry?: Entry;
  readonly label: string;
  readonly date?: PartialDate;
  /** In a sum, what it adds; null where it is not recorded. */
  readonly amount?: number | null;
  readonly place: RecordPlace;
}

/** Everything behind one printed number. */
export interface Explanation {
  readonly figure: Figure;
  /** How the value comes about, in words. */
  readonly method: string;
  readonly conditions: readonly Condition[];
  readonly inputs: readonly Figure[];
  readonly records: readonly ExplainedRecord[];
  /** What a document says of a number taken from it. */
  readonly fact: FactExplanation | null;
  /** The value once more, from the inputs and records listed. */
  readonly recomputed: number | null;
}

/**
 * Explains a figure: its method, its conditions, its inputs and records.
 * @throws Error where these do not give the value again: a bug of the program
 */
export function explain(context: ReportContext, figure: Figure, placeOf: PlaceOf): Explanation {
  const { figures } = context;
  const recomputed = recompute(figure, figures);
  if (recomputed !== figure.value) {
    throw new Error(`${figure.id} is ${figure.value}, but what it lists gives ${recomputed}`);
  }
  return {
    figure,
    method: methodOf(figure),
    conditions: conditionsOf(context, figure),
    inputs: figure.inputs.flatMap((id) => figures.byId(id) ?? []),
    records: Array.from(figure.records(), (record) => explainedRecord(context, record, figure, placeOf)),
    fact: factExplanation(context, figure),
    recomputed,
  };
}

function explainedRecord(
  context: ReportContext,
  { kind, id, amount }: FigureRecord,
  figure: Figure,
  placeOf: PlaceOf,
): ExplainedRecord {
  const entry = isKind(kind) ? context.ledger.get(kind, id) : undefined;
  const added = amount === undefined ? {} : { amount };
  if (kind === FROZEN_FOLDER) {
    const place = placeOf({ file: frozenFileName(Number(id)), pointer: '' });
    return { kind, id, label: `${id}年的定稿`, ...added, place };
  }
  if (!entry) {
    const pointer = `/policies/${figure.id.replace(/^policy-/, '')}`;
    return { kind, id, label: '总设置', ...added, place: placeOf({ file: 'workspace.yaml', pointer }) };
  }
  const date = recordDate(context, entry);
  return { kind, id, entry, label: labelOf(entry), ...(date ? { date } : {}), ...added, place: placeOf(entry) };
}
