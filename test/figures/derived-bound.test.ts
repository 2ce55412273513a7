import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/document/figure.js';
import { derivedBound } from '../../src/figures/derived-bound.js';
import { figure } from '../render/sample-document.js';

type Bound = Figure['bound'];
const hedged = (value: number | null, bound?: Bound): Figure => figure(value, bound === undefined ? {} : { bound });

const percent = ([done, goal]: readonly (number | null)[]): number | null =>
  done == null || !goal ? null : Math.round((done / goal) * 1000) / 10;
const rest = ([whole, part]: readonly (number | null)[]): number | null =>
  whole == null || part == null ? null : whole - part;

describe('a number made of hedged ones', () => {
  test.each<[string, Bound, Bound, Bound]>([
    ['exact numbers give an exact one', undefined, undefined, undefined],
    ['at least so much done is at least so many percent', '不少于', undefined, '不少于'],
    ['more than so much done is at least so many percent', '余', undefined, '不少于'],
    ['about so much done is about so many percent', '约', undefined, '约'],
    ['nearly so much done may be less', '近', undefined, '约'],
    ['of a goal that may be more the share may be less', undefined, '不少于', '约'],
  ])('%s', (_, done, goal, bound) => {
    const inputs = [hedged(68, done), hedged(100, goal)];
    expect(derivedBound(inputs, percent, 68)).toBe(bound);
  });

  test('what is left of a whole may be less where a part may be more', () => {
    expect(derivedBound([hedged(100), hedged(30, '不少于')], rest, 70)).toBe('约');
    expect(derivedBound([hedged(100, '不少于'), hedged(30)], rest, 70)).toBe('不少于');
  });

  test('an input that changes nothing hedges nothing, nor does one that is unknown', () => {
    expect(
      derivedBound([hedged(120, '不少于'), hedged(100)], ([done]) => (Number(done) >= 100 ? 1 : 0), 1),
    ).toBeUndefined();
    expect(derivedBound([hedged(null), hedged(100)], () => 1, 1)).toBeUndefined();
  });

  test('a large number is moved far enough for a rounded share to show it', () => {
    expect(derivedBound([hedged(15_099, '不少于'), hedged(20_000_000)], percent, 0.1)).toBe('不少于');
  });
});
