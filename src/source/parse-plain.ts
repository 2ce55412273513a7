import { isUtf8 } from 'node:buffer';
import { LARGEST_FILE } from '../files/reader.js';
import { firstLoneReturn } from './control-characters.js';
import { readPlain } from './plain-reader.js';
import type { Source } from './source.js';
import { textOf } from './text-of.js';
import { hasMixedLineEnds } from './unusual-text.js';

const CARRIAGE_RETURN = 13;

/**
 * Parses a file of the plain subset without a whole YAML parser, which is slow to load and to run; null where
 * `parseSource` is needed, in particular for every file with a finding.
 */
export function parsePlain(file: string, bytes: Uint8Array): Source | null {
  if (bytes.length > LARGEST_FILE || !isUtf8(bytes) || hasUnusualReturns(bytes)) return null;
  const plain = readPlain(bytes);
  // The text is decoded only when asked for: decoding takes as long as parsing.
  return plain === undefined ? null : { file, text: () => textOf(bytes) ?? '', ...plain, findings: [] };
}

function hasUnusualReturns(bytes: Uint8Array): boolean {
  const text = bytes.includes(CARRIAGE_RETURN) ? (textOf(bytes) ?? '') : '';
  return firstLoneReturn(text) !== -1 || hasMixedLineEnds(text);
}
