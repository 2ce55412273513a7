import { expect, test } from 'vitest';
import { checkAll } from '../support/memory-reader.js';
import { BASE, SHAPES } from './shapes.js';

test('what the shapes are laid over has nothing wrong', async () => {
  expect((await checkAll(BASE)).diagnostics).toEqual([]);
});

test.each(SHAPES.map((shape) => [shape.name, shape] as const))('%s: can be checked, and grow', async (_, { files }) => {
  const [few, many] = [files(8), files(16)];
  const { diagnostics } = await checkAll({ ...BASE, ...many });
  expect(diagnostics.every(({ line, column }) => line > 0 && column > 0)).toBe(true);
  expect(JSON.stringify(many).length).toBeGreaterThan(JSON.stringify(few).length);
});

test('there are at least twenty', () => {
  expect(SHAPES.length).toBeGreaterThanOrEqual(20);
});
