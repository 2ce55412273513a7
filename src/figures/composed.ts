import type { Derivation, Figure } from '../document/figure.js';
import { type Entry, type Ledger, labelOf } from '../ledger/ledger.js';
import type { CountedKind } from './countable.js';
import { type Dimension, type Dimensions, formatFigureId } from './figure-id.js';
import type { Figures } from './figures.js';
import { yearPeriod } from './period.js';
import { policyFigure } from './policies.js';
import { refOf } from './ref-of.js';

/** What stands behind a composed figure: other figures and how it follows from them, or records. */
type Behind =
  | ({ readonly inputs: readonly Figure[]; readonly sample?: boolean } & Derivation)
  | { readonly records: readonly Entry<CountedKind>[] };

/** A figure that says something about other figures: how many of them are zero, what is missing, what has grown. */
export interface Composed {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals?: number;
  readonly formula: 'count' | 'ratio';
  readonly needs: readonly Dimension[];
  /** Dimensions that narrow it. */
  readonly may?: readonly Dimension[];
  readonly behind: (figures: Figures, dimensions: Dimensions) => Behind;
}

type Values = readonly (number | null)[];

const zeros = (values: Values): number => values.filter((value) => value === 0).length;
const least = (part: number, whole: number): number => Math.max(0, whole - part);
const oneDecimal = (value: number): number => Number(value.toFixed(1));

/** Every composed figure: a new one is a row here. */
export const COMPOSED: readonly Composed[] = [
  {
    name: 'short',
    label: '尚缺',
    unit: '',
    formula: 'ratio',
    needs: ['target'],
    behind: (figures, { target }) => {
      const entry = figures.ledger.get('targets', target);
      const inputs = entry ? [figures.target(entry).goal, figures.target(entry).done] : [];
      return {
        inputs,
        rule: '目标数 − 已完成，超额时为零',
        value: ([goal = null, done = null]) => (goal === null || done === null ? null : least(done, goal)),
      };
    },
  },
  {
    name: 'missed',
    label: '到期未完成',
    unit: '',
    formula: 'count',
    needs: ['target'],
    behind: (figures, { target }) => {
      const entry = figures.ledger.get('targets', target);
      const measured = entry && figures.target(entry);
      const cells = measured?.cells.filter(({ due, met }) => due && !met) ?? [];
      return {
        inputs: cells.map(({ done }) => done),
        // What is left over is as good as what has been met.
        sample: measured?.done.sample ?? false,
        rule: '到期而没有完成的格的个数',
        value: ({ length }) => length,
      };
    },
  },
  {
    name: 'idle-pairings',
    label: '没有活动的结对',
    unit: '对',
    formula: 'count',
    needs: ['year'],
    may: ['program', 'branch', 'pairing'],
    behind: (figures, { year, ...within }) => ({
      inputs: pairingsIn(figures, { year, ...within }).map(({ id }) =>
        figures.get('activities', { year, pairing: id }),
      ),
      rule: '活动为零的结对的个数',
      value: zeros,
    }),
  },
  {
    name: 'linkage-cells',
    label: '结对和五联的组合',
    unit: '项',
    formula: 'count',
    needs: ['year'],
    may: ['program', 'pairing'],
    behind: (figures, dimensions) => ({
      inputs: cellsIn(figures, dimensions),
      rule: '各结对、各联建内容的活动和会议两两成格，数格',
      value: ({ length }) => length / 2,
    }),
  },
  {
    name: 'empty-cells',
    label: '没有记录的结对和五联的组合',
    unit: '项',
    formula: 'count',
    needs: ['year'],
    may: ['program', 'pairing'],
    behind: (figures, dimensions) => ({
      inputs: cellsIn(figures, dimensions),
      rule: '各结对、各联建内容的活动和会议都为零的格的个数',
      value: (values) => values.filter((value, at) => at % 2 === 0 && value === 0 && values[at + 1] === 0).length,
    }),
  },
  {
    name: 'categories',
    label: '督查问题类别',
    unit: '类',
    formula: 'count',
    needs: ['year'],
    behind: (figures, { year }) => ({
      inputs: categoriesOf(figures, year).map((type) => figures.get('inspections', { year, type })),
      rule: '类别的个数',
      value: ({ length }) => length,
    }),
  },
  {
    name: 'recurring',
    label: '高频问题类别',
    unit: '类',
    formula: 'count',
    needs: ['year'],
    behind: (figures, { year }) => ({
      inputs: [
        policyFigure(figures.ledger, 'recurringFrom'),
        ...categoriesOf(figures, year).map((type) => figures.get('inspections', { year, type })),
      ],
      rule: '督查中出现的次数达到高频问题次数的类别的个数',
      value: ([from, ...times]) => times.filter((time) => (time ?? 0) >= (from ?? 0)).length,
    }),
  },
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
        value: ([closed, all]) =>
          closed === null || closed === undefined || !all ? null : oneDecimal((closed * 100) / all),
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

export function composedNamed(name: string): Composed | undefined {
  return COMPOSED.find((row) => row.name === name);
}

/** Makes one: a sample behind an input stands behind it too. */
export function compose(figures: Figures, row: Composed, dimensions: Dimensions): Figure {
  const id = formatFigureId(row.name, dimensions);
  const target = figures.ledger.get('targets', dimensions.target);
  const base = {
    id,
    label: target ? `${labelOf(target)}·${row.label}` : [row.label, ...namesOf(figures.ledger, dimensions)].join('·'),
    unit: row.unit === '' ? (target?.value.unit ?? '项') : row.unit,
    formula: row.formula,
    ...(row.decimals === undefined ? {} : { decimals: row.decimals }),
  };
  const behind = row.behind(figures, dimensions);
  if ('records' in behind) {
    const { records } = behind;
    const sample = records.some((entry) => entry.sample);
    return { ...base, value: records.length, inputs: [], records: () => records.map(refOf), sample };
  }
  const { inputs, rule, value } = behind;
  const found = value(inputs.map((input) => input.value));
  return {
    ...base,
    value: found,
    ...(found === null ? { missing: '不可比' } : {}),
    inputs: inputs.map((input) => input.id),
    ...(inputs.length > 0 ? { derivation: { rule, value } } : {}),
    records: () => [],
    sample: behind.sample ?? inputs.some((input) => input.sample),
  };
}

function namesOf(ledger: Ledger, { year: _, ...others }: Dimensions): string[] {
  return Object.values(others).flatMap((id) => {
    const program = ledger.get('programs', id);
    return id === undefined ? [] : [program ? labelOf(program) : id];
  });
}

function pairingsIn(figures: Figures, { year, program, branch, pairing }: Dimensions): readonly Entry<'pairings'>[] {
  return figures
    .counted('pairings', yearPeriod(Number(year)))
    .filter(
      ({ id, value }) =>
        (pairing === undefined || id === pairing) &&
        (program === undefined || value.program === program) &&
        (branch === undefined || [value.lead, ...(value.assist ?? []), ...(value.joined ?? [])].includes(branch)),
    );
}

/** The activities and the meetings of each pairing under each linkage of its program, in turn. */
function cellsIn(figures: Figures, dimensions: Dimensions): readonly Figure[] {
  const { year } = dimensions;
  return pairingsIn(figures, dimensions).flatMap(({ id: pairing, value }) =>
    (figures.ledger.get('programs', value.program)?.value.linkages ?? []).flatMap(({ id: linkage }) => [
      figures.get('activities', { year, pairing, linkage }),
      figures.get('meetings', { year, pairing, linkage }),
    ]),
  );
}

/** The categories of the problems found in a year, in the order they first occur. */
export function categoriesOf(figures: Figures, year: string | undefined): readonly string[] {
  const found = figures
    .counted('inspections', yearPeriod(Number(year)))
    .flatMap(({ value }) => (value.problems ?? []).map(({ category }) => category));
  return [...new Set(found)];
}

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
          now === null || now === undefined || !then ? null : oneDecimal((direction * (now - then) * 100) / then),
      };
    },
  };
}
