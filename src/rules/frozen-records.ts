import type { TouchedRecord } from '../ledger/frozen-year.js';
import { touchedPlaces, touchedText } from './frozen-words.js';
import { defineRule } from './rule.js';

/** Records behind the figures of a frozen year came and went, and the figures are what they were. */
export const frozenRecords = defineRule<{ year: number; exchanged: readonly TouchedRecord[] }>({
  code: 'frozen-records',
  severity: 'warning',
  zh: {
    title: '定稿的数字换了依据',
    why: '数没有变，数到的记录却换了：可能是改名，也可能是拿一条顶了另一条。',
    message: ({ year }) => `${year} 年定稿的数没有变，依据的记录换过`,
    fix: ({ year, exchanged }) =>
      `${touchedText(exchanged, 'zh')}核对以后，用 yueyi freeze ${year} --restate --reason "理由" 记下来。`,
  },
  en: {
    title: 'Other records behind frozen figures',
    why: 'The numbers are the same, the records counted are others: a new name, or one in place of another.',
    message: ({ year }) => `The frozen figures of ${year} are what they were, but rest on other records`,
    fix: ({ year, exchanged }) =>
      `${touchedText(exchanged, 'en')}Check it, then note it with yueyi freeze ${year} --restate --reason "why".`,
  },
  pass: `
    # data/activities/2025-03.yaml
    - id: 2025-03-15-东湖义诊
      title: 春季义诊
      date: 2025-03-15
      types: [义诊]
      events: [{ on: 2025-03-15, step: 已开展 }]
    # data/frozen/2025.yaml
    year: 2025
    frozen: 2026-01-06
    asOf: 2025-12-31
    figures:
      - { label: 服务活动, value: 1, unit: 场次,
          id: "activities@year=2025", basis: bmobehmdpegb }
    records:
      activities:
        2025-03-15-东湖义诊: mlekeabn
    digest: jipldbijokoepbealoekjefilkhkcecn`,
  fail: `
    # data/activities/2025-03.yaml
    - id: 2025-03-16-府山义诊
      title: 春季义诊
      date: 2025-03-16
      types: [义诊]
      events: [{ on: 2025-03-16, step: 已开展 }]
    # data/frozen/2025.yaml
    year: 2025
    frozen: 2026-01-06
    asOf: 2025-12-31
    figures:
      - { label: 服务活动, value: 1, unit: 场次,
          id: "activities@year=2025", basis: bmobehmdpegb }
    records:
      activities:
        2025-03-15-东湖义诊: mlekeabn
    digest: jipldbijokoepbealoekjefilkhkcecn`,
  check({ frozen }, report) {
    for (const { frozen: each, exchanged } of frozen) {
      if (exchanged.length === 0) continue;
      const { file, value } = each;
      report({ file, pointer: '' }, '/records', { year: value.year, exchanged }, { related: touchedPlaces(exchanged) });
    }
  },
});
