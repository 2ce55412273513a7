import { expect, test } from 'vitest';
import { columnWidths } from '../../src/render/column-widths.js';

test('everyone gets the natural width where it fits', () => {
  expect(
    columnWidths(
      [
        { natural: 14, usual: 14, least: 6 },
        { natural: 4, usual: 4, least: 4 },
      ],
      18,
    ),
  ).toEqual([14, 4]);
});

test('the widest gives way first, down to what it needs', () => {
  expect(
    columnWidths(
      [
        { natural: 30, usual: 30, least: 6 },
        { natural: 12, usual: 12, least: 6 },
        { natural: 10, usual: 10, least: 10 },
      ],
      32,
    ),
  ).toEqual([11, 11, 10]);
});

test('what only a few long cells make wide gives way before everything else', () => {
  expect(
    columnWidths(
      [
        { natural: 30, usual: 10, least: 6 },
        { natural: 26, usual: 26, least: 6 },
      ],
      40,
    ),
  ).toEqual([14, 26]);
});

test('what cannot fit is not squeezed', () => {
  expect(
    columnWidths(
      [
        { natural: 30, usual: 30, least: 6 },
        { natural: 10, usual: 10, least: 10 },
      ],
      15,
    ),
  ).toBeUndefined();
});
