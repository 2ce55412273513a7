import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { OfficeFileFault, readZip } from '../../src/exchange/read-zip.js';

const PARTS = {
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/文.xml': strToU8('文'.repeat(1000)),
  空: new Uint8Array(),
};
const ZIP = zipSync(PARTS, { level: 6 });

/** The zip with a number of a part's directory entry changed. */
function lying(part: number, offset: number, value: number): Uint8Array {
  const bytes = Uint8Array.from(ZIP);
  const view = new DataView(bytes.buffer);
  let found = -1;
  for (let at = 0, seen = 0; at < bytes.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50 && seen++ === part) found = at;
  view.setUint32(found + offset, value, true);
  return bytes;
}

function reasonOf(bytes: Uint8Array): string {
  try {
    readZip(bytes);
  } catch (error) {
    if (error instanceof OfficeFileFault) return error.reason;
    throw error;
  }
  return '';
}

describe('a zip', () => {
  test('is read, deflated or stored, with empty parts', () => {
    for (const level of [0, 6] as const) {
      const parts = readZip(zipSync(PARTS, { level }));
      expect(Object.fromEntries([...parts].map(([name, part]) => [name, [...part]]))).toEqual(
        Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [name, [...part]])),
      );
    }
  });

  test('is refused where it is none', () => {
    for (const bytes of [new Uint8Array(), strToU8('甲'), strToU8('<html>'.repeat(20))])
      expect(reasonOf(bytes)).toBe('不是 Word 或 Excel 文件');
    expect(reasonOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('是旧格式，或者设了密码');
  });

  test('is refused where it is cut off anywhere, or a byte of a part is wrong', () => {
    for (let length = 30; length < ZIP.length; length += 7)
      expect(reasonOf(ZIP.subarray(0, length)), String(length)).toMatch('文件已损坏');
    const bytes = Uint8Array.from(ZIP);
    bytes[60] = (bytes[60] ?? 0) ^ 0xff;
    expect(reasonOf(bytes)).toBe('文件已损坏');
  });

  test('is refused by the sizes of its directory, before anything is inflated', () => {
    expect(reasonOf(lying(1, 24, 500 * 2 ** 20))).toContain('超过 128 MB');
    expect(reasonOf(lying(1, 24, 0xffffffff))).toContain('超过 128 MB');
  });

  test('that holds more or less than its directory says is damaged', () => {
    expect(reasonOf(lying(1, 24, 10))).toBe('文件已损坏');
    expect(reasonOf(lying(1, 24, 3001))).toBe('文件已损坏');
    expect(reasonOf(lying(1, 42, 5_000_000))).toBe('文件已损坏');
  });

  test('of thousands of parts is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 4001 }, (_, index) => [`x${index}`, new Uint8Array()]));
    expect(reasonOf(zipSync(many, { level: 0 }))).toContain('太多');
  });

  test('with a password is told from a damaged one', () => {
    const bytes = Uint8Array.from(ZIP);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(reasonOf(bytes)).toBe('设了密码');
  });
});
