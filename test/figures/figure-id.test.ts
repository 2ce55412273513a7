import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIMENSIONS, formatFigureId, isTime, parseFigureId } from '../../src/figures/figure-id.js';

test('an id names its dimensions in one order, however they were given', () => {
  expect(formatFigureId('activities', { pairing: '东湖', year: '2025' })).toBe('activities@year=2025,pairing=东湖');
  const all = {
    cell: 'j',
    target: 'i',
    board: 'h',
    linkage: 'g',
    pairing: 'f',
    branch: 'e',
    type: 'd',
    action: 'c',
    program: 'b',
    month: 'a2',
    period: 'a1',
    year: 'a',
  };
  expect(formatFigureId('x', all)).toBe(
    'x@year=a,period=a1,month=a2,program=b,action=c,type=d,branch=e,pairing=f,linkage=g,board=h,target=i,cell=j',
  );
});

test('without dimensions it is the measure alone', () => {
  expect(formatFigureId('activities', {})).toBe('activities');
  expect(formatFigureId('activities', { year: undefined })).toBe('activities');
});

test('an id is taken apart into what it was made of', () => {
  const value = fc.stringMatching(/^[一-龥A-Za-z0-9〔〕·/%,@=|*-]{1,12}$/);
  const year = fc.integer({ min: 1949, max: 2100 }).map(String);
  const month = fc.constantFrom('2025-01', '2025-12');
  const texts = DIMENSIONS.filter((name) => !isTime(name)).map((name) => [name, value] as const);
  const dimensions = fc.record({ year, month, ...Object.fromEntries(texts) }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.constantFrom('activities', 'paired-branches', 'done'), dimensions, (measure, given) => {
      if (given.year !== undefined && given.month !== undefined) given.year = given.month.slice(0, 4);
      const id = formatFigureId(measure, given);
      expect(parseFigureId(id)).toEqual({ measure, dimensions: { ...given } });
    }),
  );
});

test.each([
  ['activities@period=2025-06', { year: '2025', period: '2025-06' }],
  ['activities@year=2025,period=2025', { year: '2025' }],
  ['activities@year=2025,period=2025-04..2025-06', { year: '2025', period: '2025-Q2' }],
])('a period brings its year, and the same days are one period: %s', (id, dimensions) => {
  expect(parseFigureId(id)).toEqual({ measure: 'activities', dimensions });
});

test.each([
  ['a year of another calendar', 'activities@year=1025'],
  ['a period of another year', 'activities@year=2024,period=2025-06'],
  ['a period that is none', 'activities@year=2025,period=2025-Q5'],
  ['a period beside a month', 'activities@year=2025,period=2025-Q2,month=2025-06'],
  ['an unknown dimension', 'activities@colour=red'],
  ['a dimension twice', 'activities@year=2025,year=2026'],
  ['an empty value', 'activities@year='],
  ['nothing behind the @', 'activities@'],
  ['a second @', 'activities@year=2025@year=2026'],
])('is no id: %s', (_, id) => {
  expect(parseFigureId(id)).toBeNull();
});
