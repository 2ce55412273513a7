import { defineRule, eachOf } from './rule.js';

/** An outline's period lies in another year than its own. */
export const outlinePeriod = defineRule<{ year: number; period: string }>({
  code: 'outline-period',
  severity: 'error',
  locked: true,
  zh: {
    title: '提纲的期间不在年度里',
    why: '通报按期间找提纲，引用按年度找章节，两处写得不一样就对不上。',
    message: ({ year, period }) => `期间“${period}”不在${year}年里`,
    fix: () => '核对年度和期间，改其中一处。',
  },
  en: {
    title: 'An outline’s period lies in another year',
    why: 'A bulletin finds its outline by the period, references find its sections by the year.',
    message: ({ year, period }) => `The period ${period} is not in ${year}`,
    fix: () => 'Correct the year or the period.',
  },
  pass: `
    # data/outlines/通报.yaml
    - id: 2025-06-通报
      year: 2025
      period: 2025-06
      sections: [{ id: 总体, title: 总体进展 }]`,
  fail: `
    # data/outlines/通报.yaml
    - id: 2025-06-通报
      year: 2024
      period: 2025-06
      sections: [{ id: 总体, title: 总体进展 }]`,
  record: eachOf(['outlines'], (outline, report) => {
    const { year, period } = outline.value;
    if (period !== undefined && !period.startsWith(`${year}-`)) report(outline, '/period', { year, period });
  }),
});
