import { isDeepStrictEqual } from 'node:util';
import type { Kind } from '../schema/kinds.js';
import { readSource } from '../source/read-source.js';
import { commentsIn, findComments } from './find-comments.js';
import { LayoutFault } from './ledger-edit.js';
import { writtenRecord, writtenSettings } from './written-value.js';

/**
 * A file of records, or the settings, in the one layout that new records are written in, with its comments. What the new text
 * holds is read back and compared.
 * @param text valid by the schema, with or without a byte order mark
 * @returns the text itself where it holds no record
 * @throws LayoutFault where the values or the comments would not be the same
 */
export async function formattedText(file: string, kind: Kind | 'workspace', text: string): Promise<string> {
  const plain = text.replace(/^\ufeff/, '');
  const { value } = await readSource(file, Buffer.from(plain));
  if (value === null || typeof value !== 'object' || Object.keys(value).length === 0) return text;
  const written = withoutBlankEnds(kind === 'workspace' ? settingsText(value, plain) : recordsText(kind, value, plain));
  if (written === text) return text;
  const now = await readSource(file, Buffer.from(written));
  const isSame =
    isDeepStrictEqual(asJson(now.value), asJson(value)) && isDeepStrictEqual(remarks(written), remarks(plain));
  if (!isSame) throw new LayoutFault(file);
  return written;
}

function settingsText(value: object, text: string): string {
  const comments = findComments(text);
  return writtenSettings(value, comments);
}

function recordsText(kind: Kind, value: object, text: string): string {
  const comments = findComments(text);
  const records = Object.values(value).map((record: object, index) =>
    writtenRecord(kind, record, '', comments.inside(index)),
  );
  return [...records, ...comments.at([]).below.map((line) => `${line}\n`)].join('');
}

/** The comments of a text; their order follows that of the fields. */
const remarks = (text: string): string[] =>
  commentsIn(text)
    .map((comment) => comment.text)
    .sort();

const withoutBlankEnds = (text: string): string => text.replace(/^\n+/, '');

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
