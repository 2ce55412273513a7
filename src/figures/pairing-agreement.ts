import type { Entry, Ledger } from '../ledger/ledger.js';
import { policyValue } from '../ledger/policy-value.js';
import { type AgreementState, agreementState, isSigned } from '../ledger/state.js';

/** The state of a pairing's agreement: 未登记 where the ledger has none, never 未签. */
export type PairingState = AgreementState | '未登记';

/** In the order of a sentence: in force, under way, neither. */
export const PAIRING_STATES = [
  '履行中',
  '履行中（期限未约定）',
  '即将到期',
  '已续签',
  '待对方签章',
  '未签订',
  '已到期',
  '已终止',
  '未登记',
] as const satisfies readonly PairingState[];

/** The states that lack a binding agreement: not signed by both, or ended without a successor. Unknown lacks nothing. */
export const AGREEMENT_LACKING: readonly PairingState[] = ['待对方签章', '未签订', '已到期', '已终止'];

/**
 * The agreement that stands for a pairing on the day: the last both have signed, else the last one has, else the last on
 * record. So a renewal that nobody has signed yet does not hide the one that awaits its second signature.
 */
export function standingAgreement(ledger: Ledger, pairing: string, asOf: string): Entry<'agreements'> | undefined {
  const own = ledger.all('agreements').filter(({ value }) => value.pairing === pairing);
  return (
    own.findLast(({ value }) => isSigned(value, asOf)) ??
    own.findLast(({ value }) => value.signed?.some(({ on }) => on <= asOf)) ??
    own.at(-1)
  );
}

/** Its state. */
export function pairingAgreement(ledger: Ledger, pairing: string, asOf: string): PairingState {
  const agreement = standingAgreement(ledger, pairing, asOf);
  return agreement ? agreementState(ledger, agreement, asOf, policyValue(ledger, 'expiringDays')) : '未登记';
}
