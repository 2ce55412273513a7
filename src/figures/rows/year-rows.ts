import type { Figure } from '../../document/figure.js';
import type { Entry, RecordOf } from '../../ledger/ledger.js';
import { type Dimension, type Dimensions, periodOf } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import { keeping } from '../kept.js';
import { percentOf } from '../percent.js';
import { dayLastYear, isWholeYear, type Period, parsePeriod, yearBefore } from '../period.js';
import type { FigureRow } from '../row.js';
import { reached, unjudged } from './judged.js';

/** What may be compared with the year before: all activities, or those of an action or a type. */
const NARROWED = ['period', 'program', 'action', 'type'] as const satisfies readonly Dimension[];

/** A period compared with declared numbers, and with the same days of the year before. */
export const YEAR_ROWS: readonly FigureRow[] = [
  {
    name: 'completion',
    label: '任务完成率',
    unit: '%',
    decimals: 1,
    needs: ['year', 'program'],
    may: ['period'],
    make: (source, dimensions) => {
      const declared = declaredTasks(source, periodOf(dimensions), dimensions.program);
      return {
        made: 'derived',
        formula: 'ratio',
        inputs: declared ? [source.get('closed', dimensions), declared] : [],
        rule: '已完成任务 ÷ 文件明确的任务数 × 100，保留一位小数',
        value: ([closed, all]) => percentOf(closed, all),
        missing: '不可比',
      };
    },
  },
  {
    name: 'completion-remark',
    label: '任务完成评语',
    unit: '%',
    decimals: 1,
    needs: ['year', 'program'],
    may: ['period'],
    make: (source, dimensions) => {
      const period = periodOf(dimensions);
      const declared = declaredTasks(source, period, dimensions.program);
      // A document's number of tasks is the year's and sets no pace: it is judged once the year is over.
      if (!declared || source.asOf < `${period.year}-12-31`) return unjudged('未到期');
      return reached('已完成任务 ÷ 文件明确的任务数', source.get('closed', dimensions), declared);
    },
  },
  {
    name: 'last-year',
    label: '上年同期服务活动',
    unit: '场次',
    needs: ['year'],
    may: NARROWED,
    make: (source, dimensions) => {
      const before = yearBefore(periodOf(dimensions));
      return {
        made: 'counted',
        records: sameDaysLastYear(source, dimensions),
        ...keeping(source, 'activities', before),
      };
    },
  },
  growth('growth', '服务活动比上年同期增长', 1),
  growth('decline', '服务活动比上年同期下降', -1),
];

function declaredTasks(source: FigureSource, { year }: Period, program: string | undefined): Figure | undefined {
  return factWhere(source, (fact) => fact.year === year && fact.subject === program && fact.measure === 'tasks');
}

function factWhere(source: FigureSource, isMeant: (fact: RecordOf<'facts'>) => boolean): Figure | undefined {
  const fact = source.ledger.all('facts').find(({ value }) => isMeant(value));
  return fact && source.get(fact.id, {});
}

/** The activities of the same days of the year before; while the period runs, up to the same day. */
function sameDaysLastYear(source: FigureSource, dimensions: Dimensions): readonly Entry<'activities'>[] {
  const { asOf } = source;
  const period = periodOf(dimensions);
  const { from, until } = yearBefore(period);
  const sameDay = period.from <= asOf && asOf < period.until ? dayLastYear(asOf) : until;
  const { year, period: part } = parsePeriod(`${from}..${sameDay}`)?.dimensions ?? {};
  return source.select({ name: 'activities', kind: 'activities' }, { ...dimensions, year, period: part });
}

/**
 * The whole previous year by a document's number, for the hospital, in the ledger's own unit; none for a part of a
 * year.
 */
function factOfLastYear(source: FigureSource, period: Period): Figure | undefined {
  if (!isWholeYear(period)) return undefined;
  const { unit } = source.get('activities', period.dimensions);
  return factWhere(
    source,
    (fact) =>
      fact.year === period.year - 1 &&
      fact.measure === 'activities' &&
      fact.subject === undefined &&
      fact.unit === unit,
  );
}

function growth(name: string, label: string, direction: 1 | -1): FigureRow {
  return {
    name,
    label,
    unit: '%',
    decimals: 1,
    needs: ['year'],
    may: NARROWED,
    make: (source, dimensions) => {
      const last = source.get('last-year', dimensions);
      const isWhole = NARROWED.every((name) => name === 'period' || dimensions[name] === undefined);
      const stated = isWhole && !last.value ? factOfLastYear(source, periodOf(dimensions)) : undefined;
      const before = stated ?? last;
      return {
        made: 'derived',
        formula: 'ratio',
        inputs: [source.get('activities', dimensions), before],
        rule: `（本年 − 上年）÷ 上年 × 100${direction < 0 ? '，反号' : ''}，保留一位小数`,
        value: ([now, then]) =>
          typeof now === 'number' && typeof then === 'number' ? percentOf(direction * (now - then), then) : null,
        word: ([now, then]) => (now === then ? '持平' : undefined),
        missing: '不可比',
      };
    },
  };
}
