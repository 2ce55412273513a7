import { isUtf8 } from 'node:buffer';
import type { InBoth } from '../diagnostics/diagnostic.js';
import { textOf } from './text-of.js';

/** The encoding of a file that is not UTF-8. */
export interface OtherEncoding {
  readonly name: InBoth;
  /** Its label for `TextDecoder`; GB18030, which has a character for most bytes, where it is unknown. */
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** UTF-16 offset in the leniently decoded text; only for damage within a text that is otherwise UTF-8. */
  readonly offset?: number;
}

const UTF16: InBoth = { zh: 'UTF-16（记事本里叫“Unicode”）', en: 'UTF-16 (“Unicode” in Notepad)' };
const GBK: InBoth = { zh: 'GBK（GB18030，记事本里叫“ANSI”）', en: 'GBK (GB18030, “ANSI” in Notepad)' };
const DAMAGED: InBoth = { zh: 'UTF-8，但这里的字节损坏了', en: 'UTF-8 with damaged bytes here' };
const UNKNOWN: InBoth = { zh: '认不出的编码，也可能不是文本文件', en: 'an unknown encoding, or no text at all' };
/** Bytes examined for UTF-16. */
const SAMPLE = 65_536;

/** The encoding of bytes that are not UTF-8, or null for UTF-8. */
export function otherEncoding(bytes: Uint8Array): OtherEncoding | null {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return { name: UTF16, label: utf16 };
  if (isUtf8(bytes)) return null;
  const lenient = new TextDecoder().decode(bytes);
  const damaged = lenient.split('\ufffd').length - 1;
  // GBK read as UTF-8 leaves hardly a Chinese character whole.
  const whole = lenient.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (whole >= damaged) return { name: DAMAGED, label: 'utf-8', offset: lenient.indexOf('\ufffd') };
  return { name: isGb18030(bytes) ? GBK : UNKNOWN, label: 'gb18030' };
}

/**
 * A file's text in whatever encoding, without its byte order mark and with U+FFFD for what is damaged: to be searched and
 * shown, never to be written.
 */
export function lenientText(bytes: Uint8Array): string {
  const other = otherEncoding(bytes);
  return (other === null ? textOf(bytes) : null) ?? new TextDecoder(other?.label).decode(bytes);
}

/** The text of a file that is in GBK as a whole; null for UTF-8, damaged UTF-8 and anything else. */
export function gbkText(bytes: Uint8Array): string | null {
  return otherEncoding(bytes)?.name === GBK ? decodeGb18030(bytes) : null;
}

/** A byte order mark, or NUL as every second byte, as ASCII text in UTF-16 has it. */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (!bytes.includes(0)) return null;
  const sample = bytes.subarray(0, SAMPLE);
  const nul = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) nul[index % 2] = (nul[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nul;
  const isOther = Math.max(even, odd) > sample.length / 8 && Math.min(even, odd) * 8 < Math.max(even, odd);
  return isOther ? (even > odd ? 'utf-16be' : 'utf-16le') : null;
}

function isGb18030(bytes: Uint8Array): boolean {
  return decodeGb18030(bytes) !== null;
}

/** Strictly: a file cut in the middle of a character is unknown. */
function decodeGb18030(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
