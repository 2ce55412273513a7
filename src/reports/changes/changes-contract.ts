import type { FigureChange } from '../../history/figure-changes.js';
import type { RecordChange } from '../../history/record-changes.js';
import { type Comparison, type State, stateOf } from './compare.js';

/** `why-changed --format json`, version 1: a contract others rely on, described in schemas/contracts/why-changed.schema.json. */
export function changesContract(comparison: Comparison) {
  const { before, after, figures, records } = comparison;
  return {
    version: 1,
    year: after.context.year,
    before: stateJson(before),
    after: stateJson(after),
    figures: figures.map(figureJson),
    records: records.map((change) => recordJson(comparison, change)),
  };
}

function stateJson({ context: { asOf }, revision }: State) {
  return { asOf, rev: revision?.commit ?? null };
}

function figureJson({ id, before, after, added, removed, changed, inputs }: FigureChange) {
  const either = after ?? before;
  return {
    id,
    label: either?.label ?? id,
    unit: either?.unit ?? '',
    status: before && after ? 'changed' : after ? 'appeared' : 'disappeared',
    before: before?.value ?? null,
    after: after?.value ?? null,
    beforeBound: before?.bound ?? null,
    afterBound: after?.bound ?? null,
    beforeMissing: before?.missing ?? null,
    afterMissing: after?.missing ?? null,
    added: added.map(({ kind, id, amount }) => ({ kind, id, amount: amount ?? null })),
    removed: removed.map(({ kind, id, amount }) => ({ kind, id, amount: amount ?? null })),
    changed,
    inputs,
  };
}

function recordJson(comparison: Comparison, change: RecordChange) {
  const { record, effect, cause, happenings, fields, figures } = change;
  const { file, line } = stateOf(comparison, change).placeOf(record);
  const { kind, id, label, sample } = record;
  return {
    kind,
    id,
    label,
    sample,
    effect,
    cause,
    happenings: happenings.map(({ on, what, to }) => ({ on, what, to: to ?? null })),
    fields: fields.map(({ path, before, after }) => ({ path, before: before ?? null, after: after ?? null })),
    // Who is the cause is named itself; the field is the contract's.
    reference: null,
    file,
    line,
    figures,
  };
}
