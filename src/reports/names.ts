import type { Inline } from '../document/report-document.js';
import { type Entry, labelOf, shortLabelOf } from '../ledger/ledger.js';
import type { ReportContext } from './context.js';
import { joined, record, text } from './inlines.js';

/** Of which programme something is, for where others stand beside it: two may call an action or a linkage the same. */
export function ofProgram(
  { ledger }: ReportContext,
  program: string,
  among: readonly { readonly program: string }[],
): string {
  const entry = ledger.get('programs', program);
  return entry && among.some((each) => each.program !== program) ? `（${labelOf(entry)}）` : '';
}

/** A pairing's lead or assistant may be a branch or a department. */
export function unitNamed({ ledger }: ReportContext, id: string | undefined): Entry | undefined {
  return ledger.get('branches', id) ?? ledger.get('departments', id);
}

/** The names of units in the order given: 医务科、护理部. */
export function unitNames(context: ReportContext, ids: readonly string[] | undefined): Inline[] {
  return joined(
    (ids ?? []).map((id) => {
      const entry = unitNamed(context, id);
      return [entry ? record(entry) : text(id)];
    }),
    '、',
  );
}

/** The same by their short names, for narrow tables. */
export function shortUnitNames(context: ReportContext, ids: readonly string[] | undefined): Inline[] {
  return joined(
    (ids ?? []).map((id) => {
      const entry = unitNamed(context, id);
      return [entry ? record(entry, shortLabelOf(entry)) : text(id)];
    }),
    '、',
  );
}

export function organizationNames({ ledger }: ReportContext, ids: readonly string[]): Inline[] {
  return joined(
    ids.map((id) => {
      const entry = ledger.get('organizations', id);
      return [entry ? record(entry) : text(id)];
    }),
    '、',
  );
}
