import type { Figure } from '../../document/figure.js';
import type { Entry } from '../../ledger/ledger.js';
import type { Figures } from '../figures.js';
import { percentOf } from '../percent.js';
import { yearPeriod } from '../period.js';
import type { Composed } from './composed.js';

/** A year against what was declared of it, and against the year before. */
export const YEAR_FIGURES: readonly Composed[] = [
  {
    name: 'completion',
    label: '任务完成率',
    unit: '%',
    decimals: 1,
    formula: 'ratio',
    needs: ['year', 'program'],
    behind: (figures, { year, program }) => {
      const declared = declaredTasks(figures, year, program);
      return {
        inputs: declared ? [figures.get('closed', { year, program }), declared] : [],
        rule: '已完成任务 ÷ 文件明确的任务数 × 100，保留一位小数',
        value: ([closed, all]) => percentOf(closed, all),
      };
    },
  },
  {
    name: 'last-year',
    label: '上年同期服务活动',
    unit: '场次',
    formula: 'count',
    needs: ['year'],
    behind: (figures, { year }) => ({ records: sameDaysLastYear(figures, Number(year)) }),
  },
  growth('growth', '服务活动比上年同期增长', 1),
  growth('decline', '服务活动比上年同期下降', -1),
];

function declaredTasks(figures: Figures, year: string | undefined, program: string | undefined): Figure | undefined {
  const fact = figures.ledger
    .all('facts')
    .find(({ value }) => String(value.year) === year && value.subject === program && value.measure === 'tasks');
  return fact && figures.fact(fact);
}

/** The activities of the year before, up to the same day of the year. */
function sameDaysLastYear(figures: Figures, year: number): readonly Entry<'activities'>[] {
  const { from, until } = yearPeriod(year - 1);
  const sameDay = figures.asOf.startsWith(String(year)) ? `${year - 1}${figures.asOf.slice(4)}` : until;
  return figures.counted('activities', { from, until: sameDay });
}

/** The whole year before as a document tells it: of the hospital, in the ledger's own unit. */
function factOfLastYear(figures: Figures, year: number): Figure | undefined {
  const fact = figures.ledger
    .all('facts')
    .find(
      ({ value }) =>
        value.year === year - 1 &&
        value.measure === 'activities' &&
        value.subject === undefined &&
        value.unit === figures.get('activities', { year: String(year) }).unit,
    );
  return fact && figures.fact(fact);
}

function growth(name: string, label: string, direction: 1 | -1): Composed {
  return {
    name,
    label,
    unit: '%',
    decimals: 1,
    formula: 'ratio',
    needs: ['year'],
    behind: (figures, { year }) => {
      const last = figures.get('last-year', { year });
      const before = last.value === 0 ? (factOfLastYear(figures, Number(year)) ?? last) : last;
      return {
        inputs: [figures.get('activities', { year }), before],
        rule: `（本年 − 上年）÷ 上年 × 100${direction < 0 ? '，反号' : ''}，保留一位小数`,
        value: ([now, then]) =>
          typeof now === 'number' && typeof then === 'number' ? percentOf(direction * (now - then), then) : null,
      };
    },
  };
}
