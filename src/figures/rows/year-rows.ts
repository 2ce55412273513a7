import type { Figure } from '../../document/figure.js';
import type { Entry } from '../../ledger/ledger.js';
import type { FigureSource } from '../figure-source.js';
import { percentOf } from '../percent.js';
import { yearPeriod } from '../period.js';
import type { FigureRow } from '../row.js';

/** A year against what was declared of it, and against the year before. */
export const YEAR_ROWS: readonly FigureRow[] = [
  {
    name: 'completion',
    label: '任务完成率',
    unit: '%',
    decimals: 1,
    needs: ['year', 'program'],
    may: [],
    make: (source, { year, program }) => {
      const declared = declaredTasks(source, year, program);
      return {
        made: 'derived',
        formula: 'ratio',
        inputs: declared ? [source.get('closed', { year, program }), declared] : [],
        rule: '已完成任务 ÷ 文件明确的任务数 × 100，保留一位小数',
        value: ([closed, all]) => percentOf(closed, all),
        missing: '不可比',
      };
    },
  },
  {
    name: 'last-year',
    label: '上年同期服务活动',
    unit: '场次',
    needs: ['year'],
    may: [],
    make: (source, { year }) => ({ made: 'counted', records: sameDaysLastYear(source, Number(year)) }),
  },
  growth('growth', '服务活动比上年同期增长', 1),
  growth('decline', '服务活动比上年同期下降', -1),
];

function declaredTasks(
  source: FigureSource,
  year: string | undefined,
  program: string | undefined,
): Figure | undefined {
  const fact = source.ledger
    .all('facts')
    .find(({ value }) => String(value.year) === year && value.subject === program && value.measure === 'tasks');
  return fact && source.get(fact.id, {});
}

/** The activities of the year before, up to the same day of the year. */
function sameDaysLastYear(source: FigureSource, year: number): readonly Entry<'activities'>[] {
  const { from, until } = yearPeriod(year - 1);
  const sameDay = source.asOf.startsWith(String(year)) ? `${year - 1}${source.asOf.slice(4)}` : until;
  return source.counted('activities', { from, until: sameDay });
}

/** The whole year before as a document tells it: of the hospital, in the ledger's own unit. */
function factOfLastYear(source: FigureSource, year: number): Figure | undefined {
  const fact = source.ledger
    .all('facts')
    .find(
      ({ value }) =>
        value.year === year - 1 &&
        value.measure === 'activities' &&
        value.subject === undefined &&
        value.unit === source.get('activities', { year: String(year) }).unit,
    );
  return fact && source.get(fact.id, {});
}

function growth(name: string, label: string, direction: 1 | -1): FigureRow {
  return {
    name,
    label,
    unit: '%',
    decimals: 1,
    needs: ['year'],
    may: [],
    make: (source, { year }) => {
      const last = source.get('last-year', { year });
      const before = last.value === 0 ? (factOfLastYear(source, Number(year)) ?? last) : last;
      return {
        made: 'derived',
        formula: 'ratio',
        inputs: [source.get('activities', { year }), before],
        rule: `（本年 − 上年）÷ 上年 × 100${direction < 0 ? '，反号' : ''}，保留一位小数`,
        value: ([now, then]) =>
          typeof now === 'number' && typeof then === 'number' ? percentOf(direction * (now - then), then) : null,
        missing: '不可比',
      };
    },
  };
}
