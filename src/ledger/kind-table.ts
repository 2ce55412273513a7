import type { Kind } from '../schema/kinds.js';
import type { PartialDate } from '../text/calendar-date.js';
import { evaluatedDay } from './evaluated-day.js';
import { DUE, dayOf, type Happening, itemEvent, stepsOf } from './happening.js';
import { boardInterval, branchInterval, type Interval, pairingInterval, programInterval } from './in-force.js';
import {
  ALWAYS,
  inForceStates,
  inYear,
  type KindRow,
  type LedgerOnDay,
  onDay,
  type RecordState,
  simpleState,
  spanOf,
} from './kind-row.js';
import type { Entry, Ledger } from './ledger.js';
import { policyValue } from './policy-value.js';
import { NOT_STARTED, PROGRESS_UNKNOWN, REQUEST_STEPS, STAGES } from './stages.js';
import {
  ACTIVITY_STATES,
  AGREEMENT_STATES,
  activityDay,
  activityState,
  agreementInterval,
  agreementState,
  taskState,
} from './state.js';

const CLOSED = '已完成';
const OVERDUE = '逾期';
/** The state of a request before its first step. */
const NOT_ORDERED = '未开始';

type KindTable = { readonly [K in Kind]: KindRow<K> };

const TABLE = {
  sources: {
    named: 'title',
    days: (_, { value }) => spanOf(value.issued),
    date: (_, { value }) => value.issued,
  },
  people: { named: 'name', days: 'dateless' },
  departments: { named: 'name', dimension: 'branch', days: 'dateless' },
  organizations: { named: 'name', days: 'dateless' },
  branches: {
    named: 'name',
    dimension: 'branch',
    days: branchInterval,
    states: inForceStates(branchInterval),
    happenings: ({ opened, closed }) => [...dayOf('opened', opened, '成立'), ...dayOf('closed', closed, '撤销')],
  },
  programs: {
    named: 'title',
    dimension: 'program',
    days: programInterval,
    states: inForceStates(programInterval),
    happenings: fromUntil,
  },
  targets: {
    named: 'title',
    dimension: 'target',
    days: (_, { value }) => value,
    states: inForceStates((_, { value }) => value),
    happenings: fromUntil,
  },
  pairings: {
    dimension: 'pairing',
    days: pairingInterval,
    states: inForceStates(pairingInterval),
    happenings: fromUntil,
  },
  agreements: {
    // An unsigned agreement belongs to no period yet.
    days: (_, { value }) => (agreementInterval(value).from === null ? null : agreementInterval(value)),
    date: (_, { value }) => agreementInterval(value).from ?? undefined,
    states: {
      words: AGREEMENT_STATES,
      of: ({ ledger, asOf }, entry) =>
        simpleState(agreementState(ledger, entry, asOf, policyValue(ledger, 'expiringDays'))),
    },
    happenings: ({ signed = [], terminated }) => [
      ...signed.map(({ on, side }) => itemEvent('signed', on, `${side}签章`)),
      ...dayOf('terminated', terminated, '终止'),
    ],
  },
  boards: { named: 'name', dimension: 'board', days: boardInterval },
  tasks: {
    named: 'title',
    dimension: 'task',
    days: (ledger, { value }) => {
      const board = ledger.get('boards', value.board);
      const year = board ? boardInterval(ledger, board) : ALWAYS;
      // A task stands with its board, begun or not. A branch's project (一书记一项目) is there once it is chosen (选题).
      const begun = board?.value.type === '一书记一项目' ? value.events?.[0]?.on : undefined;
      // A step before the year does not move the project into the year before.
      return begun !== undefined && begun > (year.from ?? '') ? { ...year, from: begun } : year;
    },
    date: ({ asOf }, { value }) => value.events?.findLast(({ on }) => on <= asOf)?.on,
    states: {
      words: [
        ...new Set([
          PROGRESS_UNKNOWN,
          NOT_STARTED,
          ...Object.values(STAGES).flatMap(({ stages }): readonly string[] => stages),
          CLOSED,
          OVERDUE,
        ]),
      ],
      of: ({ ledger, asOf }, task) => {
        const { stage, closed, overdue } = taskState(ledger, task, asOf);
        const words = [stage, ...(closed && stage !== CLOSED ? [CLOSED] : []), ...(overdue ? [OVERDUE] : [])];
        return { label: overdue ? `${stage}（${OVERDUE}）` : stage, words };
      },
    },
    happenings: ({ events, due }) => [...stepsOf(events), ...dayOf('due', due, DUE)],
  },
  activities: {
    named: 'title',
    dimension: 'activity',
    days: (_, { value }) => onDay(activityDay(value)),
    date: ({ asOf, confirmedBy = asOf }, { value }) => activityDay(value, confirmedBy),
    states: {
      words: ACTIVITY_STATES,
      of: ({ asOf, confirmedBy }, { value }) => simpleState(activityState(value, asOf, confirmedBy)),
    },
    happenings: ({ events, until }) => [...stepsOf(events), ...dayOf('until', until, '止')],
  },
  meetings: {
    named: 'title',
    days: (_, { value }) => onDay(value.date),
    date: (_, { value }) => value.date,
    happenings: ({ date }) => dayOf('date', date, '召开'),
  },
  inspections: {
    days: (_, { value }) => onDay(value.date),
    date: (_, { value }) => value.date,
    happenings: ({ date, problems = [] }) => [
      ...problems.flatMap(({ rectified }) =>
        rectified === undefined ? [] : [itemEvent('problems', rectified, '问题整改')],
      ),
      ...dayOf('date', date, '督查'),
    ],
  },
  publications: {
    named: 'title',
    days: (_, { value }) => onDay(value.date),
    date: (_, { value }) => value.date,
    happenings: ({ date }) => dayOf('date', date, '发布'),
  },
  requests: {
    days: (_, { value: { events } }) => (events[0] === undefined ? null : onDay(events[0].on)),
    date: (_, { value }) => value.events[0]?.on,
    states: {
      words: [NOT_ORDERED, ...REQUEST_STEPS.stages],
      of: ({ asOf }, { value }) => simpleState(value.events.findLast(({ on }) => on <= asOf)?.step ?? NOT_ORDERED),
    },
    happenings: ({ events }) => stepsOf(events),
  },
  evaluations: {
    days: (_, { value }) => evaluatedDay(value),
    date: (_, { value }) => value.date,
    happenings: ({ date }) => dayOf('date', date, '考核评估'),
  },
  facts: {
    named: 'label',
    days: (_, { value: { from, until, year } }) => spanOf(from ?? until ?? String(year), until ?? from ?? String(year)),
    date: (_, { value }) => String(value.year),
    happenings: fromUntil,
  },
  narratives: { days: (_, { value }) => inYear(value.year) },
  outlines: { named: 'title', days: (_, { value }) => inYear(value.year) },
} satisfies KindTable;

/**
 * One row for each kind: its name field, its days, its states, what its events are called, and which dimension it is.
 * A kind without a row does not compile.
 */
export const KIND_TABLE: KindTable = TABLE;

/** The kinds whose records change with time. */
export type KindWithStates = {
  [K in Kind]: (typeof TABLE)[K] extends { readonly states: unknown } ? K : never;
}[Kind];

function fromUntil({ from, until }: { readonly from?: PartialDate; readonly until?: PartialDate }): Happening[] {
  return [...dayOf('from', from, '起'), ...dayOf('until', until, '止')];
}

/** The days a record belongs to; null where it has none yet, or its kind is dateless. */
export function recordDays<K extends Kind>(ledger: Ledger, entry: Entry<K>): Interval | null {
  const { days } = rowOf(entry.kind);
  return days === 'dateless' ? null : days(ledger, entry);
}

/** Whether a kind's records cannot be filtered by period. */
export function isDateless(kind: Kind): boolean {
  return KIND_TABLE[kind].days === 'dateless';
}

/** The date to print beside a record, as exact as it is known; undefined where there is none. */
export function recordDate<K extends Kind>(sight: LedgerOnDay, entry: Entry<K>): PartialDate | undefined {
  return rowOf(entry.kind).date?.(sight, entry);
}

/** The words of a kind's states, in the usual order; empty for kinds without states. */
export function stateWords(kind: Kind): readonly string[] {
  return KIND_TABLE[kind].states?.words ?? [];
}

/** A record's state on a day; null for a kind without states. */
export function recordState<K extends Kind>(sight: LedgerOnDay, entry: Entry<K>): RecordState | null {
  return rowOf(entry.kind).states?.of(sight, entry) ?? null;
}

/** Whether a record is of a kind with states. */
export function hasStates(entry: Entry): entry is Entry<KindWithStates> {
  return KIND_TABLE[entry.kind].states !== undefined;
}

/** The dated events of a valid record, in its own order. */
export function happeningsOf<K extends Kind>({ kind, value }: Entry<K>): readonly Happening[] {
  return rowOf(kind).happenings?.(value) ?? [];
}

function rowOf<K extends Kind>(kind: K): KindRow<K> {
  return KIND_TABLE[kind];
}
