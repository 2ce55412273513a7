import { AGREEMENT_LACKING, type PairingState } from '../../figures/pairing-agreement.js';
import type { Entry } from '../../ledger/ledger.js';
import { notYet, type ReportContext } from '../context.js';
import { agreementOf } from '../selection.js';

/** Something a pairing lacks, and the step that mends it. */
export interface Finding {
  readonly told: string;
  readonly remedy: string;
}

/** What an agreement in a state needs. */
export const AGREEMENT_REMEDIES: { readonly [S in PairingState]?: string } = {
  待对方签章: '催请对方签章',
  未签订: '签订协议',
  已到期: '续签协议',
  已终止: '重新商定是否继续结对',
};

/** What a pairing lacks: the same in its own 考核评估 and in the lists of its branches. Unknown is not lacking. */
export function findingsOf(context: ReportContext, pairing: Entry<'pairings'>): readonly Finding[] {
  const { figures, period } = context;
  const dimensions = { ...period.dimensions, pairing: pairing.id };
  const agreement = agreementOf(context, pairing.id);
  const empty = emptyLinkages(context, pairing);
  const not = notYet(context);
  return [
    ...(AGREEMENT_LACKING.includes(agreement)
      ? [{ told: `结对协议${agreement}`, remedy: AGREEMENT_REMEDIES[agreement] ?? '' }]
      : []),
    ...(figures.get('activities', dimensions).value === 0
      ? [{ told: `${not}开展活动`, remedy: '排出联办计划，按期开展活动' }]
      : []),
    ...(figures.get('meetings', { ...dimensions, type: '联席会议' }).value === 0
      ? [{ told: `${not}召开联席会议`, remedy: '商定时间，召开联席会议' }]
      : []),
    ...(empty.length === 0
      ? []
      : [{ told: `${empty.join('、')}${not}开展活动和会议`, remedy: '对照联建内容补上空白项' }]),
  ];
}

/** The linkages of its programme under which a pairing has neither an activity nor a meeting. */
export function emptyLinkages(
  { figures, ledger, period }: ReportContext,
  pairing: Entry<'pairings'>,
): readonly string[] {
  const linkages = ledger.get('programs', pairing.value.program)?.value.linkages ?? [];
  return linkages
    .map(({ id }) => id)
    .filter((linkage) => figures.get('linked', { ...period.dimensions, pairing: pairing.id, linkage }).value === 0);
}
