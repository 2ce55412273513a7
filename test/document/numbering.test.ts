import { expect, test } from 'vitest';
import { headingNumber } from '../../src/document/numbering.js';

test('levels are numbered as the summaries of 2021 and 2025 are', () => {
  expect([1, 2, 3, 4].map((level) => headingNumber(level, 12))).toEqual(['十二、', '12.', '（12）', '12）']);
});

test('below a part without a number, 一、 begins again', () => {
  expect([2, 3].map((level) => headingNumber(level, 2, 1))).toEqual(['二、', '2.']);
});

test('a level without a style has no number', () => {
  expect(headingNumber(5, 1)).toBe('');
  expect(headingNumber(1, 1, 1)).toBe('');
});
