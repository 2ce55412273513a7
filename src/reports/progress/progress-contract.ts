import { alertsOf } from '../../figures/alerts.js';
import { cyclesOf } from '../../figures/period.js';
import { labelOf } from '../../ledger/ledger.js';
import { monthOf } from '../../text/calendar-date.js';
import { type ReportContext, yearOfContext } from '../context.js';
import { declared } from '../declared.js';
import { WITH_ERRORS } from '../front.js';
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
    asOf: context.asOf,
    sample: samplesOfYear(context).length,
    targets: targets(context),
    declared: declared(context).map(({ fact, declared: stated, registered }) => ({
      subject: fact.value.subject ?? null,
      label: fact.value.label,
      declared: stated.value,
      registered: registered.value,
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
      unit: entry.value.unit,
      percent: target.percent.value,
      expected: target.expected.value,
      status: target.light,
    };
  });
}

function boards(context: ReportContext) {
  const count = (measure: string, board: string) => context.figures.get(measure, { board }).value;
  return boardsOfYear(context).map(({ id, value }) => ({
    id,
    name: value.name,
    type: value.type,
    strategy: value.strategy ?? null,
    tasks: count('tasks', id),
    closed: count('closed', id),
    overdue: count('overdue', id),
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
    ...held(context, { pairing: id }),
  }));
}

function branches(context: ReportContext) {
  const { figures } = context;
  const year = String(context.year);
  return branchesOfYear(context).map((branch) => ({
    id: branch.id,
    category: branch.value.category,
    secretary: secretaryOf(context, branch) ?? null,
    pairings: figures.get('pairings', { year, branch: branch.id }).value,
    led: figures.get('led', { year, branch: branch.id }).value,
    assisted: figures.get('assisted', { year, branch: branch.id }).value,
    joined: figures.get('joined', { year, branch: branch.id }).value,
    ...held(context, { branch: branch.id }),
    projects: figures.get('tasks', { year, type: '一书记一项目', branch: branch.id }).value,
  }));
}

function actions(context: ReportContext) {
  return actionsOfYear(context).map(({ program, action }) => ({
    id: action.id,
    program,
    lead: action.lead ?? [],
    support: action.support ?? [],
    ...held(context, { program, action: action.id }),
  }));
}

function months(context: ReportContext) {
  return cyclesOf(yearOfContext(context), 'month').map(({ key, from }) => ({
    month: monthOf(from),
    activities: context.figures.get('activities', { month: key }).value,
    beneficiaries: context.figures.get('beneficiaries', { month: key }).value,
    publications: context.figures.get('publications', { month: key }).value,
  }));
}

function linkages(context: ReportContext) {
  const { figures } = context;
  const year = String(context.year);
  return linkagesOfYear(context).map(({ program, linkage }) => ({
    id: linkage.id,
    program,
    activities: figures.get('linked-activities', { year, program, linkage: linkage.id }).value,
    meetings: figures.get('linked-meetings', { year, program, linkage: linkage.id }).value,
  }));
}

function held(
  { figures, year }: ReportContext,
  dimensions: { pairing?: string; branch?: string; program?: string; action?: string },
) {
  return {
    activities: figures.get('activities', { year: String(year), ...dimensions }).value,
    beneficiaries: figures.get('beneficiaries', { year: String(year), ...dimensions }).value,
  };
}

/** What needs somebody, and first of all that the ledger has errors (`--force`). */
function alerts(context: ReportContext) {
  const wrong =
    context.errors > 0 ? [{ type: '台账有误', kind: null, record: null, label: WITH_ERRORS, date: null }] : [];
  const others = alertsOf(context.figures, context.year).map(({ type, entry, date }) => ({
    type,
    kind: entry.kind,
    record: entry.id,
    label: labelOf(entry),
    date: date ?? null,
  }));
  return [...wrong, ...others];
}
