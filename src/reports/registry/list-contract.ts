import { recordState } from '../../ledger/kind-table.js';
import type { Entry } from '../../ledger/ledger.js';
import type { Kind } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import type { PlaceOf } from './place-of.js';

/** The object of `list --format json` (version 1): whole records as the ledger has them, with their state and place. */
export function listContract(context: ReportContext, kind: Kind, entries: readonly Entry[], placeOf: PlaceOf) {
  const records = entries.map((entry) => {
    const state = recordState(context, entry);
    return { ...entry.value, ...(state ? { state: state.label } : {}), ...placeOf(entry), sample: entry.sample };
  });
  return { version: 1, kind, asOf: context.asOf, records };
}
