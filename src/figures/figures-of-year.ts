import type { NamedFigure } from '../ledger/figure-mentions.js';
import type { Ledger } from '../ledger/ledger.js';
import { yearOf } from '../text/calendar-date.js';
import { formatFigureId } from './figure-id.js';
import { Figures } from './figures.js';
import { rowNamed } from './registry.js';

/** What a year's texts may speak of, most exact first: its facts, its targets, its activities by type and in all. */
export function figuresOfYear(ledger: Ledger, year: number): readonly NamedFigure[] {
  // Confirmed in January, an activity of December still counts.
  const figures = new Figures(ledger, `${year + 1}-12-31`);
  const named = (id: string, label: string, unit: string): NamedFigure => ({
    id,
    label,
    unit,
    value: () => {
      const figure = figures.byId(id);
      return !figure || figure.sample || figure.bound ? null : figure.value;
    },
  });
  const facts = ledger.all('facts').filter(({ value }) => value.year === year);
  const targets = ledger
    .all('targets')
    .filter(({ value }) => yearOf(value.from) <= year && year <= yearOf(value.until));
  const types = new Set(ledger.all('activities').flatMap(({ value }) => value.types));
  return [
    ...facts.map(({ id, value }) => named(id, value.label, value.unit)),
    ...targets.map(({ id, value: { title, unit, from, until, atLeast } }) => ({
      ...named(doneId(id, yearOf(from) === yearOf(until) ? undefined : year), title, unit),
      ...(atLeast === undefined ? {} : { goal: atLeast }),
    })),
    ...[...types].map((type) => named(formatFigureId('activities', { year: `${year}`, type }), type, ACTIVITY_UNIT)),
    named(formatFigureId('activities', { year: `${year}` }), '活动', ACTIVITY_UNIT),
  ];
}

const ACTIVITY_UNIT = '场';

const doneId = (target: string, year: number | undefined): string =>
  formatFigureId('done', { target, ...(year === undefined ? {} : { year: `${year}` }) });

/** The unit that is printed behind a figure's number; undefined where there is none of that id. */
export function unitOfFigure(ledger: Ledger, id: string): string | undefined {
  const fact = ledger.get('facts', id);
  if (fact) return fact.value.unit;
  const [measure = ''] = id.split('@');
  const target = /[@,]target=([^,]+)/.exec(id)?.[1];
  const unit = rowNamed(measure)?.unit;
  return unit === null ? ledger.get('targets', target)?.value.unit : unit;
}
