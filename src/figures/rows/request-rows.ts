import { TIMES } from '../figure-id.js';
import { type Measure, measure } from '../measure.js';
import { oneDecimal } from '../percent.js';
import { ANSWERED, answerDays, answerState } from '../request-answer.js';
import type { FigureRow } from '../row.js';

/** The partners' requests (点单), those that are done, and how long they waited for an answer. */
export const REQUEST_ROWS: readonly Measure[] = [
  measure({ name: 'requests', label: '点单', unit: '单', kind: 'requests', formula: 'count' }),
  measure({
    name: 'served',
    label: '已办结点单',
    unit: '单',
    kind: 'requests',
    formula: 'count',
    rule: '只计截至当天已办单或评单的点单',
    detail: true,
    only: ({ value }, _, asOf) =>
      value.events.some(({ on, step }) => on <= asOf && (step === '办单' || step === '评单')),
  }),
  measure({
    name: 'answer-days',
    label: '答复天数',
    unit: '天',
    kind: 'requests',
    formula: 'sum',
    rule: '从点单到接单的天数，没有接单的到办单；只计截至当天已答复的点单',
    detail: true,
    only: ({ value }, _, asOf) => answerState(value, asOf) === ANSWERED,
    amount: ({ value }, asOf) => answerDays(value, asOf),
  }),
];

/** How long the answered requests waited on average; without a value where none was answered. */
export const ANSWER_ROWS: readonly FigureRow[] = [
  {
    name: 'mean-answer-days',
    label: '平均答复天数',
    unit: '天',
    decimals: 1,
    needs: [],
    may: [...TIMES, 'type', 'pairing', 'branch'],
    allowed: { type: REQUEST_ROWS.find(({ name }) => name === 'answer-days')?.allowed?.type ?? (() => []) },
    make: (source, dimensions) => ({
      made: 'derived',
      formula: 'ratio',
      inputs: [source.get('answer-days', dimensions), source.get('requests', { ...dimensions, state: ANSWERED })],
      rule: '答复天数 ÷ 已答复的点单数，保留一位小数',
      value: ([days = null, answered]) => (answered && days !== null ? oneDecimal(days / answered) : null),
    }),
  },
];
