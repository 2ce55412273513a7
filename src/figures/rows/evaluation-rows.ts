import type { Figure } from '../../document/figure.js';
import type { Entry } from '../../ledger/ledger.js';
import { type Dimensions, periodOf } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import { NOT_KEPT } from '../kept.js';
import { type Measure, measure } from '../measure.js';
import { periodBefore } from '../period.js';
import { refOf } from '../ref-of.js';
import type { FigureRow } from '../row.js';
import { ACTIVITY_ROWS } from './activity-rows.js';
import { OFFICE_ROWS } from './office-rows.js';
import { REQUEST_ROWS } from './request-rows.js';

/** Evaluations of pairings (考核评估). */
export const EVALUATION_ROWS: readonly Measure[] = [
  measure({ name: 'evaluations', label: '考核评估', unit: '次', kind: 'evaluations', formula: 'count' }),
];

/** What an evaluation compares with the period before it. */
const COMPARED = ['activities', 'beneficiaries', 'meetings', 'requests', 'served'] as const;

const SCORE = { name: 'evaluation-score', label: '考核评估得分', unit: '分' } as const;

/** A pairing's score in a period, and what has become more or less since the period before. */
export const COMPARISON_ROWS: readonly FigureRow[] = [
  {
    ...SCORE,
    needs: ['year', 'pairing'],
    may: ['period'],
    make: (source, dimensions) => {
      const evaluation = evaluationOf(source, periodOf(dimensions).id, dimensions.pairing);
      return {
        made: 'stated',
        value: evaluation?.value.score ?? null,
        missing: NOT_KEPT,
        records: evaluation ? [refOf(evaluation)] : [],
        witnesses: evaluation ? [evaluation] : [],
      };
    },
  },
  ...[SCORE, ...[...ACTIVITY_ROWS, ...OFFICE_ROWS, ...REQUEST_ROWS].filter(isCompared)].map(changeRow),
];

/** The evaluation of a pairing in just that period, as known on the day; undefined where none is registered. */
export function evaluationOf(
  { ledger, confirmedBy }: FigureSource,
  period: string,
  pairing: string | undefined,
): Entry<'evaluations'> | undefined {
  return ledger
    .all('evaluations')
    .find(({ value }) => value.pairing === pairing && value.period === period && value.date <= confirmedBy);
}

function isCompared({ name }: FigureRow): boolean {
  return (COMPARED as readonly string[]).includes(name);
}

/** 本期 − 上一期 of a measure of a pairing; no value where one of both is unknown, or no period comes before. */
function changeRow(row: Pick<FigureRow, 'name' | 'label' | 'unit' | 'allowed'>): FigureRow {
  const { name, label, unit, allowed } = row;
  return {
    name: `${name}-change`,
    label: `${label}比上一期增减`,
    unit,
    needs: ['year', 'pairing'],
    may: name === 'meetings' ? ['period', 'type'] : ['period'],
    ...(allowed ? { allowed } : {}),
    make: (source, dimensions) => ({
      made: 'derived',
      formula: 'ratio',
      inputs: nowAndBefore(source, name, dimensions),
      rule: '本期 − 上一期',
      value: ([now, before]) =>
        typeof now === 'number' && typeof before === 'number' ? Math.round((now - before) * 100) / 100 : null,
      missing: '不可比',
    }),
  };
}

/** A measure of a period and of the one before it. */
function nowAndBefore(source: FigureSource, measure: string, dimensions: Dimensions): readonly Figure[] {
  const { year: _, period: __, ...others } = dimensions;
  const before = periodBefore(periodOf(dimensions));
  const earlier = before ? [source.get(measure, { ...before.dimensions, ...others })] : [];
  return [source.get(measure, dimensions), ...earlier];
}
