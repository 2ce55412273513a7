import type { Ledger } from '../../ledger/ledger.js';
import { COUNTABLE } from '../countable.js';
import { type Measure, measure } from '../measure.js';
import { AGREEMENT_LACKING, pairingAgreement } from '../pairing-agreement.js';

/** Pairings and their agreements. */
export const PAIRING_ROWS: readonly Measure[] = [
  measure({ name: 'pairings', label: '结对', unit: '对', kind: 'pairings', formula: 'count' }),
  measure({
    name: 'partners',
    label: '结对单位',
    unit: '家',
    kind: 'pairings',
    formula: 'distinct',
    rule: '结对的单位去重计数',
    names: { kind: 'organizations', of: ({ value }) => value.partners },
  }),
  measure({
    name: 'leads',
    label: '牵头支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    rule: '牵头结对的支部去重计数，科室不计',
    names: { kind: 'branches', of: ({ value }, ledger) => branchesOnly(ledger, [value.lead]) },
  }),
  measure({
    name: 'assistants',
    label: '协助支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    rule: '协助结对的支部去重计数，科室不计',
    names: { kind: 'branches', of: ({ value }, ledger) => branchesOnly(ledger, value.assist ?? []) },
  }),
  measure({
    name: 'joint-branches',
    label: '共同结对支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    rule: '共同结对的支部去重计数，科室不计',
    names: { kind: 'branches', of: ({ value }, ledger) => branchesOnly(ledger, value.joined ?? []) },
  }),
  measure({
    name: 'paired-branches',
    label: '参与结对的支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    rule: '牵头、协助或共同结对的支部去重计数，科室不计',
    names: {
      kind: 'branches',
      of: (pairing, ledger) => branchesOnly(ledger, COUNTABLE.pairings.values.branch?.(pairing, ledger, '') ?? []),
    },
  }),
  measure({
    name: 'unagreed',
    byState: true,
    label: '协议手续不全的结对',
    unit: '对',
    kind: 'pairings',
    formula: 'count',
    rule: '只计协议待对方签章、未签订、已到期或已终止的结对，未登记的不知道，不计',
    detail: true,
    only: ({ id }, ledger, asOf) => AGREEMENT_LACKING.includes(pairingAgreement(ledger, id, asOf)),
  }),
  measure({ name: 'agreements', label: '已签订协议', unit: '份', kind: 'agreements', formula: 'count' }),
];

/** Whether the lead is a branch: a department may lead a pairing too. */
function branchesOnly(ledger: Ledger, ids: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return ids.filter((id) => ledger.get('branches', id) !== undefined);
}
