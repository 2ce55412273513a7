import type { Figure } from '../../document/figure.js';
import { parseFigureId } from '../../figures/figure-id.js';
import { basisOf, recordsBehind } from '../../figures/frozen/basis.js';
import { withoutSamples } from '../../figures/frozen/frozen-sight.js';
import { entryOf, markOf, marksOf, recordsOfYear } from '../../figures/frozen/record-marks.js';
import { isReportedId } from '../../figures/frozen/reported-row.js';
import { sealed } from '../../figures/frozen/seal.js';
import { frozenFigure, saidBy } from '../../figures/frozen/stated.js';
import { knownFigure } from '../../figures/known-figures.js';
import { yearPeriod } from '../../figures/period.js';
import { policyOfId } from '../../figures/policies.js';
import { isSameFigure } from '../../figures/same-figure.js';
import type { Frozen, FrozenFigure, Restatement } from '../../ledger/frozen-year.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { activityState } from '../../ledger/state.js';
import { LATEST_DAY, lastDay } from '../../text/calendar-date.js';
import { createContext, type ReportContext } from '../context.js';
import { printedInYear } from '../printed-in-year.js';

/** A year as it is frozen: without samples. */
export function frozenContext(ledger: Ledger, year: number, today: string): ReportContext {
  return closedYear(withoutSamples(ledger), year, today);
}

/** A year on its last day, with every activity that was confirmed at any time. */
export function closedYear(ledger: Ledger, year: number, today: string): ReportContext {
  return createContext({
    ledger,
    period: yearPeriod(year),
    asOf: lastDay(String(year)),
    confirmedBy: LATEST_DAY,
    today,
    errors: 0,
  });
}

/** The activities whose confirmation bears a day that is still to come: they would count today or not, as one looks. */
export function confirmedAhead({ ledger, asOf, today }: ReportContext): readonly Entry<'activities'>[] {
  return ledger
    .all('activities')
    .filter(({ value }) => activityState(value, asOf, today) !== activityState(value, asOf, LATEST_DAY));
}

/** The frozen year: every figure that its summary and progress print, and the digests of the records behind them. */
export function freezeYear(context: ReportContext, note?: string): Frozen {
  return sealed({ ...stateOf(context, []), ...(note === undefined ? {} : { note }) });
}

/** A frozen year restated: the figures as they are now, and what each was; undefined where nothing is other. */
export function restateYear(context: ReportContext, old: Frozen, reason: string): Frozen | undefined {
  const now = stateOf(
    context,
    old.figures.map(({ id }) => id),
  );
  const changes = changesBetween(old.figures, now.figures);
  if (changes.length === 0 && hasSameBasis(old, now)) return undefined;
  const restatement: Restatement = { on: context.today, reason, changes };
  const { year, frozen, note } = old;
  return sealed({
    ...now,
    year,
    frozen,
    ...(note === undefined ? {} : { note }),
    restatements: [...(old.restatements ?? []), restatement],
  });
}

/** What is kept of a year as it is now. @param more ids of figures to keep although they are not printed */
function stateOf(context: ReportContext, more: readonly string[]): Omit<Frozen, 'digest'> {
  const { figures, ledger, year, today, asOf } = context;
  const printed = printedInYear(context).filter(({ id }) => isYearsOwn(id));
  const kept = more.flatMap((id) => (printed.some((each) => each.id === id) ? [] : (knownFigure(figures, id) ?? [])));
  const all: readonly Figure[] = [...printed, ...kept];
  const entries = new Set(recordsOfYear(ledger, year));
  const markAt = (kind: string, id: string): string | undefined => {
    const entry = entryOf(ledger, kind, id);
    if (entry) entries.add(entry);
    return entry && markOf(entry);
  };
  const rows = all.map((figure) => frozenFigure(figure, basisOf(recordsBehind(figure, figures), markAt)));
  const outline = ledger.all('outlines').find(({ value }) => value.year === year)?.id;
  return {
    year,
    frozen: today,
    asOf,
    ...(outline === undefined ? {} : { outline }),
    figures: rows,
    records: marksOf(entries),
  };
}

/** Whether a figure is the year's: no setting of the office, no heading's claim, no single activity's own number. */
function isYearsOwn(id: string): boolean {
  const { measure, dimensions } = parseFigureId(id) ?? {};
  return measure !== 'claim' && dimensions?.activity === undefined && policyOfId(id) === undefined && !isReportedId(id);
}

function changesBetween(old: readonly FrozenFigure[], now: readonly FrozenFigure[]): Restatement['changes'] {
  const [before, after] = [old, now].map((figures) => new Map(figures.map((figure) => [figure.id, figure])));
  const ids = new Set([...now, ...old].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [was, is] = [before?.get(id), after?.get(id)];
    const { label, unit } = is ?? was ?? { label: id, unit: '' };
    if (isSameFigure(was, is)) return [];
    return [{ id, label, unit, ...(was ? { was: saidBy(was) } : {}), ...(is ? { now: saidBy(is) } : {}) }];
  });
}

function hasSameBasis(old: Frozen, now: Pick<Frozen, 'figures'>): boolean {
  const basis = new Map(old.figures.map((figure) => [figure.id, figure.basis]));
  return now.figures.every((figure) => basis.get(figure.id) === figure.basis);
}
