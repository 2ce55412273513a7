import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ColumnNeed, columnWidths } from '../../src/render/column-widths.js';

const need = (least: number, ...cells: readonly number[]): ColumnNeed => ({
  natural: Math.max(least, ...cells),
  least,
  cells,
});

test('every column gets its natural width where it fits', () => {
  expect(columnWidths([need(6, 14), need(4, 4)], 18)).toEqual([14, 4]);
  expect(columnWidths([need(6, 14), need(4, 4)], 80)).toEqual([14, 4]);
});

test('a column of figures keeps its width', () => {
  expect(columnWidths([need(6, 30), need(6, 12), need(10, 10)], 32)?.[2]).toBe(10);
});

test('a few long cells wrap rather than all the others', () => {
  const few = need(6, 30, ...Array.from({ length: 9 }, () => 10));
  const all = need(6, ...Array.from({ length: 10 }, () => 26));
  expect(columnWidths([few, all], 40)).toEqual([14, 26]);
});

test('what cannot fit is not squeezed', () => {
  expect(columnWidths([need(6, 30), need(10, 10)], 15)).toBeUndefined();
});

test('widths stay within the room, and between the least and the natural ones', () => {
  const column = fc
    .tuple(fc.integer({ min: 2, max: 12 }), fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }))
    .map(([least, cells]) => need(least, ...cells));
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), fc.integer({ min: 10, max: 120 }), (needs, room) => {
      const widths = columnWidths(needs, room);
      const least = needs.reduce((sum, each) => sum + each.least, 0);
      expect(widths === undefined).toBe(least > room);
      for (const [index, width] of (widths ?? []).entries()) {
        expect(width).toBeGreaterThanOrEqual(needs[index]?.least ?? 0);
        expect(width).toBeLessThanOrEqual(needs[index]?.natural ?? 0);
      }
      expect((widths ?? []).reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(Math.max(room, least));
    }),
  );
});
