import { COUNTED_KINDS } from '../figures/countable.js';
import { upTo } from '../figures/days.js';
import { factDay, isDeclaredTotal } from '../figures/fact-day.js';
import { type PairingState, pairingAgreement, standingAgreement } from '../figures/pairing-agreement.js';
import { overlaps, programInterval } from '../ledger/in-force.js';
import type { Entry, Ledger, RecordOf } from '../ledger/ledger.js';
import { firstDay, lastDay, yearOf } from '../text/calendar-date.js';
import type { ReportContext } from './context.js';

export type Action = NonNullable<RecordOf<'programs'>['actions']>[number];
export type Linkage = NonNullable<RecordOf<'programs'>['linkages']>[number];

/** The targets whose days overlap the year. */
export function targetsOfYear(context: ReportContext): readonly Entry<'targets'>[] {
  const { from, until } = context.period;
  return context.ledger.all('targets').filter(({ value }) => overlaps(value, from, until));
}

/** The programs in force in the year. */
export function programsOfYear(context: ReportContext): readonly Entry<'programs'>[] {
  const days = upTo(context.period, context.asOf);
  if (days === null) return [];
  return context.ledger
    .all('programs')
    .filter((program) => overlaps(programInterval(context.ledger, program), days.from, days.until));
}

export function pairingsOfYear(context: ReportContext): readonly Entry<'pairings'>[] {
  return context.figures.counted('pairings', context.period);
}

export function branchesOfYear(context: ReportContext): readonly Entry<'branches'>[] {
  return context.figures.counted('branches', context.period);
}

export function boardsOfYear(context: ReportContext): readonly Entry<'boards'>[] {
  return context.figures.counted('boards', context.period);
}

export function tasksOfYear(context: ReportContext): readonly Entry<'tasks'>[] {
  return context.figures.counted('tasks', context.period);
}

export function actionsOfYear(context: ReportContext): readonly { program: string; action: Action }[] {
  return programsOfYear(context).flatMap(({ id, value }) =>
    (value.actions ?? []).map((action) => ({ program: id, action })),
  );
}

export function linkagesOfYear(context: ReportContext): readonly { program: string; linkage: Linkage }[] {
  return programsOfYear(context).flatMap(({ id, value }) =>
    (value.linkages ?? []).map((linkage) => ({ program: id, linkage })),
  );
}

/** The numbers of documents for the year. */
export function factsOfYear({ ledger, year }: ReportContext): readonly Entry<'facts'>[] {
  return ledger.all('facts').filter(({ value }) => value.year === year);
}

/** The clerk's paragraphs on the year. */
export function narrativesOfYear({ ledger, year }: ReportContext): readonly Entry<'narratives'>[] {
  return ledger.all('narratives').filter(({ value }) => value.year === year);
}

/** Whether a document's number may be printed on the day: its period has ended, or the document that sets it is out. */
export function isFactTold({ ledger, asOf }: ReportContext, fact: Entry<'facts'>): boolean {
  return factDay(ledger, fact) <= asOf;
}

/** What a document declares of a program or board, beside the ledger's own count of it; nothing before the document. */
export function declaredOfYear(context: ReportContext): readonly Entry<'facts'>[] {
  return factsOfYear(context).filter((fact) => isDeclaredTotal(fact.value) && isFactTold(context, fact));
}

/** Whether there is anything to report on: a record of the year, or a programme or pairing in force in it. */
export function isYearKnown(context: ReportContext): boolean {
  const inForce = [...programsOfYear(context), ...pairingsOfYear(context)];
  return inForce.length > 0 || recordedYears(context.ledger).includes(context.year);
}

/** The years with any record: a plan, a document's numbers or paragraphs, or a dated event. */
export function recordedYears(ledger: Ledger): readonly number[] {
  const planned = (['facts', 'narratives', 'outlines', 'boards'] as const).flatMap((kind) =>
    ledger.all(kind).map(({ value }: Entry<'facts' | 'narratives' | 'outlines' | 'boards'>) => value.year),
  );
  const targets = ledger.all('targets').flatMap(({ value }) => [yearOf(value.from), yearOf(value.until)]);
  const happened = (['activities', 'meetings', 'inspections', 'publications'] as const).flatMap((kind) =>
    ledger
      .all(kind)
      .map(({ value }: Entry<'activities' | 'meetings' | 'inspections' | 'publications'>) => yearOf(value.date)),
  );
  const years = [...planned, ...targets, ...happened].filter((year) => year !== undefined);
  return [...new Set(years)].sort((a, b) => a - b);
}

/**
 * The sample records (示例) a report of the year is made from: those that count in it, and the year's facts and
 * narratives.
 */
export function samplesOfYear(context: ReportContext): readonly Entry[] {
  const { ledger, figures, year } = context;
  const counted = COUNTED_KINDS.flatMap((kind): readonly Entry[] => figures.counted(kind, context.period));
  const facts = factsOfYear(context).filter((fact) => isFactTold(context, fact));
  const outlines = ledger.all('outlines').filter(({ value }) => value.year === year);
  const planned = [...targetsOfYear(context), ...programsOfYear(context)];
  return [...counted, ...planned, ...facts, ...narrativesOfYear(context), ...outlines].filter(({ sample }) => sample);
}

/** The agreement that stands for a pairing on the day: the last both have signed, else the last on record. */
export function agreementRecordOf({ ledger, asOf }: ReportContext, pairing: string): Entry<'agreements'> | undefined {
  return standingAgreement(ledger, pairing, asOf);
}

/** A pairing's agreement as seen on the day; 未登记 where the ledger has none, never 未签. */
export function agreementOf({ ledger, asOf }: ReportContext, pairing: string): PairingState {
  return pairingAgreement(ledger, pairing, asOf);
}

/** A branch's secretary as known on the day: in office then, or last seen there before. */
export function secretaryOf({ asOf }: ReportContext, { value }: Entry<'branches'>): string | undefined {
  return value.secretaries?.findLast(({ from, until, knownOn }) => {
    const since = from ?? knownOn;
    return (since === undefined || firstDay(since) <= asOf) && (until === undefined || lastDay(until) >= asOf);
  })?.person;
}
