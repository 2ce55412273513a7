import type { RecordSet } from '../document/record-set.js';
import { jsonText } from './json.js';

/** A record a line, as JSON (ndjson, JSON Lines): the fields that are filled in, in the ledger's own order. */
export function renderNdjson({ records }: RecordSet): string {
  return records.map((record) => `${jsonText(record)}\n`).join('');
}
