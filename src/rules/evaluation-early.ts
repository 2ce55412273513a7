import { namedPeriod } from '../text/named-period.js';
import { defineRule, eachOf } from './rule.js';

/** An evaluation was made before the first day of the period it is about. */
export const evaluationEarly = defineRule<{ date: string; period: string; from: string }>({
  code: 'evaluation-early',
  severity: 'error',
  locked: true,
  zh: {
    title: '考核评估早于所评的期间',
    why: '期间还没有开始，就没有工作可评；期间写错，就会和别的一期相比。',
    message: ({ date, period, from }) => `评估日期（${date}）早于期间“${period}”的第一天（${from}）`,
    fix: () => '核对评估日期和期间，多半是年份写错。',
  },
  en: {
    title: 'An evaluation before its period',
    why: 'Before a period begins there is no work to evaluate; with a wrong period it would be compared with the wrong one.',
    message: ({ date, period, from }) => `The evaluation (${date}) is before the first day (${from}) of ${period}`,
    fix: () => 'Check the day and the period; most often the year is wrong.',
  },
  pass: `
    # data/evaluations/2025.yaml
    - id: 东湖-2025-上半年
      pairing: 东湖
      period: 2025-H1
      date: 2025-06-28
      by: [内科第二党支部]`,
  fail: `
    # data/evaluations/2025.yaml
    - id: 东湖-2025-上半年
      pairing: 东湖
      period: 2025-H1
      date: 2024-07-08
      by: [内科第二党支部]`,
  record: eachOf(['evaluations'], (evaluation, report) => {
    const { period, date } = evaluation.value;
    const from = namedPeriod(period)?.from;
    if (from !== undefined && date < from) report(evaluation, '/date', { date, period, from });
  }),
});
