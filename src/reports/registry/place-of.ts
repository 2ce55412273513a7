import type { Inline } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import type { RecordPlace } from '../../workspace/locations.js';
import { text } from '../inlines.js';

/** Gives a record's place; passed in, because reports read no files. */
export type PlaceOf = (entry: Pick<Entry, 'file' | 'pointer'>) => RecordPlace;

/** `data/activities/2025-03.yaml:12`, as editors open it. */
export function placeInline({ file, line }: RecordPlace): Inline {
  return text(`${file}:${line}`);
}
