import { overlaps, pairingInterval } from '../ledger/in-force.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { defineRule, placeOf } from './rule.js';

/**
 * A partner stands in two pairings of one program that are in force at the same time. A branch may lead several.
 *
 * PASS: 骨科第二党支部 leads the pairings 陶堰 and 东浦, each with its own partner.
 * FAIL: 东湖街道社区卫生服务中心 is a partner of the pairings 东湖 and 迪荡.
 */
export const repeatedPartner = defineRule<{ partner: string; first: string }>({
  code: 'repeated-partner',
  severity: 'error',
  title: '结对单位重复',
  why: '一家单位同时有两个牵头支部，活动和协议不知道算在哪一对。',
  message: ({ partner, first }) => `“${partner}”已经在结对“${first}”里`,
  fix: () =>
    '每家单位在同一项目里只结一对；另一支部写进 assist，没有分牵头的都写进 joined；或者给先前一对写上截止日期 until。',
  check({ ledger }, report) {
    const seen: { entry: Entry<'pairings'>; partner: string; index: number }[] = [];
    for (const entry of ledger.all('pairings')) {
      for (const [index, partner] of entry.value.partners.entries()) {
        const first = seen.find((other) => other.partner === partner && atOnce(ledger, other.entry, entry));
        if (first) {
          const related = [{ at: placeOf(first.entry, `/partners/${first.index}`), message: '先前结对在这里' }];
          report(entry, `/partners/${index}`, { partner, first: first.entry.id }, { related });
        } else seen.push({ entry, partner, index });
      }
    }
  },
});

function atOnce(ledger: Ledger, a: Entry<'pairings'>, b: Entry<'pairings'>): boolean {
  if (a.value.program !== b.value.program) return false;
  const { from, until } = pairingInterval(ledger, a);
  return overlaps(pairingInterval(ledger, b), from ?? '0001-01-01', until ?? '9999-12-31');
}
