import { callsFor, labelParts } from '../ledger/called.js';
import { isDateless } from '../ledger/kind-table.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import { kindTitle } from '../schema/kinds.js';
import { EditFault } from './edit-fault.js';

/** Of an id. */
const LONGEST = 60;

/**
 * The id of a new record, made of what its kind is called by: an activity of its date and title. Never a counter: two
 * clerks would take the same.
 * @throws EditFault where there is nothing to make it of, or everything it could be is taken
 */
export function newId(ledger: Ledger, kind: Kind, value: object, year?: number): string {
  const ids = callsFor(kind, labelParts(ledger, value, isDateless(kind) ? undefined : year))
    .map(idOf)
    .filter((id) => id !== '');
  const free = ids.find((id) => !ledger.has(kind, id));
  if (free !== undefined) return free;
  const [taken] = ids;
  const title = kindTitle(kind);
  if (taken !== undefined) throw new EditFault(`${title}“${taken}”已经有了`, '用 --set 编号=… 给它另取一个编号。');
  throw new EditFault(`${title}要有编号`, '用 --set 编号=… 写它平时的叫法。');
}

/** Letters and digits of the parts, joined by hyphens. */
function idOf(parts: readonly (string | undefined)[]): string {
  if (parts.some((part) => part === undefined)) return '';
  const clean = parts.map((part = '') => part.normalize().replace(/[^\p{L}\p{N}〔〕·-]+/gu, ''));
  return clean.join('-').replace(/-{2,}/g, '-').slice(0, LONGEST).replace(/^-|-$/g, '');
}
