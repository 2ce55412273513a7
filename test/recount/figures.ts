/** What the figures of `report --format json` must be, each made anew from its id. */
import { type Claim, claim } from './claims.js';
import { areTasksKept, counted, isKept, select } from './counts.js';
import { ALWAYS, daysIn, earlier, type Span, spanOf } from './days.js';
import { find, type Kind, type Ledger, type Records } from './ledger.js';
import { beneficiariesOf, pairingsOf, type View } from './progress.js';
import { isClosed, isOverdue, isTracked, isUnderway } from './states.js';
import { measure } from './targets.js';
import { isUnagreed, percentBelow, VERDICTS, WHOLES } from './verdicts.js';

/** A figure as the report gives it. */
export interface Printed {
  readonly id: string;
  readonly value: number | null;
  readonly formula: string;
  readonly inputs: readonly string[];
  readonly records: readonly string[];
}

type Dimensions = Record<string, string>;

/** What a figure comes to, and from which records. */
interface Made {
  readonly value: number | null;
  readonly records?: readonly string[];
}

type Maker = (dimensions: Dimensions, ledger: Ledger, asOf: string) => Made | undefined;

/** Counts the records of a kind that the id's dimensions select and that `keep` keeps. */
function count<K extends Kind>(
  kind: K,
  keep: (record: Records[K], ledger: Ledger, asOf: string) => boolean = () => true,
): Maker {
  return (dimensions, ledger, asOf) => {
    const chosen = choose(kind, dimensions, ledger, asOf);
    if (!chosen) return undefined;
    const kept = chosen.records.filter((record) => keep(record, ledger, asOf));
    return { value: chosen.kept ? kept.length : null, records: kept.map(({ id }) => id) };
  };
}

/** Counts tasks by how far they are; null where nobody enters that of any of them. */
function progress(keep: (task: Records['tasks'], ledger: Ledger, asOf: string) => boolean): Maker {
  return (dimensions, ledger, asOf) => {
    const made = count('tasks', (task, of, day) => isTracked(task.board, of) && keep(task, of, day))(
      dimensions,
      ledger,
      asOf,
    );
    const tasks = choose('tasks', dimensions, ledger, asOf)?.records ?? [];
    const unknown = tasks.length > 0 && !tasks.some(({ board }) => isTracked(board, ledger));
    return made && (unknown ? { ...made, value: null } : made);
  };
}

/** Adds up an amount of each record; null where no record has one. */
function sum<K extends Kind>(kind: K, amounts: (records: readonly Records[K][], asOf: string) => number | null): Maker {
  return (dimensions, ledger, asOf) => {
    const chosen = choose(kind, dimensions, ledger, asOf);
    if (!chosen) return undefined;
    const { records, kept } = chosen;
    return { value: kept ? amounts(records, asOf) : null, records: records.map(({ id }) => id) };
  };
}

/** Counts the different names that the year's pairings give. */
function names(of: (pairing: Records['pairings']) => readonly (string | undefined)[], branchesOnly: boolean): Maker {
  return ({ year = '', ...dimensions }, ledger, asOf) => {
    const view = { ledger, year: spanOf(year), asOf };
    const pairings = select(pairingsOf(view), 'pairings', dimensions, ledger, asOf);
    const all = new Set(pairings?.flatMap(of).filter((name) => name !== undefined));
    const wanted = [...all].filter((name) => !branchesOnly || find(ledger, 'branches', name));
    return { value: wanted.length };
  };
}

function choose<K extends Kind>(kind: K, dimensions: Dimensions, ledger: Ledger, asOf: string) {
  const { year, month, period, ...others } = dimensions;
  const span: Span = (month ?? period ?? year) ? spanOf(month ?? period ?? year ?? '') : ALWAYS;
  const records = select(counted(ledger, kind, span, asOf), kind, others, ledger, asOf);
  const inYears = span === ALWAYS ? ALWAYS : spanOf(span.first.slice(0, 4));
  const kept =
    kind === 'tasks'
      ? areTasksKept(ledger, others.type, inYears)
      : !KEPT.has(kind) || span === ALWAYS || isKept(ledger, kind, inYears);
  return records && { records, kept };
}

/** Kinds of which nobody kept any where no record lies in the year. */
const KEPT: ReadonlySet<Kind> = new Set([
  'pairings',
  'activities',
  'meetings',
  'inspections',
  'publications',
  'requests',
]);

const typeOf = ({ board }: Records['tasks'], ledger: Ledger): string => find(ledger, 'boards', board)?.type ?? '';
const problemsOf = ({ problems = [] }: Records['inspections']) => problems;
const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
/** Not put right by the day, although its time is over or it was given none. */
const isArrear = ({ rectified, due }: { rectified?: string; due?: string }, asOf: string): boolean =>
  !(rectified !== undefined && rectified <= asOf) && (due === undefined || due < asOf);
const STAGES = ['初审', '复审', '终审'];

const MAKERS: Readonly<Record<string, Maker>> = {
  activities: count('activities'),
  beneficiaries: sum('activities', beneficiariesOf),
  seasonal: count('activities', ({ solarTerm, festival }) => solarTerm !== undefined || festival !== undefined),
  approved: count('activities', ({ approval }, _, asOf) => approval !== undefined && approval.on <= asOf),
  'linked-activities': count('activities', ({ linkages }) => linkages !== undefined),
  meetings: count('meetings'),
  'linked-meetings': count('meetings', ({ linkages }) => linkages !== undefined),
  publications: count('publications'),
  reviewed: count('publications', ({ reviews = [] }, _, asOf) =>
    STAGES.every((stage) => reviews.some((review) => review.stage === stage && review.on <= asOf)),
  ),
  requests: count('requests'),
  served: count('requests', ({ events }, _, asOf) =>
    events.some(({ on, step }) => on <= asOf && (step === '办单' || step === '评单')),
  ),
  inspections: count('inspections'),
  problems: sum('inspections', (inspections) => total(inspections.map((one) => problemsOf(one).length))),
  rectified: sum('inspections', (inspections, asOf) =>
    total(inspections.map((one) => problemsOf(one).filter(({ rectified }) => rectified && rectified <= asOf).length)),
  ),
  unrectified: sum('inspections', (inspections, asOf) =>
    total(inspections.map((one) => problemsOf(one).filter((problem) => isArrear(problem, asOf)).length)),
  ),
  'pending-problems': sum('inspections', (inspections, asOf) =>
    total(
      inspections.map(
        (one) =>
          problemsOf(one).filter(
            ({ rectified, due }) => !(rectified && rectified <= asOf) && due !== undefined && due >= asOf,
          ).length,
      ),
    ),
  ),
  boards: count('boards'),
  tasks: count('tasks'),
  closed: progress((task, ledger, asOf) => isClosed(task, typeOf(task, ledger), asOf)),
  overdue: progress((task, ledger, asOf) => isOverdue(task, typeOf(task, ledger), asOf)),
  underway: progress((task, ledger, asOf) => isUnderway(task, typeOf(task, ledger), asOf)),
  // Sent back after the examination (攻榜推进, 续榜, 流榜, 退榜) it has not passed.
  accepted: progress((task, _, asOf) => {
    const steps = (task.events ?? []).filter(({ on }) => on <= asOf).map(({ step }) => step);
    return steps.includes('验榜') && ['验榜', '结题'].includes(steps.at(-1) ?? '');
  }),
  pairings: count('pairings'),
  partners: names(({ partners }) => partners, false),
  leads: names(({ lead }) => [lead], true),
  assistants: names(({ assist = [] }) => assist, true),
  'joint-branches': names(({ joined = [] }) => joined, true),
  'paired-branches': names(({ lead, assist = [], joined = [] }) => [lead, ...assist, ...joined], true),
  'last-year': ({ year = '' }, ledger, asOf) => {
    const before = String(Number(year) - 1);
    const whole = spanOf(before);
    const sameDay = asOf.startsWith(year) ? `${before}${asOf.slice(4)}` : whole.last;
    const held = counted(ledger, 'activities', { first: whole.first, last: sameDay }, asOf);
    return {
      value: isKept(ledger, 'activities', whole) ? held.length : null,
      ...(isKept(ledger, 'activities', whole) ? { records: held.map(({ id }) => id) } : {}),
    };
  },
  growth: ({ year = '' }, ledger, asOf) => growthOf(year, ledger, asOf),
  decline: ({ year = '' }, ledger, asOf) => growthOf(year, ledger, asOf, -1),
  'several-roles': (dimensions, ledger, asOf) => {
    const [leads, assistants, joint, all] = ['leads', 'assistants', 'joint-branches', 'paired-branches'].map(
      (name) => MAKERS[name]?.(dimensions, ledger, asOf)?.value ?? 0,
    );
    return { value: (leads ?? 0) + (assistants ?? 0) + (joint ?? 0) - (all ?? 0) };
  },
  'idle-pairings': ({ year = '', ...dimensions }, ledger, asOf) => {
    const pairings = select(pairingsOf({ ledger, year: spanOf(year), asOf }), 'pairings', dimensions, ledger, asOf);
    const active = pairings?.filter(({ id }) => MAKERS.activities?.({ year, pairing: id }, ledger, asOf)?.value !== 0);
    return { value: (pairings?.length ?? 0) - (active?.length ?? 0) };
  },
  unagreed: count('pairings', isUnagreed),
  ...Object.fromEntries(
    Object.entries(VERDICTS).map(([name, value]): [string, Maker] => [
      name,
      (dimensions, ledger, asOf) => ({ value: value(dimensions, ledger, asOf) }),
    ]),
  ),
  ...Object.fromEntries(Object.keys(WHOLES).map((part): [string, Maker] => [`${part}-share`, shareOf(part)])),
  'missed-share': (dimensions, ledger, asOf) => {
    const whole = find(ledger, 'targets', dimensions.target)?.each ? 'goal' : 'due';
    const [some, all] = ['missed', whole].map((name) => MAKERS[name]?.(dimensions, ledger, asOf)?.value ?? null);
    return { value: percentBelow(some ?? null, all ?? null) };
  },
  goal: ofTarget(({ goal }) => ({ value: goal })),
  done: ofTarget(({ done, records }) => ({ value: done, records })),
  expected: ofTarget(({ expected }) => ({ value: expected })),
  days: ofTarget(({ span }) => ({ value: daysIn(span) })),
  elapsed: ofTarget(({ span, asOf }) => ({
    value: asOf < span.first ? 0 : daysIn({ first: span.first, last: earlier(asOf, span.last) }),
  })),
  percent: ofTarget(({ percent }) => ({ value: percent })),
  short: ofTarget(({ goal, done }) => ({
    value: goal === null || done === null ? null : Math.max(0, goal - done),
  })),
  missed: ofTarget(({ goal, cells, kept, asOf, atLeast }) => ({
    value:
      goal === null || !kept
        ? null
        : cells.filter(({ last, amount }) => last <= asOf && (amount ?? 0) < atLeast).length,
  })),
  due: ofTarget(({ cells, asOf }) => ({ value: cells.filter(({ last }) => last <= asOf).length })),
  linked: (dimensions, ledger, asOf) => {
    const activities = MAKERS['linked-activities']?.(dimensions, ledger, asOf);
    const meetings = MAKERS['linked-meetings']?.(dimensions, ledger, asOf);
    return { value: (activities?.value ?? 0) + (meetings?.value ?? 0) };
  },
  'matrix-cells': ({ year = '', program }, ledger, asOf) => {
    const { pairings, linkages } = matrixOf({ ledger, year: spanOf(year), asOf }, program);
    return { value: pairings.length * linkages.length };
  },
  gaps: ({ year = '', program }, ledger, asOf) => {
    const { pairings, linkages } = matrixOf({ ledger, year: spanOf(year), asOf }, program);
    const blank = pairings.flatMap(({ id }) =>
      linkages.filter(
        (linkage) => MAKERS.linked?.({ year, pairing: id, linkage: linkage.id }, ledger, asOf)?.value === 0,
      ),
    );
    return { value: blank.length };
  },
};

/** How large a part is of its whole. */
function shareOf(part: string): Maker {
  return (dimensions, ledger, asOf) => {
    const [some, all] = [part, WHOLES[part] ?? ''].map(
      (name) => MAKERS[name]?.(dimensions, ledger, asOf)?.value ?? null,
    );
    return { value: percentBelow(some ?? null, all ?? null) };
  };
}

/** By how many percent there are more activities than on the same days of the year before. */
function growthOf(year: string, ledger: Ledger, asOf: string, direction = 1): Made | undefined {
  const then = MAKERS['last-year']?.({ year }, ledger, asOf)?.value;
  const now = MAKERS.activities?.({ year }, ledger, asOf)?.value;
  // A document's number of the year before, where the ledger has none, is not recounted.
  if (!then || typeof now !== 'number') return undefined;
  return { value: Math.round(((direction * (now - then)) / then) * 1000) / 10 };
}

function matrixOf(view: View, program: string | undefined) {
  const linkages = find(view.ledger, 'programs', program)?.linkages ?? [];
  return { linkages, pairings: pairingsOf(view).filter((pairing) => pairing.program === program) };
}

const known = new WeakMap<Ledger, Map<string, ReturnType<typeof measure>>>();

/** A target on a day: a report asks for each of its cells. */
function measuredOnce(target: Records['targets'], ledger: Ledger, asOf: string): ReturnType<typeof measure> {
  const of = known.get(ledger) ?? new Map<string, ReturnType<typeof measure>>();
  known.set(ledger, of);
  const key = `${target.id}@${asOf}`;
  const measured = of.get(key) ?? measure(target, ledger, asOf);
  of.set(key, measured);
  return measured;
}

function ofTarget(make: (measured: ReturnType<typeof measure> & { asOf: string; atLeast: number }) => Made): Maker {
  return ({ target, cell }, ledger, asOf) => {
    const record = find(ledger, 'targets', target);
    if (!record) return undefined;
    const measured = measuredOnce(record, ledger, asOf);
    if (cell === undefined) return make({ ...measured, asOf, atLeast: record.atLeast ?? 0 });
    const one = measured.cells.find(({ name }) => name === cell);
    return one && { value: measured.kept ? one.amount : null, records: one.records };
  };
}

/**
 * What a report prints beside counts: the settings, a percentage of what a document declares, and whether a title may
 * claim what it does, which rests on figures that are recounted.
 */
const NO_COUNTS = /^policy-|^completion(?:-remark)?$|^claim$/;

/** What is told of a part of a year as it is of the year: counts and sums of what lies in it. */
const IN_PERIODS = new Set([
  ...['activities', 'beneficiaries', 'seasonal', 'approved', 'meetings', 'publications', 'requests', 'inspections'],
  ...['problems', 'rectified', 'unrectified', 'pending-problems', 'linked-activities', 'linked-meetings', 'pairings'],
]);
export const isToldOfPeriods = ({ id }: Printed): boolean =>
  IN_PERIODS.has(measureOf(id)) && dimensionsOf(id).period !== undefined;

/** The measures that the recount should know and does not. */
export const unknownMeasures = (printed: readonly Printed[], ledger: Ledger): string[] =>
  printed
    .filter(({ id }) => !find(ledger, 'facts', id))
    .map(({ id }) => measureOf(id))
    .filter((measure) => !(measure in MAKERS) && !NO_COUNTS.test(measure));

const measureOf = (id: string): string => id.split('@')[0] ?? id;

function dimensionsOf(id: string): Dimensions {
  const parts = id.slice(id.indexOf('@') + 1).split(',');
  return Object.fromEntries(parts.map((part) => part.split(/=(.*)/s) as [string, string]));
}

/** Claims on the figures that a report prints. */
export function figureClaims(printed: readonly Printed[], ledger: Ledger, asOf: string): Claim[] {
  return printed.flatMap((figure): Claim[] => {
    const fact = find(ledger, 'facts', figure.id);
    if (fact) return factClaims(fact, ledger, asOf);
    const made = MAKERS[measureOf(figure.id)]?.(dimensionsOf(figure.id), ledger, asOf);
    if (!made) return [];
    return [
      claim(`${figure.id}/value`, made.value),
      ...(made.records && figure.formula !== 'fact'
        ? [claim(`${figure.id}/records`, [...new Set(made.records)].sort())]
        : []),
    ];
  });
}

function factClaims(fact: Records['facts'], ledger: Ledger, asOf: string): Claim[] {
  const known = knownFrom(fact, ledger);
  if (known !== undefined && known > asOf) return [claim(`${fact.id}/value`, undefined)];
  return [claim(`${fact.id}/value`, fact.value)];
}

/** The day from which a fact can be told: its period's end, or its document's day where it declares a total. */
function knownFrom({ until, from, measure, subject, source }: Records['facts'], ledger: Ledger): string | undefined {
  const issued = find(ledger, 'sources', source)?.issued;
  if (measure !== undefined && subject !== undefined) return issued === undefined ? undefined : spanOf(issued).last;
  return until === undefined && from === undefined ? undefined : spanOf(until ?? from ?? '').last;
}

/** The places of a report's figures. */
export function placesOfFigures(printed: readonly Printed[]): Map<string, unknown> {
  return new Map(
    printed.flatMap(({ id, value, records }): [string, unknown][] => [
      [`${id}/value`, value],
      [`${id}/records`, [...new Set(records)].sort()],
    ]),
  );
}
