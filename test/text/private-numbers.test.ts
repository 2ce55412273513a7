import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayHoldPrivateNumber } from '../../src/text/private-glance.js';
import { findPrivateNumbers, maskPrivateNumbers } from '../../src/text/private-numbers.js';
import { shownPieces } from '../../src/text/shown-text.js';
import { INNOCENT, PRIVATE } from './private-numbers-table.js';

const kinds = (text: string): string[] => findPrivateNumbers(text).map(({ kind }) => kind);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const check = (body: string): string =>
  '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11);

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((found) => found.join(''));
const mobile = fc.tuple(fc.constantFrom(...'3456789'), digits(9)).map(([second, rest]) => `1${second}${rest}`);
const identity = fc
  .tuple(digits(6), fc.integer({ min: 1900, max: 2025 }), fc.integer({ min: 1, max: 12 }), digits(3))
  .map(([place, year, month, rest]) => {
    const body = `${place}${year}${String(month).padStart(2, '0')}15${rest}`;
    return body + check(body);
  });

describe('findPrivateNumbers', () => {
  test.each([
    ['电话13800001111。', ['mobile']],
    ['138-0000-1111', ['mobile']],
    ['138 0000 1111', ['mobile']],
    ['+8613800001111', ['mobile']],
    ['１３８００００１１１１', ['mobile']],
    ['身份证11010519491231002X', ['identity']],
    ['身份证11010519491231002x', ['identity']],
    ['13800001111、13900002222', ['mobile', 'mobile']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  test.each([
    ['a public line', '89102281'],
    ['a line with its area code', '0575-89102281'],
    ['a wrong check character', '110105194912310021'],
    ['a month 13', '110105194913310021'],
    ['eleven digits that begin with 12', '12800001111'],
    ['twelve digits', '138000011112'],
    ['a number inside a word', 'A13800001111'],
    ['a document number', '绍市中医党〔2025〕2号'],
    ['a sum', '205200元'],
  ])('%s is none: %s', (_, text) => {
    expect(kinds(text)).toEqual([]);
  });

  test('every mobile and identity number is found where it stands', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, identity), fc.constantFrom('', '电话', '联系：', '（'), (number, before) => {
        expect(findPrivateNumbers(`${before}${number}，后文`)).toMatchObject([
          { start: before.length, end: before.length + number.length },
        ]);
      }),
    );
  });

  test('in a text of any length each is found once, where it stands', () => {
    const number = `${'138'} 0000 1111`;
    for (let at = 16_384 - 40; at < 16_384 + 4; at += 1) {
      const text = `${'甲'.repeat(at)}电话：${number}，后文${'乙'.repeat(300)}`;
      expect(findPrivateNumbers(text)).toEqual([{ kind: 'mobile', start: at + 3, end: at + 3 + number.length }]);
    }
  });

  test('millions of digits with spaces between are searched', () => {
    expect(findPrivateNumbers(`${'1 '.repeat(4_000_000)}，电话：${'138'}00001111`)).toHaveLength(1);
  });

  test('one digit more or less makes it another number', () => {
    fc.assert(
      fc.property(mobile, (number) => {
        expect(kinds(`${number}0`)).toEqual([]);
        expect(kinds(number.slice(0, -1))).toEqual([]);
      }),
    );
  });
});

describe('the ways in which clerks write numbers', () => {
  test.each(PRIVATE)('%s: %j', (kind, text) => {
    expect(kinds(text)).toEqual([kind]);
    expect(kinds(`甲乙，${text}。`), 'within a sentence').toEqual([kind]);
  });

  test.each(INNOCENT)('a thing, not a person: %j', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test.each(PRIVATE)('never shown whole, %s: %j', (_, text) => {
    const masked = maskPrivateNumbers(text);
    const characters = (shown: string): number => [...shown.normalize('NFKC').matchAll(/[\p{N}\p{L}]/gu)].length;
    expect(masked).toContain('*');
    expect(characters(masked)).toBeLessThan(characters(text));
    expect(findPrivateNumbers(masked)).toEqual([]);
  });

  test('the glance misses none', () => {
    expect(PRIVATE.filter(([, text]) => !mayHoldPrivateNumber(text))).toEqual([]);
  });

  test('a found number stands where it was typed, whatever stands before it', () => {
    const before = '𠮷①２\u200b—“第一支部”：';
    for (const number of ['138-0000-1111', '１３８００００１１１１', '138\u200b00001111', '1️⃣3️⃣800001111'])
      expect(findPrivateNumbers(`${before}${number}。`)).toEqual([
        { kind: 'mobile', start: before.length, end: before.length + number.length },
      ]);
  });
});

describe('maskPrivateNumbers', () => {
  test('leaves nothing to find, and all else as it was', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, identity), (number) => {
        const masked = maskPrivateNumbers(`甲${number}乙`);
        expect(findPrivateNumbers(masked)).toEqual([]);
        expect(masked).toMatch(/^甲\d{3}\*+.{2}乙$/);
        expect(masked).toHaveLength(number.length + 2);
      }),
    );
  });
});

test('a number after its word is masked in pieces of text and in a field of that name', () => {
  expect(shownPieces(['联系：', 'QQ：', '10000001', '。'])).toEqual(['联系：', 'QQ：', '1******1', '。']);
  expect(shownPieces([`𠮷${'138'}0000`, '1111\n'])).toEqual(['𠮷138****', '**11\n']);
  expect(shownPieces(['档案号：', `${'138'}12345678`])).toEqual(['档案号：', `${'138'}12345678`]);
  expect(maskPrivateNumbers('10000001', 'qq')).toBe('1******1');
  expect(maskPrivateNumbers(`${'138'}12345678`, 'archiveNumber')).toBe(`${'138'}12345678`);
});
