/** What a record is on a day: worked out from its dated events, as the rules below the table of kinds say. */
import { ALWAYS, addDays, addMonths, later, type Span, spanOf } from './days.js';
import { find, type Ledger, type Records } from './ledger.js';

type Activity = Records['activities'];
type Agreement = Records['agreements'];
type Task = Records['tasks'];

/** The steps that close a task, by its board's type, and those that end it without closing it. */
const CLOSING: Readonly<Record<string, string>> = {
  揭榜挂帅: '结题',
  任务清单: '销号',
  一书记一项目: '结项',
  工作清单: '对账销号',
  实事清单: '对账销号',
  整改清单: '整改到位',
  工作要点: '已完成',
};
const ENDING = ['流榜', '退榜'];

/** The day an activity is to be held, by what had been moved by `asOf`. */
export function plannedDay({ date, events = [] }: Activity, asOf: string): string {
  return events.findLast(({ on, step }) => step === '改期' && on <= asOf)?.to ?? date;
}

/** The day an activity was held (a long one: its first) up to `asOf`, if it was confirmed by then or `confirmedBy`. */
export function heldOn(activity: Activity, asOf: string, confirmedBy = asOf): string | undefined {
  const steps = (activity.events ?? []).filter(({ on }) => on <= confirmedBy).map(({ step }) => step);
  const confirmed = steps.includes('已开展') || steps.includes('签到');
  const day = plannedDay(activity, confirmedBy);
  return confirmed && !steps.includes('取消') && day <= asOf ? day : undefined;
}

/** Its day, of a long one the last, has passed, and nobody has said whether it was held. */
export function unconfirmed(activity: Activity, asOf: string, confirmedBy = asOf): boolean {
  const cancelled = activity.events?.some(({ on, step }) => step === '取消' && on <= confirmedBy);
  const open = heldOn(activity, asOf, confirmedBy) === undefined && !cancelled;
  const day = plannedDay(activity, confirmedBy);
  return open && (day === activity.date ? (activity.until ?? day) : day) < asOf;
}

/** The last step taken by `asOf`; none is 未启动. */
export function stageOf({ events = [] }: Task, asOf: string): string {
  return events.findLast(({ on }) => on <= asOf)?.step ?? '未启动';
}

/** Whether any task of a board has a step: else nobody enters how far they are. */
export function isTracked(board: string, ledger: Ledger): boolean {
  return ledger.tasks.some((task) => task.board === board && (task.events ?? []).length > 0);
}

export function isClosed(task: Task, type: string, asOf: string): boolean {
  return stageOf(task, asOf) === CLOSING[type];
}

export function isUnderway(task: Task, type: string, asOf: string): boolean {
  const stage = stageOf(task, asOf);
  return stage !== '未启动' && stage !== CLOSING[type] && !ENDING.includes(stage);
}

/** Its time is over for certain, and it is neither closed nor ended. */
export function isOverdue(task: Task, type: string, asOf: string): boolean {
  const open = !isClosed(task, type, asOf) && !ENDING.includes(stageOf(task, asOf));
  return open && task.due !== undefined && spanOf(task.due).last < asOf;
}

/** From the second signature to the end of the term or its termination; undefined while a signature is missing. */
export function termOf({ signed = [], termYears, terminated }: Agreement, asOf: string): Span | undefined {
  const days = signed.filter(({ on }) => on <= asOf).map(({ on }) => on);
  if (days.length < 2) return undefined;
  const first = days.reduce(later);
  const last = termYears === undefined ? ALWAYS.last : addDays(addMonths(first, termYears * 12), -1);
  return { first, last: terminated !== undefined && terminated <= asOf ? terminated : last };
}

/**
 * The state of a pairing's agreement: that of the one signed last by both sides and not renewed by another, else how far
 * the others are.
 */
export function agreementState(pairing: string, ledger: Ledger, asOf: string): string {
  const own = ledger.agreements.filter((agreement) => agreement.pairing === pairing);
  const signed = own.flatMap((agreement) => {
    const term = termOf(agreement, asOf);
    return term ? [{ agreement, term }] : [];
  });
  const renewed = new Set(signed.map(({ agreement }) => agreement.renews));
  const standing = signed.filter(({ agreement }) => !renewed.has(agreement.id));
  const latest = standing.sort((a, b) => (a.term.first < b.term.first ? -1 : 1)).at(-1);
  if (latest) return termState(latest.agreement, latest.term, ledger.policies.expiringDays, asOf);
  if (own.some((agreement) => agreement.signed?.some(({ on }) => on <= asOf))) return '待对方签章';
  return own.length > 0 ? '未签订' : '未登记';
}

function termState({ termYears, terminated }: Agreement, { last }: Span, expiringDays: number, asOf: string): string {
  if (terminated !== undefined && terminated <= asOf) return '已终止';
  if (termYears === undefined) return '履行中（期限未约定）';
  if (last < asOf) return '已到期';
  return addDays(last, -expiringDays) <= asOf ? '即将到期' : '履行中';
}

/** When a programme is in force: by its year, its own days, or else from its document's date. */
export function programSpan(program: Records['programs'], ledger: Ledger): Span {
  if (program.year !== undefined) return spanOf(String(program.year));
  return inForce(program.from ?? issuedOn(program.source, ledger), program.until);
}

/** When a pairing is in force; what it does not say itself is its programme's. */
export function pairingSpan(pairing: Records['pairings'], ledger: Ledger): Span {
  const program = find(ledger, 'programs', pairing.program);
  const span = program ? programSpan(program, ledger) : ALWAYS;
  return {
    first: pairing.from === undefined ? span.first : spanOf(pairing.from).first,
    last: pairing.until === undefined ? span.last : spanOf(pairing.until).last,
  };
}

/** When a branch exists; one whose opening is not known, from its document's date. */
export function branchSpan(branch: Records['branches'], ledger: Ledger): Span {
  return inForce(branch.opened ?? issuedOn(branch.source, ledger), branch.closed);
}

function issuedOn(source: string | undefined, ledger: Ledger): string | undefined {
  return find(ledger, 'sources', source)?.issued;
}

function inForce(from: string | undefined, until: string | undefined): Span {
  return {
    first: from === undefined ? ALWAYS.first : spanOf(from).first,
    last: until === undefined ? ALWAYS.last : spanOf(until).last,
  };
}
