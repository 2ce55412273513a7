/** What `progress --format json` must say of a ledger on a day. */

import { type Claim, claim } from './claims.js';
import { areTasksKept, counted, isKept, select } from './counts.js';
import { ALWAYS, overlap, periodsOf, type Span, spanOf } from './days.js';
import { find, type Ledger, type Records, type Roles } from './ledger.js';
import {
  agreementState,
  branchSpan,
  isClosed,
  isOverdue,
  isTracked,
  pairingSpan,
  plannedDay,
  programSpan,
  unconfirmed,
} from './states.js';
import { targetClaims } from './targets.js';

type Activity = Records['activities'];

/** A ledger, a year of it, and the day it is seen from. */
export interface View {
  readonly ledger: Ledger;
  readonly year: Span;
  readonly asOf: string;
}

/** All claims on the year's progress. */
export function progressClaims(ledger: Ledger, year: number, asOf: string): Claim[] {
  const view = { ledger, year: spanOf(String(year)), asOf };
  return [
    claim('year', year),
    claim('asOf', asOf),
    ...targetClaims(ledger, view.year, asOf),
    ...declaredClaims(view),
    ...boardClaims(view),
    ...pairingClaims(view),
    ...branchClaims(view),
    ...programClaims(view),
    ...monthClaims(view),
    ...alertClaims(view),
  ];
}

/** The held activities of the year that have these values. */
function activitiesOf(view: View, dimensions: Readonly<Record<string, string>> = {}): Activity[] {
  const held = counted(view.ledger, 'activities', view.year, view.asOf);
  return select(held, 'activities', dimensions, view.ledger, view.asOf) ?? [];
}

/** People served: null where there were activities and none of them was counted. */
export function beneficiariesOf(activities: readonly Activity[]): number | null {
  const known = activities.flatMap(({ beneficiaries }) => (beneficiaries === undefined ? [] : [beneficiaries]));
  return activities.length > 0 && known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

/** A count or a sum of activities or the like: null, and resting on that rule, where the year has no record of the kind. */
const orUnkept = (view: View, kind: 'activities' | 'publications' | 'meetings', place: string, value: number | null) =>
  isKept(view.ledger, kind, view.year) ? claim(place, value) : claim(place, null);

function activityClaims(view: View, place: string, activities: readonly Activity[]): Claim[] {
  return [
    orUnkept(view, 'activities', `${place}/activities`, activities.length),
    orUnkept(view, 'activities', `${place}/beneficiaries`, beneficiariesOf(activities)),
  ];
}

/** A declared total beside what the ledger has of the board or the programme it is about. */
function declaredClaims(view: View): Claim[] {
  const { ledger, year, asOf } = view;
  return ledger.facts
    .filter(({ subject, measure }) => subject !== undefined && measure !== undefined)
    .filter((fact) => String(fact.year) === year.first.slice(0, 4))
    .flatMap((fact): Claim[] => {
      const place = `declared/${fact.subject}/${fact.label}`;
      const issued = find(ledger, 'sources', fact.source)?.issued;
      if (issued !== undefined && spanOf(issued).last > asOf) return [claim(place, undefined)];
      const registered = registeredOf(fact, view);
      return [claim(`${place}/declared`, fact.value), ...(registered ? [registered(`${place}/registered`)] : [])];
    });
}

function registeredOf({ measure, subject }: Records['facts'], view: View): ((place: string) => Claim) | undefined {
  if (measure !== 'tasks' && measure !== 'boards') return undefined;
  const { ledger, asOf } = view;
  const dimension = find(ledger, 'boards', subject) ? 'board' : 'program';
  const records = counted(ledger, measure, ALWAYS, asOf);
  const own = select(records as never, measure, { [dimension]: subject ?? '' }, ledger, asOf);
  if (!own) return undefined;
  return (place) => claim(place, own.length);
}

function boardClaims(view: View): Claim[] {
  const { ledger, year, asOf } = view;
  const boards = counted(ledger, 'boards', year, asOf);
  const rows = boards.flatMap(({ id, name, type, strategy }) => {
    const tasks = counted(ledger, 'tasks', year, asOf).filter(({ board }) => board === id);
    const place = `boards/${id}`;
    const unknown = tasks.length > 0 && !isTracked(id, ledger);
    return [
      claim(`${place}/name`, name),
      claim(`${place}/type`, type),
      claim(`${place}/strategy`, strategy ?? null),
      claim(`${place}/tasks`, tasks.length),
      claim(`${place}/closed`, unknown ? null : tasks.filter((task) => isClosed(task, type, asOf)).length),
      claim(`${place}/overdue`, unknown ? null : tasks.filter((task) => isOverdue(task, type, asOf)).length),
    ];
  });
  return [
    claim(
      'boards',
      boards.map(({ id }) => id),
    ),
    ...rows,
  ];
}

/** The pairings in force at some time from the year's start to the day. */
export function pairingsOf({ ledger, year, asOf }: View): Records['pairings'][] {
  return counted(ledger, 'pairings', year, asOf).filter((one) => overlap(pairingSpan(one, ledger), year));
}

function pairingClaims(view: View): Claim[] {
  const pairings = pairingsOf(view);
  const rows = pairings.flatMap((pairing) => {
    const place = `pairings/${pairing.id}`;
    return [
      claim(`${place}/program`, pairing.program),
      claim(`${place}/partner`, pairing.partners[0]),
      claim(`${place}/partners`, pairing.partners),
      claim(`${place}/lead`, pairing.lead ?? null),
      claim(`${place}/branches`, rolesOf(pairing)),
      claim(`${place}/agreement`, agreementState(pairing.id, view.ledger, view.asOf)),
      ...activityClaims(view, place, activitiesOf(view, { pairing: pairing.id })),
    ];
  });
  return [
    claim(
      'pairings',
      pairings.map(({ id }) => id),
    ),
    ...rows,
  ];
}

function rolesOf({ lead, assist = [], joined = [] }: Roles): object[] {
  return [
    ...(lead === undefined ? [] : [{ id: lead, role: 'lead' }]),
    ...assist.map((id) => ({ id, role: 'assist' })),
    ...joined.map((id) => ({ id, role: 'joined' })),
  ];
}

function branchClaims(view: View): Claim[] {
  const { ledger, year, asOf } = view;
  const branches = counted(ledger, 'branches', year, asOf).filter((one) => overlap(branchSpan(one, ledger), year));
  const rows = branches.flatMap(({ id, category, secretaries = [] }) => {
    const place = `branches/${id}`;
    const own = activitiesOf(view, { branch: id });
    const projects = counted(ledger, 'tasks', year, asOf).filter(
      ({ board, branch }) => branch === id && find(ledger, 'boards', board)?.type === '一书记一项目',
    );
    return [
      claim(`${place}/category`, category),
      claim(`${place}/secretary`, secretaryOn(secretaries, asOf)),
      claim(
        `${place}/pairings`,
        isKept(ledger, 'pairings', year)
          ? select(pairingsOf(view), 'pairings', { branch: id }, ledger, asOf)?.length
          : null,
      ),
      orUnkept(view, 'activities', `${place}/led`, own.filter(({ lead }) => lead === id).length),
      orUnkept(view, 'activities', `${place}/assisted`, own.filter(({ assist }) => assist?.includes(id)).length),
      orUnkept(view, 'activities', `${place}/joined`, own.filter(({ joined }) => joined?.includes(id)).length),
      ...activityClaims(view, place, own),
      claim(`${place}/projects`, areTasksKept(ledger, '一书记一项目', year) ? projects.length : null),
    ];
  });
  return [
    claim(
      'branches',
      branches.map(({ id }) => id),
    ),
    ...rows,
  ];
}

/** The last whose time in office holds the day; of one known from a single day, from that day on. */
function secretaryOn(secretaries: NonNullable<Records['branches']['secretaries']>, asOf: string): string | null {
  const holds = secretaries.filter(({ from, until, knownOn }) => {
    const start = from ?? knownOn;
    return (start === undefined || spanOf(start).first <= asOf) && (until === undefined || asOf <= spanOf(until).last);
  });
  return holds.at(-1)?.person ?? null;
}

/** Actions and linkages of the programmes in force in the year up to the day. */
function programClaims(view: View): Claim[] {
  const { ledger, year, asOf } = view;
  const seen = { first: year.first, last: asOf };
  const programs = ledger.programs.filter((program) => overlap(programSpan(program, ledger), seen));
  return programs.flatMap(({ id: program, actions = [], linkages = [] }) => [
    ...actions.flatMap(({ id: action, lead = [], support = [] }) => [
      claim(`actions/${program}/${action}/lead`, lead),
      claim(`actions/${program}/${action}/support`, support),
      ...activityClaims(view, `actions/${program}/${action}`, activitiesOf(view, { program, action })),
    ]),
    ...linkages.flatMap(({ id: linkage }) => {
      const meetings = counted(ledger, 'meetings', year, asOf).filter((one) => one.linkages?.includes(linkage));
      const place = `linkages/${program}/${linkage}`;
      return [
        orUnkept(view, 'activities', `${place}/activities`, activitiesOf(view, { program, linkage }).length),
        orUnkept(view, 'meetings', `${place}/meetings`, meetings.length),
      ];
    }),
  ]);
}

function monthClaims(view: View): Claim[] {
  return periodsOf('month', view.year).flatMap((month) => {
    const place = `months/${month.name}`;
    const published = counted(view.ledger, 'publications', month, view.asOf);
    return [
      ...activityClaims(view, place, counted(view.ledger, 'activities', month, view.asOf)),
      orUnkept(view, 'publications', `${place}/publications`, published.length),
    ];
  });
}

/** What awaits a confirmation, and what is late, on the day. */
function alertClaims(view: View): Claim[] {
  const { ledger, year, asOf } = view;
  const { confirmedBy = asOf } = ledger;
  const open = ledger.activities.filter(
    (activity) =>
      unconfirmed(activity, asOf, confirmedBy) &&
      // What somebody has entered as held on a day still to come is another alert: 日期未到.
      !activity.events?.some(({ on, step }) => on > (ledger.confirmedBy ?? ALWAYS.last) && isHeld(step)) &&
      overlap(spanOf(plannedDay(activity, confirmedBy)), year),
  );
  return [claim('alerts/待确认', open.map(({ id }) => id).sort())];
}

const isHeld = (step: string): boolean => step === '已开展' || step === '签到';

/** The places of `progress --format json`, rows by what names them. */
export function placesOfProgress(json: Readonly<Record<string, unknown>>): Map<string, unknown> {
  const places = new Map<string, unknown>([
    ['year', json.year],
    ['asOf', json.asOf],
  ]);
  for (const [table, keys] of Object.entries(TABLES)) {
    const rows = json[table] as readonly Readonly<Record<string, unknown>>[];
    places.set(
      table,
      rows.map((row) => row.id),
    );
    for (const row of rows) {
      const place = [table, ...keys.map((key) => row[key] ?? '')].join('/');
      places.set(place, row);
      for (const [key, value] of Object.entries(row)) places.set(`${place}/${key}`, value);
    }
  }
  const alerts = json.alerts as readonly { readonly type: string; readonly record: string }[];
  const awaiting = alerts.filter(({ type }) => type === '待确认').map(({ record }) => record);
  return places.set('alerts/待确认', awaiting.sort());
}

const TABLES: Readonly<Record<string, readonly string[]>> = {
  targets: ['id'],
  declared: ['subject', 'label'],
  boards: ['id'],
  pairings: ['id'],
  branches: ['id'],
  actions: ['program', 'id'],
  months: ['month'],
  linkages: ['program', 'id'],
};
