import { isUtf8 } from 'node:buffer';
import { LARGEST_FILE } from '../files/reader.js';
import { firstLoneReturn } from './control-characters.js';
import { readPlain } from './plain.js';
import type { Source } from './source.js';
import { textOf } from './text-of.js';
import { hasMixedLineEnds } from './unusual-text.js';

const CARRIAGE_RETURN = 13;

/**
 * Reads one file's bytes where nothing is unusual and nothing wrong, without a whole YAML parser, which takes its time
 * to load and to run; null where `parseSource` is needed.
 */
export function parseUsual(file: string, bytes: Uint8Array): Source | null {
  if (bytes.length > LARGEST_FILE || !isUtf8(bytes) || hasUnusualReturns(bytes)) return null;
  const plain = readPlain(bytes);
  // To decode a whole file takes as long as to read it.
  return plain === undefined ? null : { file, text: () => textOf(bytes) ?? '', ...plain, findings: [] };
}

function hasUnusualReturns(bytes: Uint8Array): boolean {
  const text = bytes.includes(CARRIAGE_RETURN) ? (textOf(bytes) ?? '') : '';
  return firstLoneReturn(text) !== -1 || hasMixedLineEnds(text);
}
