/** What counts of each kind and when, and what a condition of a figure or a target selects. */
import { readFileSync } from 'node:fs';
import { ALWAYS, earlier, later, overlap, type Span, spanOf } from './days.js';
import { find, type Kind, type Ledger, type Records, type Roles } from './ledger.js';
import { agreementState, branchSpan, heldOn, isTracked, pairingSpan, plannedDay, stageOf, termOf } from './states.js';

/** When a record counts, seen from a day; undefined where it does not count at all. */
type Times = { readonly [K in Kind]?: (record: Records[K], asOf: string, ledger: Ledger) => Span | undefined };

const on = (day: string | undefined): Span | undefined => (day === undefined ? undefined : { first: day, last: day });

/** One row a kind, as `explain` prints it under 计入. */
const TIMES: Times = {
  activities: (activity, asOf, { confirmedBy }) => on(heldOn(activity, asOf, confirmedBy)),
  meetings: ({ cancelled, date }) => (cancelled ? undefined : on(date)),
  inspections: ({ date }) => on(date),
  publications: ({ date }) => on(date),
  requests: ({ events }) => on(events.find(({ step }) => step === '点单')?.on),
  boards: (board, _, ledger) => boardSpan(board, ledger),
  tasks: (task, asOf, ledger) => taskSpan(task, asOf, ledger),
  agreements: (agreement, asOf) => termOf(agreement, asOf),
  pairings: (pairing, _, ledger) => pairingSpan(pairing, ledger),
  branches: (branch, _, ledger) => branchSpan(branch, ledger),
};

/** A board is there from its document's day within its year, or from the first step of a task where that is earlier. */
function boardSpan({ id, year, source }: Records['boards'], ledger: Ledger): Span {
  const { first, last } = spanOf(String(year));
  const issued = spanOf(find(ledger, 'sources', source)?.issued ?? first).first;
  if (issued < first || issued > last) return { first, last };
  const steps = ledger.tasks.flatMap(({ board, events = [] }) => (board === id ? events.map(({ on }) => on) : []));
  return { first: later(first, steps.reduce(earlier, issued)), last };
}

/** A task has its board's days, begun or not; a project (一书记一项目) is there from its first step. */
function taskSpan({ board, events = [] }: Records['tasks'], asOf: string, ledger: Ledger): Span | undefined {
  const of = find(ledger, 'boards', board);
  if (!of) return undefined;
  const { first, last } = boardSpan(of, ledger);
  if (of.type !== '一书记一项目') return { first, last };
  const start = events[0]?.on ?? first;
  return start <= asOf ? { first: start, last } : undefined;
}

/** The records of a kind that count within a span by `asOf`, in the ledger's order. */
export function counted<K extends Kind>(ledger: Ledger, kind: K, span: Span, asOf: string): Records[K][] {
  const seen = { first: span.first, last: earlier(span.last, asOf) };
  const times = TIMES[kind] ?? (() => ALWAYS);
  return (ledger[kind] as readonly Records[K][]).filter((record) => {
    const time = times(record as never, asOf, ledger);
    return time !== undefined && seen.first <= seen.last && overlap(time, seen);
  });
}

/** Whether the ledger was kept of a kind in the years of a span (登记范围): at least one record lies in them. */
export function isKept(ledger: Ledger, kind: Kind, span: Span): boolean {
  const years = { first: spanOf(span.first.slice(0, 4)).first, last: spanOf(span.last.slice(0, 4)).last };
  const times = (LIES_IN[kind] ?? TIMES[kind]) as Times['boards'];
  return (ledger[kind] as readonly Records[Kind][]).some((record) => {
    const time = times?.(record as never, ALWAYS.last, ledger);
    return time !== undefined && overlap(time, years);
  });
}

/** Of tasks each type of board is kept by itself. */
export function areTasksKept(ledger: Ledger, type: string | undefined, span: Span): boolean {
  const tasks = ledger.tasks.filter(({ board }) => type === undefined || find(ledger, 'boards', board)?.type === type);
  return isKept({ ...ledger, tasks }, 'tasks', span);
}

/** Where a record lies, counted or not. */
const LIES_IN: Times = {
  activities: (activity, asOf) => on(plannedDay(activity, asOf)),
  meetings: ({ date }) => on(date),
  // An agreement that is not in force yet lies in no year, and was entered all the same.
  agreements: (agreement, asOf, ledger) => TIMES.agreements?.(agreement, asOf, ledger) ?? ALWAYS,
};

type Dimensions = Readonly<Record<string, string>>;
type Selects<K extends Kind> = Readonly<Record<string, (record: Records[K], ledger: Ledger, asOf: string) => unknown>>;

const linked = { linkage: ({ linkages }: { linkages?: readonly string[] }) => linkages };
const paired = { pairing: ({ pairings }: { pairings?: readonly string[] }) => pairings ?? '未挂结对' };
const unitsOf = ({ lead, assist = [], joined = [] }: Roles) => {
  const units = [...(lead === undefined ? [] : [lead]), ...assist, ...joined];
  return units.length > 0 ? units : '未登记';
};

/** The value or values that a record has under each dimension. */
const VALUES: { readonly [K in Kind]?: Selects<K> } = {
  activities: {
    program: ({ program }) => program,
    action: ({ action }) => action ?? '未归入行动',
    type: ({ types }) => types,
    branch: unitsOf,
    activity: ({ id }) => id,
    ...paired,
    ...linked,
  },
  meetings: {
    type: ({ type }) => type,
    branch: ({ branches }) => branches,
    program: ({ linkages = [] }, { programs }) =>
      programs.filter((program) => program.linkages?.some(({ id }) => linkages.includes(id))).map(({ id }) => id),
    ...paired,
    ...linked,
  },
  inspections: { type: ({ problems = [] }) => problems.map(({ category }) => category) },
  publications: {
    type: ({ category }) => category,
    program: ({ program }) => program,
    branch: ({ branch }) => branch,
  },
  requests: { pairing: ({ pairing }) => pairing },
  boards: { type: ({ type }) => type, program: ({ program }) => program, board: ({ id }) => id },
  tasks: {
    type: ({ board }, ledger) => find(ledger, 'boards', board)?.type,
    program: ({ board }, ledger) => find(ledger, 'boards', board)?.program,
    board: ({ board }) => board,
    branch: ({ branch }) => branch ?? '未登记',
    task: ({ id }) => id,
    state: (task, ledger, asOf) => (isTracked(task.board, ledger) ? stageOf(task, asOf) : '进展未登记'),
  },
  pairings: {
    program: ({ program }) => program,
    branch: unitsOf,
    pairing: ({ id }) => id,
    state: ({ id }, ledger, asOf) => agreementState(id, ledger, asOf),
  },
};

/** Keeps the records that have these values; undefined where a kind has no such dimension. */
export function select<K extends Kind>(
  records: readonly Records[K][],
  kind: K,
  dimensions: Dimensions,
  ledger: Ledger,
  asOf: string,
): Records[K][] | undefined {
  const values = (VALUES[kind] ?? {}) as Selects<K>;
  if (Object.keys(dimensions).some((name) => !(name in values))) return undefined;
  return records.filter((record) =>
    Object.entries(dimensions).every(([name, value]) =>
      [values[name]?.(record, ledger, asOf)].flat().some((one) => one === value),
    ),
  );
}

/** Whether a record meets a target's `where`: the field is, has among its items, or refers to a record with, the value. */
export function meets(
  record: object,
  kind: Kind,
  where: Records['targets']['count']['where'],
  ledger: Ledger,
): boolean {
  return Object.entries(where ?? {}).every(([path, wanted]) => {
    const [field = '', further] = path.split('.');
    const values = [(record as Record<string, unknown>)[field]].flat();
    const reached =
      further === undefined
        ? values
        : values.flatMap((id) =>
            referred(kind, field)
              .map((to) => find(ledger, to, String(id)) as Record<string, unknown> | undefined)
              .flatMap((found) => found?.[further]),
          );
    return reached.some((value) => [wanted].flat().includes(value as never));
  });
}

/** The first field of a kind that refers to another kind, as the dictionary has them. */
export function firstFieldTo(kind: Kind, to: Kind): string | undefined {
  return Object.keys(propertiesOf(kind)).find((field) => referred(kind, field).includes(to));
}

/** The kinds that a field refers to. */
function referred(kind: Kind, field: string): Kind[] {
  const property = propertiesOf(kind)[field];
  return [property?.['x-ref'] ?? property?.items?.['x-ref'] ?? []].flat() as Kind[];
}

interface Property {
  readonly 'x-ref'?: string | readonly string[];
  readonly items?: Property;
}

const dictionary = new Map<Kind, Readonly<Record<string, Property>>>();

function propertiesOf(kind: Kind): Readonly<Record<string, Property>> {
  const known = dictionary.get(kind);
  if (known) return known;
  const path = new URL(`../../schemas/${kind}.schema.json`, import.meta.url);
  const { properties } = JSON.parse(readFileSync(path, 'utf8')) as { properties: Record<string, Property> };
  dictionary.set(kind, properties);
  return properties;
}
