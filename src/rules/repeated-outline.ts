import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Entry } from '../ledger/ledger.js';
import { defineRule, placeOf } from './rule.js';

const FIRST: InBoth = { zh: '这一年的另一份在这里', en: 'The other of this year is here' };

/** A year has two outlines, of which a report can follow only one. */
export const repeatedOutline = defineRule<{ year: number; first: string }>({
  code: 'repeated-outline',
  severity: 'error',
  locked: true,
  zh: {
    title: '一个年度有两份提纲',
    why: '总结只能按一份提纲成文，另一份里的内容会漏掉。',
    message: ({ year, first }) => `${year} 年已有提纲“${first}”`,
    fix: () => '合成一份，或者核对年度。',
  },
  en: {
    title: 'Two outlines of one year',
    why: 'A report follows one outline; what stands in the other is left out.',
    message: ({ year, first }) => `${year} has the outline “${first}” already`,
    fix: () => 'Make one of the two, or check the year.',
  },
  pass: `
    # data/outlines/总结.yaml
    - id: 2024-总结
      year: 2024
      sections: [{ id: 思想, title: 强化思想引领 }]
    - id: 2025-总结
      year: 2025
      sections: [{ id: 思想, title: 强化思想引领 }]`,
  fail: `
    # data/outlines/总结.yaml
    - id: 2025-总结
      year: 2025
      sections: [{ id: 思想, title: 强化思想引领 }]
    - id: 2025-提纲
      year: 2025
      sections: [{ id: 清廉, title: 深化清廉建设 }]`,
  check({ ledger }, report) {
    const seen = new Map<number, Entry<'outlines'>>();
    for (const outline of ledger.all('outlines')) {
      const { year } = outline.value;
      const first = seen.get(year);
      if (!first) seen.set(year, outline);
      else {
        const related = [{ at: placeOf(first, '/year'), message: FIRST }];
        report(outline, '/year', { year, first: first.id }, { related });
      }
    }
  },
});
