import type { Entry, Ledger } from '../ledger/ledger.js';
import { defineRule, eachOf } from './rule.js';

/**
 * An evaluator is none of the pairing's two sides: on the hospital's the branches and departments of the pairing and the
 * hospital itself, on the other the partners and what belongs to one, such as its Party branch.
 */
export const evaluationParty = defineRule<{ who: string; pairing: string }>({
  code: 'evaluation-party',
  severity: 'warning',
  zh: {
    title: '评估方不是结对双方',
    why: '考核评估由结对双方的党组织作出；写了别的支部或单位，多半是填错了。',
    message: ({ who, pairing }) => `“${who}”不是结对“${pairing}”的任何一方`,
    fix: () => '填结对的牵头、协助、共同结对支部，或者结对单位。',
  },
  en: {
    title: 'An evaluator of neither side',
    why: 'The two sides of a pairing evaluate it; another branch or organization is most likely a slip.',
    message: ({ who, pairing }) => `“${who}” is on neither side of the pairing “${pairing}”`,
    fix: () => 'Name a branch of the pairing (lead, assist, joined) or a partner.',
  },
  pass: `
    # data/evaluations/2025.yaml
    - id: 东湖-2025-上半年
      pairing: 东湖
      period: 2025-H1
      date: 2025-07-08
      by: [内科第二党支部, 东湖街道社区卫生服务中心]
    # data/pairings/2025.yaml
    - id: 东湖
      program: 联建
      partners: [东湖街道社区卫生服务中心]
      lead: 内科第二党支部`,
  fail: `
    # data/evaluations/2025.yaml
    - id: 东湖-2025-上半年
      pairing: 东湖
      period: 2025-H1
      date: 2025-07-08
      by: [内科第三党支部, 东湖街道社区卫生服务中心]
    # data/pairings/2025.yaml
    - id: 东湖
      program: 联建
      partners: [东湖街道社区卫生服务中心]
      lead: 内科第二党支部`,
  record: eachOf(['evaluations'], (evaluation, report, { ledger }) => {
    const { pairing, by } = evaluation.value;
    const entry = ledger.get('pairings', pairing);
    if (!entry) return;
    for (const [index, who] of by.entries()) {
      if (!isParty(ledger, entry, who)) report(evaluation, `/by/${index}`, { who, pairing });
    }
  }),
});

function isParty(ledger: Ledger, { value }: Entry<'pairings'>, who: string): boolean {
  const { lead, assist = [], joined = [], partners } = value;
  const parent = ledger.get('organizations', who)?.value.parent;
  const sides = [lead, ...assist, ...joined, ...partners, ledger.workspace?.hospital];
  return sides.includes(who) || (parent !== undefined && partners.includes(parent));
}
