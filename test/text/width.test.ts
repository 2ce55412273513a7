import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { displayWidth, padEnd } from '../../src/text/width.js';

test.each([
  ['骨科第二党支部', 14],
  ['“三百活动”，（一）——…①', 22],
  ['活动28场', 8],
  ['２０２５年', 10],
  ['\u001b[31m红灯\u001b[39m', 4],
  ['👨‍👩‍👧 é', 4],
  ['', 0],
])('%j is %i columns wide', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('the width of every character agrees with string-width', () => {
  for (let code = 0x20; code <= 0xffff; code++) {
    const text = String.fromCharCode(code);
    expect(displayWidth(text), `U+${code.toString(16)}`).toBe(stringWidth(text, { ambiguousIsNarrow: true }));
  }
});

test('the width of a text agrees with string-width', () => {
  const unit = fc.oneof(fc.constantFrom(...'中，“—…a1 （～】'), fc.string({ unit: 'grapheme', maxLength: 1 }));
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(displayWidth(text)).toBe(stringWidth(text, { ambiguousIsNarrow: true }));
    }),
  );
});

test('padding counts columns, not characters, and never cuts', () => {
  expect(padEnd('支部', 6)).toBe('支部  ');
  expect(padEnd('骨科第二党支部', 4)).toBe('骨科第二党支部');
});
