import { describe, expect, test } from 'vitest';
import { isDate, isPartialDate } from '../../src/text/date-format.js';

describe('isDate', () => {
  test.each(['2025-03-11', '2024-02-29', '2000-02-29', '2025-12-31'])('%s is a day', (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each([
    '2025-02-30',
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',
    '2025-3-11',
    '2025-03',
    '2025年3月11日',
    '2025-03-11\n',
    '２０２５-03-11',
    '',
  ])('%j is none', (text) => {
    expect(isDate(text)).toBe(false);
  });

  test('every day from 1999 to 2036 is a day', () => {
    for (let time = Date.UTC(1999, 0, 1); time < Date.UTC(2037, 0, 1); time += 86_400_000) {
      expect(isDate(new Date(time).toISOString().slice(0, 10))).toBe(true);
    }
  });
});

describe('isPartialDate', () => {
  test.each(['2025', '2025-03', '2025-12', '2025-03-11'])('%s is one', (text) => {
    expect(isPartialDate(text)).toBe(true);
  });

  test.each(['2025-13', '2025-00', '2025-02-30', '25', '2025-3', '2025-', '0000', '6月前', ''])(
    '%j is none',
    (text) => {
      expect(isPartialDate(text)).toBe(false);
    },
  );
});
