import { expect, test } from 'vitest';
import { escapeControls, escapeControlsKeepingLines } from '../../src/text/escape.js';

test('what could steer a terminal or hide becomes visible', () => {
  expect(escapeControls('红\u001b[31m灯\u0000\u007f\u009b')).toBe('红\\u{1B}[31m灯\\u{00}\\u{7F}\\u{9B}');
  expect(escapeControls('\u202e支部\u2066\u2029')).toBe('\\u{202E}支部\\u{2066}\\u{2029}');
  expect(escapeControls('东\u200b湖\ufeff')).toBe('东\\u{200B}湖\\u{FEFF}');
  expect(escapeControls('\ud800x')).toBe('\\u{D800}x');
});

test('a message stays on one line', () => {
  expect(escapeControls('甲\r\n乙\t丙')).toBe('甲\\r\\n乙\\t丙');
});

test('line feeds may be kept', () => {
  expect(escapeControlsKeepingLines('甲\n乙\u001b')).toBe('甲\n乙\\u{1B}');
});

test('ordinary text, wide punctuation and emoji are left alone', () => {
  const text = '“越医康养”——（一）……①👨‍👩‍👧　C:\\data';
  expect(escapeControls(text)).toBe(text);
});

test('what is not seen becomes visible, but for what makes an emoji', () => {
  expect(escapeControls('东\u3164湖\u00ad\u{e0041}\u200d')).toBe('东\\u{3164}湖\\u{AD}\\u{E0041}\\u{200D}');
  expect(escapeControls('❤️👨‍👩‍👧1️⃣')).toBe('❤️👨‍👩‍👧1️⃣');
});
