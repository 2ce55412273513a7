import type { Inline } from '../document/report-document.js';
import { type Entry, labelOf, shortLabelOf } from '../ledger/ledger.js';
import type { ReportContext } from './context.js';
import { joined, record, text } from './inlines.js';

/** The programme of an action or a linkage, for tables with several programmes, which may use the same names. */
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
  return namesOf(ids, (id) => unitNamed(context, id));
}

/** The same by their short names, for narrow tables. */
export function shortUnitNames(context: ReportContext, ids: readonly string[] | undefined): Inline[] {
  return namesOf(ids, (id) => unitNamed(context, id), shortLabelOf);
}

export function organizationNames({ ledger }: ReportContext, ids: readonly string[]): Inline[] {
  return namesOf(ids, (id) => ledger.get('organizations', id));
}

/** The names of the two sides of a pairing: branches or departments, and partners. */
export function partyNames(context: ReportContext, ids: readonly string[]): Inline[] {
  return namesOf(ids, (id) => unitNamed(context, id) ?? context.ledger.get('organizations', id));
}

/** The labels of ids; the id itself where the ledger has no such record. */
function namesOf(
  ids: readonly string[] = [],
  find: (id: string) => Entry | undefined,
  label: (entry: Entry) => string = labelOf,
): Inline[] {
  const names = ids.map((id) => {
    const entry = find(id);
    return [entry ? record(entry, label(entry)) : text(id)];
  });
  return joined(names, '、');
}

/** A record's name for a title: marked where it is a sample. */
export function markedLabel(entry: Entry): string {
  const label = labelOf(entry);
  return entry.sample && !label.startsWith('【示例】') ? `【示例】${label}` : label;
}
