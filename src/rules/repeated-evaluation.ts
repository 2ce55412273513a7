import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Entry } from '../ledger/ledger.js';
import { defineRule, placeOf } from './rule.js';

const FIRST: InBoth = { zh: '另一条在这里', en: 'The other one is here' };

/** A pairing has two evaluations of one period, of which a report can print and compare only one. */
export const repeatedEvaluation = defineRule<{ pairing: string; period: string; first: string }>({
  code: 'repeated-evaluation',
  severity: 'error',
  locked: true,
  zh: {
    title: '一对结对、一个期间有两次考核评估',
    why: '小结只印一次评估，也只和上一期的一次相比；两条就不知道以哪一条为准。',
    message: ({ pairing, period, first }) => `结对“${pairing}”的“${period}”已有考核评估“${first}”`,
    fix: () => '合成一条，或者核对结对和期间。',
  },
  en: {
    title: 'Two evaluations of one pairing and period',
    why: 'A report prints one evaluation and compares it with one; of two nobody can tell which counts.',
    message: ({ pairing, period, first }) =>
      `${period} of the pairing “${pairing}” has the evaluation “${first}” already`,
    fix: () => 'Make one of the two, or check the pairing and the period.',
  },
  pass: `
    # data/evaluations/2025.yaml
    - id: 东湖-2025-上半年
      pairing: 东湖
      period: 2025-H1
      date: 2025-07-08
      by: [内科第二党支部]
    - id: 东湖-2025-下半年
      pairing: 东湖
      period: 2025-H2
      date: 2026-01-08
      by: [内科第二党支部]`,
  fail: `
    # data/evaluations/2025.yaml
    - id: 东湖-2025-上半年
      pairing: 东湖
      period: 2025-H1
      date: 2025-07-08
      by: [内科第二党支部]
    - id: 东湖-2025-上半年评估
      pairing: 东湖
      period: 2025-H1
      date: 2025-07-15
      by: [内科第二党支部]`,
  check({ ledger }, report) {
    const seen = new Map<string, Entry<'evaluations'>>();
    for (const evaluation of ledger.all('evaluations')) {
      const { pairing, period } = evaluation.value;
      const of = `${pairing}\n${period}`;
      const first = seen.get(of);
      if (!first) seen.set(of, evaluation);
      else {
        const related = [{ at: placeOf(first, '/period'), message: FIRST }];
        report(evaluation, '/period', { pairing, period, first: first.id }, { related });
      }
    }
  },
});
