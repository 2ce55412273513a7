import type { Figure } from '../../document/figure.js';
import type { OutlineSection } from '../../ledger/default-outline.js';
import type { Ledger } from '../../ledger/ledger.js';
import { allSections, outlineOf } from '../../ledger/outline-sections.js';
import { formatNumber } from '../../text/format-number.js';
import type { Dimensions } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import { refOf } from '../ref-of.js';
import type { FigureRow, Made } from '../row.js';

type Condition = NonNullable<OutlineSection['claim']>[number];

/**
 * What the title of a section claims (融合成效逐步显现): it is printed where all that it rests on holds, else the plain
 * title. A title taken from a document rests on that document: it is printed once the year it tells of is over.
 */
export const CLAIM_ROWS: readonly FigureRow[] = [
  {
    name: 'claim',
    label: '标题的判断',
    unit: '项',
    needs: ['year', 'section'],
    may: [],
    allowed: { section: (ledger, dimensions) => claiming(ledger, dimensions).map(({ id }) => id) },
    make: (source, dimensions) => {
      const section = claiming(source.ledger, dimensions).find(({ id }) => id === dimensions.section);
      return section && claimOf(source, section, Number(dimensions.year));
    },
  },
];

/** The sections of a year whose title is a claim: they have a plain one too. */
function claiming(ledger: Ledger, { year }: Dimensions): readonly OutlineSection[] {
  return allSections(outlineOf(ledger, Number(year)).sections)
    .map(({ section }) => section)
    .filter(({ plain }) => plain !== undefined);
}

function claimOf(source: FigureSource, { title, plain = title, claim = [] }: OutlineSection, year: number): Made {
  if (claim.length === 0) {
    const isOver = source.asOf >= `${year}-12-31`;
    const outlines = source.ledger
      .all('outlines')
      .filter(({ value }) => value.year === year)
      .map(refOf);
    return { made: 'stated', value: isOver ? 1 : 0, word: isOver ? title : plain, records: outlines };
  }
  const known = claim.flatMap((condition) => {
    const figure = source.byId(condition.figure);
    return figure ? [{ condition, figure }] : [];
  });
  const holding = (values: readonly (number | null)[]): number =>
    known.filter(({ condition }, index) => holds(condition, values[index] ?? null)).length;
  return {
    made: 'derived',
    formula: 'count',
    inputs: known.map(({ figure }) => figure),
    rule: `${known.map(({ condition, figure }) => limitOf(condition, figure)).join('；')}：成立的条数，都成立才印“${title}”`,
    value: holding,
    word: (values) => (holding(values) === claim.length ? title : plain),
    records: () => [],
  };
}

function holds(
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Condition,
  value: number | null,
): boolean {
  return value !== null && value >= atLeast && value <= atMost;
}

/** 义诊·完成率不低于100%. */
function limitOf({ atLeast, atMost }: Condition, { label, unit }: Figure): string {
  const limits = [
    ...(atLeast === undefined ? [] : [`不低于${formatNumber(atLeast)}${unit}`]),
    ...(atMost === undefined ? [] : [`不高于${formatNumber(atMost)}${unit}`]),
  ];
  return `${label}${limits.join('、')}`;
}
