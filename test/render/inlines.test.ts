import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/document/report-document.js';
import { ASCII_MARKS, contentText, inlineText, UNICODE_MARKS } from '../../src/render/inlines.js';
import { figure } from './sample-document.js';

const plain = (inline: Inline) => inlineText(inline, UNICODE_MARKS);
const withUnit = (more: Parameters<typeof figure>[1], value: number | null = 36768) =>
  plain({ type: 'figure', figure: figure(value, { unit: '人次', ...more }), unit: true });

describe('a figure', () => {
  test('shows its value, its unit only when asked', () => {
    expect(plain({ type: 'figure', figure: figure(205200) })).toBe('205200');
    expect(withUnit({})).toBe('36768人次');
  });

  test('is hedged as its document hedges it', () => {
    expect(withUnit({ bound: '约' })).toBe('约36768人次');
    expect(withUnit({ bound: '近' })).toBe('近36768人次');
    expect(withUnit({ bound: '不少于' })).toBe('不少于36768人次');
    expect(withUnit({ bound: '余' })).toBe('36768余人次');
  });

  test('that is a share always carries its sign and its decimals', () => {
    expect(plain({ type: 'figure', figure: figure(10, { unit: '%', decimals: 1 }) })).toBe('10.0%');
    expect(plain({ type: 'figure', figure: figure(4.5), sign: true })).toBe('+4.5');
    expect(plain({ type: 'figure', figure: figure(-3), sign: true })).toBe('-3');
  });

  test('with a sample behind it is marked', () => {
    expect(withUnit({ sample: true })).toBe('36768人次*');
  });

  test('that is unknown is a word and never a zero', () => {
    expect(withUnit({}, null)).toBe('暂未统计');
    expect(withUnit({ missing: '未约定', sample: true, bound: '约' }, null)).toBe('未约定');
    expect(withUnit({}, 0)).toBe('0人次');
  });
});

test('dates are Chinese', () => {
  expect(plain({ type: 'date', date: '2025-03-11', short: true })).toBe('3月11日');
  expect(plain({ type: 'date', date: '2025-01', until: '2025-12' })).toBe('2025年1—12月');
});

test('lights are words', () => {
  const lights = (['done', 'green', 'yellow', 'red', 'none'] as const).map((light) => plain({ type: 'light', light }));
  expect(lights).toEqual(['已完成', '绿灯', '黄灯', '红灯', '—']);
});

describe('a bar', () => {
  const bar = (done: number | null, target: number | null, marks = ASCII_MARKS) =>
    inlineText({ type: 'bar', done: figure(done), target: figure(target) }, marks);

  test.each([
    [0, 100, '......'],
    [34, 100, '##....'],
    [99, 100, '#####.'],
    [100, 100, '######'],
    [250, 100, '######'],
    [3, 6, '###...'],
  ])('of %i in %i is %s', (done, target, text) => {
    expect(bar(done, target)).toBe(text);
  });

  test('has block characters where a console can draw them', () => {
    expect(bar(5, 10, UNICODE_MARKS)).toBe('███░░░');
  });

  test('is empty without a target or a value', () => {
    expect([bar(5, null), bar(5, 0), bar(null, 5)]).toEqual(['', '', '']);
  });
});

test('a sample record is marked once', () => {
  const record = (label: string) => plain({ type: 'record', kind: 'boards', id: 'a', label, sample: true });
  expect(record('院内制剂')).toBe('【示例】院内制剂');
  expect(record('【示例】院内制剂')).toBe('【示例】院内制剂');
});

test('content is the text of its parts', () => {
  expect(
    contentText(
      [
        { type: 'ordinal', value: 3 },
        { type: 'text', text: '“越医康养”' },
      ],
      UNICODE_MARKS,
    ),
  ).toBe('3“越医康养”');
});
