import { isSigned } from '../ledger/state.js';
import { LATEST_DAY } from '../text/calendar-date.js';
import { defineRule, eachOf } from './rule.js';

const SIDES = ['甲方', '乙方'] as const;

/** An agreement signed by both sides lacks the liaison (联络员) of a side. */
export const missingLiaison = defineRule<{ sides: readonly string[] }>({
  code: 'missing-liaison',
  severity: 'warning',
  zh: {
    title: '已签协议没有联络员',
    why: '联络员制度要求双方各定一人。',
    message: ({ sides }) => `协议已签，${sides.join('、')}还没有登记联络员`,
    fix: () => '在 liaisons 里补上：哪一方（side）、姓名（person）。',
  },
  en: {
    title: 'A signed agreement without a liaison',
    why: 'Each side names one person to stay in touch (联络员).',
    message: ({ sides }) => `The agreement is signed, but no liaison is registered for ${sides.join('、')}`,
    fix: () => 'Add them to liaisons (联络员): side and person.',
  },
  pass: `
    # data/agreements/2025.yaml
    - id: 东湖-2025
      pairing: 东湖
      signed:
        - { side: 甲方, on: 2025-03-20 }
        - { side: 乙方, on: 2025-03-28 }
      liaisons:
        - { side: 甲方, person: 李华 }
        - { side: 乙方, person: 王芳 }`,
  fail: `
    # data/agreements/2025.yaml
    - id: 东湖-2025
      pairing: 东湖
      signed:
        - { side: 甲方, on: 2025-03-20 }
        - { side: 乙方, on: 2025-03-28 }
      liaisons:
        - { side: 甲方, person: 李华 }`,
  record: eachOf(['agreements'], (agreement, report) => {
    const { liaisons = [] } = agreement.value;
    if (!isSigned(agreement.value, LATEST_DAY)) return;
    const sides = SIDES.filter((side) => !liaisons.some((liaison) => liaison.side === side));
    if (sides.length > 0) report(agreement, liaisons.length > 0 ? '/liaisons' : '/signed', { sides });
  }),
});
