import { saidBy } from '../../figures/frozen/stated.js';
import type { FrozenCheck, StatedValue } from '../../ledger/frozen-year.js';

/** The object of `freeze --format json` (version 1): each frozen year, and every figure of it that is another now. */
export function frozenContract(checks: readonly FrozenCheck[], display: (file: string) => string) {
  return {
    version: 1,
    years: checks.map(({ frozen: { value, file }, isIntact, changes, exchanged }) => ({
      year: value.year,
      file: display(file),
      frozen: value.frozen,
      asOf: value.asOf,
      intact: isIntact,
      figures: value.figures.length,
      restatements: (value.restatements ?? []).map(({ on, reason, changes: restated }) => ({
        on,
        reason,
        changes: restated.map(({ id, label, unit, was, now }) => ({ id, label, unit, ...versions(was, now) })),
      })),
      changes: changes.map(({ frozen, now, touched }) => ({
        id: frozen.id,
        label: frozen.label,
        unit: frozen.unit,
        ...versions(saidBy(frozen), now),
        records: touched.map(({ kind, id, how }) => ({ kind, id, how })),
      })),
      exchanged: exchanged.map(({ kind, id, how }) => ({ kind, id, how })),
    })),
  };
}

function versions(was: StatedValue | undefined, now: StatedValue | undefined) {
  return { was: was ? inFull(was) : null, now: now ? inFull(now) : null };
}

function inFull({ value, bound, missing, word }: StatedValue) {
  return { value: value ?? null, bound: bound ?? null, missing: missing ?? null, word: word ?? null };
}
