import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Entry } from '../ledger/ledger.js';
import { defineRule, placeOf } from './rule.js';

const FIRST: InBoth = { zh: '另一份在这里', en: 'The other one is here' };

/** A year's summary, or a bulletin on a part of it, has two outlines, of which it can follow only one. */
export const repeatedOutline = defineRule<{ of: string; first: string }>({
  code: 'repeated-outline',
  severity: 'error',
  locked: true,
  zh: {
    title: '一个年度、一个期间有两份提纲',
    why: '总结、通报只能按一份提纲成文，另一份里的内容会漏掉。',
    message: ({ of, first }) => `${of}已有提纲“${first}”`,
    fix: () => '合成一份，或者核对年度和期间。',
  },
  en: {
    title: 'Two outlines of one year or period',
    why: 'A report follows one outline; what stands in the other is left out.',
    message: ({ of, first }) => `${of} has the outline “${first}” already`,
    fix: () => 'Make one of the two, or check the year and the period.',
  },
  pass: `
    # data/outlines/总结.yaml
    - id: 2024-总结
      year: 2024
      sections: [{ id: 思想, title: 强化思想引领 }]
    - id: 2025-总结
      year: 2025
      sections: [{ id: 思想, title: 强化思想引领 }]
    - id: 2025-06-通报
      year: 2025
      period: 2025-06
      sections: [{ id: 总体, title: 总体进展 }]`,
  fail: `
    # data/outlines/总结.yaml
    - id: 2025-总结
      year: 2025
      sections: [{ id: 思想, title: 强化思想引领 }]
    - id: 2025-提纲
      year: 2025
      sections: [{ id: 清廉, title: 深化清廉建设 }]`,
  check({ ledger }, report) {
    const seen = new Map<string, Entry<'outlines'>>();
    for (const outline of ledger.all('outlines')) {
      const { year, period } = outline.value;
      const of = period ?? String(year);
      const field = period === undefined ? '/year' : '/period';
      const first = seen.get(of);
      if (!first) seen.set(of, outline);
      else {
        const related = [{ at: placeOf(first, field), message: FIRST }];
        report(outline, field, { of, first: first.id }, { related });
      }
    }
  },
});
