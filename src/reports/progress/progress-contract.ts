import type { Figure } from '../../document/figure.js';
import { alertsOf } from '../../figures/alerts.js';
import { isWholeYear, yearPeriod } from '../../figures/period.js';
import { type Entry, labelOf } from '../../ledger/ledger.js';
import { partOfYear, type ReportContext } from '../context.js';
import { declared } from '../declared.js';
import { WITH_ERRORS } from '../front.js';
import { monthsOf } from '../months.js';
import {
  actionsOfYear,
  agreementOf,
  boardsOfYear,
  branchesOfYear,
  linkagesOfYear,
  pairingsOfYear,
  samplesOfYear,
  secretaryOf,
  targetsOfYear,
} from '../selection.js';

/**
 * `progress --format json`, version 1: a contract others rely on, described in schemas/contracts/progress.schema.json.
 * Every number is the value of a figure; null where the ledger does not know.
 */
export function progressContract(context: ReportContext) {
  return {
    version: 1,
    year: context.year,
    ...partOfYear(context),
    asOf: context.asOf,
    sample: samplesOfYear(context).length,
    targets: targets(context),
    declared: declared(context).map(({ fact, declared: stated, registered }) => ({
      subject: fact.value.subject ?? null,
      label: fact.value.label,
      ...valuesOf({ declared: stated, registered }),
    })),
    boards: boards(context),
    pairings: pairings(context),
    branches: branches(context),
    actions: actions(context),
    months: months(context),
    linkages: linkages(context),
    alerts: alerts(context),
    // Only where one was asked for: who reads today's files finds nothing new.
    ...(context.revision ? { rev: context.revision.commit } : {}),
  };
}

function targets(context: ReportContext) {
  return targetsOfYear(context).map((entry) => {
    const target = context.figures.target(entry);
    return {
      id: entry.id,
      label: entry.value.title,
      target: target.goal.value,
      done: target.done.value,
      ...doneInPeriod(context, entry),
      unit: entry.value.unit,
      percent: target.percent.value,
      expected: target.expected.value,
      status: target.light,
      ...hedgeOf([target.done]),
    };
  });
}

/** For a part of the year, the number done in it; `done` and the rates are of all the target's days. */
function doneInPeriod({ figures, period }: ReportContext, { id }: Entry<'targets'>) {
  return isWholeYear(period) ? {} : { doneInPeriod: figures.get('done', { ...period.dimensions, target: id }).value };
}

function boards(context: ReportContext) {
  const count = (measure: string, board: string) => context.figures.get(measure, { board });
  return boardsOfYear(context).map(({ id, value }) => ({
    id,
    name: value.name,
    type: value.type,
    strategy: value.strategy ?? null,
    ...valuesOf({ tasks: count('tasks', id), closed: count('closed', id), overdue: count('overdue', id) }),
  }));
}

function pairings(context: ReportContext) {
  return pairingsOfYear(context).map(({ id, value }) => ({
    id,
    program: value.program,
    partner: value.partners[0] ?? null,
    partners: value.partners,
    lead: value.lead ?? null,
    branches: [
      ...(value.lead === undefined ? [] : [{ id: value.lead, role: 'lead' }]),
      ...(value.assist ?? []).map((branch) => ({ id: branch, role: 'assist' })),
      ...(value.joined ?? []).map((branch) => ({ id: branch, role: 'joined' })),
    ],
    agreement: agreementOf(context, id),
    ...valuesOf(held(context, { pairing: id })),
  }));
}

function branches(context: ReportContext) {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  return branchesOfYear(context).map((branch) => ({
    id: branch.id,
    category: branch.value.category,
    secretary: secretaryOf(context, branch) ?? null,
    ...valuesOf({
      pairings: figures.get('pairings', { ...inPeriod, branch: branch.id }),
      led: figures.get('led', { ...inPeriod, branch: branch.id }),
      assisted: figures.get('assisted', { ...inPeriod, branch: branch.id }),
      joined: figures.get('joined', { ...inPeriod, branch: branch.id }),
      ...held(context, { branch: branch.id }),
      projects: figures.get('tasks', { ...inPeriod, type: '一书记一项目', branch: branch.id }),
    }),
  }));
}

function actions(context: ReportContext) {
  return actionsOfYear(context).map(({ program, action }) => ({
    id: action.id,
    program,
    lead: action.lead ?? [],
    support: action.support ?? [],
    ...valuesOf(held(context, { program, action: action.id })),
  }));
}

function months(context: ReportContext) {
  // Always all twelve, as the contract says.
  return monthsOf({ period: yearPeriod(context.year) }).map(({ key, dimensions }) => ({
    month: key,
    ...valuesOf({
      activities: context.figures.get('activities', dimensions),
      beneficiaries: context.figures.get('beneficiaries', dimensions),
      publications: context.figures.get('publications', dimensions),
    }),
  }));
}

function linkages(context: ReportContext) {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  return linkagesOfYear(context).map(({ program, linkage }) => ({
    id: linkage.id,
    program,
    ...valuesOf({
      activities: figures.get('linked-activities', { ...inPeriod, program, linkage: linkage.id }),
      meetings: figures.get('linked-meetings', { ...inPeriod, program, linkage: linkage.id }),
    }),
  }));
}

function held(
  { figures, period }: ReportContext,
  dimensions: { pairing?: string; branch?: string; program?: string; action?: string },
) {
  return {
    activities: figures.get('activities', { ...period.dimensions, ...dimensions }),
    beneficiaries: figures.get('beneficiaries', { ...period.dimensions, ...dimensions }),
  };
}

/** The values of a row's figures, and how far they can be relied on. */
function valuesOf<K extends string>(figures: Readonly<Record<K, Figure>>) {
  const entries = Object.entries<Figure>(figures);
  const values = Object.fromEntries(entries.map(([name, { value }]) => [name, value])) as Record<K, number | null>;
  return { ...values, ...hedgeOf(entries.map(([, figure]) => figure)) };
}

/** The bound and the coverage of the one number of a row that has them, and whether samples stand behind any of them. */
function hedgeOf(figures: readonly Figure[]) {
  const hedged = figures.find(({ bound }) => bound !== undefined);
  return {
    bound: hedged?.bound ?? null,
    coverage: hedged?.coverage ?? null,
    sample: figures.some(({ sample }) => sample),
  };
}

/** The alerts, preceded by one that the ledger has errors (`--force`). */
function alerts(context: ReportContext) {
  const wrong =
    context.errors > 0 ? [{ type: '台账有误', kind: null, record: null, label: WITH_ERRORS, date: null }] : [];
  const others = alertsOf(context.figures, context.period).map(({ type, entry, date }) => ({
    type,
    kind: entry.kind,
    record: entry.id,
    label: labelOf(entry),
    date: date ?? null,
  }));
  return [...wrong, ...others];
}
