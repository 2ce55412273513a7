import { LARGEST_FILE } from '../files/reader.js';
import { firstControl, firstLoneReturn } from './control-characters.js';
import { readPlain } from './plain.js';
import type { Source } from './source.js';
import { textOf } from './text-of.js';
import { hasByteOrderMark, hasMixedLineEnds, mayBeMisread } from './unusual-text.js';

/** Set to `js-yaml`, everything is read by the whole parser: to look for a fault in ours. */
const isAsked = process.env.YUEYI_READER !== 'js-yaml';

/**
 * Reads one file's bytes where nothing is unusual and nothing wrong, without a whole YAML parser, which takes its time
 * to load and to run; null where `parseSource` is needed.
 */
export function parseUsual(file: string, bytes: Uint8Array): Source | null {
  const text = isAsked && bytes.length <= LARGEST_FILE ? textOf(bytes) : null;
  if (text === null || firstControl(text) !== null || firstLoneReturn(text) !== -1) return null;
  if (hasByteOrderMark(bytes) || hasMixedLineEnds(text) || mayBeMisread(text)) return null;
  const value = readPlain(text);
  return value === undefined ? null : { file, text, value, findings: [] };
}
