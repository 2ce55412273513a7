import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { wrap } from '../../src/text/wrap.js';

const withoutSpaces = (text: string) => text.replace(/[ \t\u3000\r\n]/g, '');
/** Leaves out rare symbols of several parts (musical notes) that are wider than a line of two columns. */
const isPrintable = (text: string) =>
  [...new Intl.Segmenter().segment(text)].every(({ segment }) => displayWidth(segment) <= 2);

describe('wrap', () => {
  test('breaks anywhere between Chinese characters', () => {
    expect(wrap('医技第一党支部牵头', 8)).toEqual(['医技第一', '党支部牵', '头']);
  });

  test('no line begins with closing punctuation', () => {
    expect(wrap('持续推进，逐步健全。', 8)).toEqual(['持续推', '进，逐步', '健全。']);
  });

  test('no line ends with opening punctuation', () => {
    expect(wrap('开展了《党建》活动', 8)).toEqual(['开展了', '《党建》', '活动']);
  });

  test('a percentage keeps its sign', () => {
    expect(wrap('完成率为96.2%', 12)).toEqual(['完成率为', '96.2%']);
  });

  test('the mark of a sample stays with its figure', () => {
    expect(wrap('开展了活动15场次*，受益', 16)).toEqual(['开展了活动15场', '次*，受益']);
  });

  test('a pair of dashes stays together', () => {
    expect(wrap('越医——有爱', 5)).toEqual(['越医', '——有', '爱']);
  });

  test('a Latin word, a number, a path stay whole', () => {
    expect(wrap('受益36768人次，见 data/pairings/2025.yaml:3 一行', 24)).toEqual([
      '受益36768人次，见',
      'data/pairings/2025.yaml:',
      '3 一行',
    ]);
    expect(wrap('服务1234567人', 10)).toEqual(['服务', '1234567人']);
  });

  test('a word longer than a line is cut, and its punctuation is not left alone', () => {
    expect(wrap('《pairings》。', 8)).toEqual(['《pairin', 'gs》。']);
    expect(wrap('abcdefgh，', 8)).toEqual(['abcdefg', 'h，']);
  });

  test('line feeds and the indent of a first line stay, spaces at a break go', () => {
    expect(wrap('　　第一段\n\n第二段', 10)).toEqual(['　　第一段', '', '第二段']);
    expect(wrap('　　义诊 讲座', 8)).toEqual(['　　义诊', '讲座']);
  });

  test('emoji, flags and combining marks are not split', () => {
    expect(wrap('👨‍👩‍👧🇨🇳é', 2)).toEqual(['👨‍👩‍👧', '🇨🇳', 'é']);
  });

  test('throws for a width below one Chinese character', () => {
    expect(() => wrap('支部', 1)).toThrow(RangeError);
  });
});

test('common text is split like any other', () => {
  const letters = fc.constantFrom(
    ...'中〇々〆㐀Aaz09_ＡｚＺ０９～-+#@/.,:=—–…→·‘’“”（《》）【】〔〕、，。！？％%*「」　 █░{}()[]~&',
  );
  const text = fc.array(letters, { maxLength: 30 }).map((all) => all.join(''));
  fc.assert(
    // The last character decides which splitter is used; both are Chinese.
    fc.property(text, fc.integer({ min: 2, max: 20 }), (start, columns) => {
      expect(wrap(`${start}一`, columns)).toEqual(wrap(`${start}𠀀`, columns).map((line) => line.replace('𠀀', '一')));
    }),
    { numRuns: 3000 },
  );
});

describe('wrap, for any text', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'党支部义诊，。、；：！？）》”（《“—…% 　\t\n-./:，。'),
    fc.constantFrom('2025', 'pairings', '36768', '——', '……', '96.2%', '“越医康养”'),
    fc.string({ unit: 'grapheme', maxLength: 3 }).filter(isPrintable),
  );
  const text = fc.array(unit, { maxLength: 60 }).map((parts) => parts.join(''));
  const width = fc.integer({ min: 2, max: 60 });

  test('no line is wider than the width', () => {
    fc.assert(
      fc.property(text, width, (source, columns) => {
        for (const line of wrap(source, columns)) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 1000 },
    );
  });

  test('no character but a space at a break is lost', () => {
    fc.assert(
      fc.property(text, width, (source, columns) => {
        expect(withoutSpaces(wrap(source, columns).join(''))).toBe(withoutSpaces(source));
      }),
      { numRuns: 1000 },
    );
  });

  test('where a line is long enough, 禁则 holds', () => {
    const sentence = fc
      .array(
        fc.tuple(
          fc.constantFrom('“', '（《', ''),
          fc.constantFrom('党', '支部', '28', '义诊'),
          fc.constantFrom('，', '》。', '', '%'),
        ),
        {
          maxLength: 40,
        },
      )
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(sentence, fc.integer({ min: 14, max: 80 }), (source, columns) => {
        for (const line of wrap(source, columns)) {
          expect(line).not.toMatch(/^[，》。%]/);
          expect(line).not.toMatch(/[“（《]$/);
        }
      }),
    );
  });
});
