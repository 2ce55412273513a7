import type { InBoth } from '../diagnostics/diagnostic.js';
import { overlaps, pairingInterval } from '../ledger/in-force.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { EARLIEST_DAY, LATEST_DAY } from '../text/calendar-date.js';
import { defineRule, placeOf } from './rule.js';

interface Partnership {
  readonly entry: Entry<'pairings'>;
  readonly index: number;
}

const FIRST: InBoth = { zh: '先前结对在这里', en: 'The earlier pairing is here' };

/**
 * A partner is in two pairings of one program that are in force at the same time. A branch may lead several pairings.
 */
export const repeatedPartner = defineRule<{ partner: string; first: string }>({
  code: 'repeated-partner',
  severity: 'error',
  zh: {
    title: '结对单位重复',
    why: '一家单位同时有两个牵头支部，活动和协议不知道算在哪一对。',
    message: ({ partner, first }) => `“${partner}”已经在结对“${first}”里`,
    fix: () =>
      '每家单位在同一项目里只结一对；另一支部写进 assist，没有分牵头的都写进 joined；或者给先前一对写上截止日期 until。',
  },
  en: {
    title: 'A partner paired twice',
    why: 'With two leading branches for one partner nobody can tell to which pairing its activities and agreements belong.',
    message: ({ partner, first }) => `“${partner}” stands in the pairing “${first}” already`,
    fix: () =>
      'A partner has one pairing in a programme; write the other branch into assist (协助支部), or all into joined (共同结对) where none leads; or give the earlier pairing its until (截止).',
  },
  pass: `
    # data/pairings/2025.yaml
    - id: 陶堰
      program: 联建
      partners: [陶堰卫生院]
      lead: 骨科第二党支部
    - id: 东浦
      program: 联建
      partners: [东浦卫生院]
      lead: 骨科第二党支部`,
  fail: `
    # data/pairings/2025.yaml
    - id: 陶堰
      program: 联建
      partners: [陶堰卫生院]
    - id: 东浦
      program: 联建
      partners: [东浦卫生院, 陶堰卫生院]`,
  check({ ledger }, report) {
    const seen = new Map<string, Partnership[]>();
    for (const entry of ledger.all('pairings')) {
      for (const [index, partner] of entry.value.partners.entries()) {
        const key = `${entry.value.program}\n${partner}`;
        const others = seen.get(key) ?? [];
        const first = others.find((other) => overlap(ledger, other.entry, entry));
        if (first) {
          const related = [{ at: placeOf(first.entry, `/partners/${first.index}`), message: FIRST }];
          report(entry, `/partners/${index}`, { partner, first: first.entry.id }, { related });
        } else seen.set(key, [...others, { entry, index }]);
      }
    }
  },
});

function overlap(ledger: Ledger, a: Entry<'pairings'>, b: Entry<'pairings'>): boolean {
  const { from, until } = pairingInterval(ledger, a);
  return overlaps(pairingInterval(ledger, b), from ?? EARLIEST_DAY, until ?? LATEST_DAY);
}
