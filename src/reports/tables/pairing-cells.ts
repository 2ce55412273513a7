import type { Cell } from '../../document/report-document.js';
import type { RecordOf } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { amount, cell, sentence } from '../inlines.js';
import { unitNames } from '../names.js';
import type { Scope } from '../scope.js';

/** The lead; 未分牵头 with the names for branches that share a pairing, 未登记 only for an unknown lead. */
export function leadCell(context: ReportContext, { lead, joined }: RecordOf<'pairings'>, names = unitNames): Cell {
  const led = lead ? names(context, [lead]) : [];
  if (!joined) return lead ? led : cell(undefined, '未登记');
  return sentence`${led}${lead ? '，共同：' : '未分牵头：'}${names(context, joined)}`;
}

/** The number of branches that lead, and of those that share a pairing, if any. */
export function leadTotal({ figures, period }: ReportContext, scope: Scope = {}): Cell {
  const [leads, joint] = ['leads', 'joint-branches'].map((measure) =>
    figures.get(measure, { ...period.dimensions, ...scope }),
  );
  if (!leads || !joint) return cell(undefined);
  return !joint.value ? [amount(leads)] : sentence`${amount(leads)}，共同${amount(joint)}`;
}
