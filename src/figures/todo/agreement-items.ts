import type { Entry } from '../../ledger/ledger.js';
import { policyValue } from '../../ledger/policy-value.js';
import { type AgreementState, agreementInterval, agreementState } from '../../ledger/state.js';
import { daysFromTo } from '../../text/calendar-date.js';
import type { Days } from '../days.js';
import type { FigureSource } from '../figure-source.js';
import { isKept } from '../kept.js';
import { type TodoItem, unitsOf } from './todo-item.js';

/** States that need an action, the most urgent first. */
const WAITING = ['已到期', '即将到期', '待对方签章', '未签订', '未登记协议'] as const;
type Waiting = (typeof WAITING)[number];

/**
 * Agreements, of pairings in force within some days, that need a signature or a renewal, and pairings without an
 * agreement; none where nobody keeps agreements, because nothing is known to be missing then.
 */
export function agreementItems(source: FigureSource, days: Days, through = source.asOf): readonly TodoItem[] | null {
  const pairings = source.counted('pairings', days);
  if (pairings.length === 0 || !isKept(source, 'agreements', days)) return null;
  const items = pairings.flatMap((pairing) => itemsOf(source, pairing, through));
  return WAITING.flatMap((state) => items.filter(({ type }) => type === state));
}

function itemsOf(source: FigureSource, pairing: Entry<'pairings'>, through: string): TodoItem[] {
  const own = source.ledger.all('agreements').filter(({ value }) => value.pairing === pairing.id);
  const base = { group: '协议' as const, units: unitsOf(pairing.value.lead) };
  if (own.length === 0) return [{ ...base, type: '未登记协议', entry: pairing }];
  const states = own.map((entry) => ({ entry, state: stateOf(source, entry, through) }));
  const running = states.some(({ state }) => state.startsWith('履行中'));
  return states.flatMap(({ entry, state }): TodoItem[] => {
    if (!isWaiting(state) || (running && isSettled(entry, state))) return [];
    const date = dayOf(entry, state, source.asOf);
    return [{ ...base, type: state, entry, ...(date === undefined ? {} : { date }) }];
  });
}

/** What ends by the day up to which it is looked ahead ends soon. */
function stateOf({ ledger, asOf }: FigureSource, entry: Entry<'agreements'>, through: string): AgreementState {
  const ahead = daysFromTo(asOf, through) - 1;
  return agreementState(ledger, entry, asOf, Math.max(policyValue(ledger, 'expiringDays'), ahead));
}

function isWaiting(state: string): state is Waiting {
  return (WAITING as readonly string[]).includes(state);
}

/** Beside an agreement in force, an older one needs no renewal and its own renewal is not yet due. */
function isSettled({ value }: Entry<'agreements'>, state: Waiting): boolean {
  return state === '已到期' || state === '即将到期' || value.renews !== undefined;
}

/** The last day of the term, or the day one side signed. */
function dayOf({ value }: Entry<'agreements'>, state: Waiting, asOf: string): string | undefined {
  if (state === '待对方签章') return value.signed?.find(({ on }) => on <= asOf)?.on;
  return state === '未签订' ? undefined : (agreementInterval(value).until ?? undefined);
}
