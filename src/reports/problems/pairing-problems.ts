import type { Inline } from '../../document/report-document.js';
import { AGREEMENT_LACKING } from '../../figures/pairing-agreement.js';
import type { Entry } from '../../ledger/ledger.js';
import { notYet, type ReportContext } from '../context.js';
import { amount, joined, sentence, text } from '../inlines.js';
import { organizationNames, unitNames } from '../names.js';
import { pairingsIn } from '../scope.js';
import { agreementOf } from '../selection.js';
import { AGREEMENT_REMEDIES, emptyLinkages } from './pairing-findings.js';
import { type Laggard, type ProblemKind, problemOf } from './problem.js';

/** Pairings without an agreement in force, as far as agreements are kept. A branch's list names what each one lacks. */
export const agreementsOpen: ProblemKind = {
  code: 'agreements-open',
  duty: { who: '牵头支部', by: 'month' },
  find: (context, scope) => {
    const { figures, period } = context;
    const dimensions = { ...period.dimensions, ...scope };
    if (scope.branch !== undefined || figures.get('agreements', period.dimensions).value === null) return [];
    const states = AGREEMENT_LACKING.map((state) => ({
      state,
      count: figures.get('pairings', { ...dimensions, state }),
    })).filter(({ count }) => count.value);
    return problemOf(
      figures.get('unagreed', dimensions),
      figures.get('pairings', dimensions),
      figures.get('unagreed-share', dimensions),
      (share) => ({
        told: sentence`${share}结对的协议手续不全，${joined(
          states.map(({ state, count }) => sentence`${state}${amount(count)}`),
          '、',
        )}。`,
        next: sentence`逐对办好协议手续，${states.map(({ state }) => `${state}的${AGREEMENT_REMEDIES[state]}`).join('，')}。`,
        laggards: pairingsIn(context, scope)
          .map((pairing) => ({ pairing, state: agreementOf(context, pairing.id) }))
          .filter(({ state }) => AGREEMENT_LACKING.includes(state))
          .map(({ pairing, state }) => laggardOf(context, pairing, `结对协议${state}`)),
      }),
    );
  },
};

/** Pairings without any activity. */
export const pairingsIdle: ProblemKind = {
  code: 'pairings-idle',
  duty: { who: '牵头支部', by: 'month' },
  find: (context, scope) => {
    const { figures, period } = context;
    const dimensions = { ...period.dimensions, ...scope };
    if (scope.branch !== undefined) return [];
    const idle = figures.get('idle-pairings', dimensions);
    const pairings = figures.get('pairings', dimensions);
    const not = notYet(context);
    return problemOf(idle, pairings, figures.get('idle-pairings-share', dimensions), (share) => ({
      told: sentence`${share}结对${not}开展活动，${amount(pairings)}中有${amount(idle)}。`,
      next: sentence`为没有开展活动的结对排出联办计划，逐对落实。`,
      laggards: pairingsIn(context, scope)
        .filter(({ id }) => figures.get('activities', { ...period.dimensions, pairing: id }).value === 0)
        .map((pairing) => laggardOf(context, pairing, `${not}开展活动`)),
    }));
  },
};

/** Pairings in which some of 五联 has neither an activity nor a meeting, for each programme. */
export const linkagesEmpty: ProblemKind = {
  code: 'linkages-empty',
  duty: { who: '牵头支部', by: 'year' },
  find: (context, { branch, program, pairing }) => {
    const { figures, period } = context;
    if (branch !== undefined) return [];
    const pairings = pairingsIn(context, { ...(program ? { program } : {}) });
    const programs = new Set(pairings.map(({ value }) => value.program));
    const not = notYet(context);
    return [...programs].flatMap((each) => {
      const dimensions = { ...period.dimensions, program: each, pairing };
      const empty = figures.get('gaps', dimensions);
      const cells = figures.get('matrix-cells', dimensions);
      return problemOf(empty, cells, figures.get('gaps-share', dimensions), (share) => ({
        told: sentence`各结对联建内容落实不全，两两对应共${amount(cells)}，其中${share}（${amount(empty)}）${not}开展活动和会议。`,
        next: sentence`对照联建内容，逐对补上空白项。`,
        laggards: pairingsIn(context, { program: each })
          .map((entry) => ({ entry, missing: emptyLinkages(context, entry) }))
          .filter(({ missing }) => missing.length > 0)
          .map(({ entry, missing }) => laggardOf(context, entry, `${missing.join('、')}${not}开展`)),
      }));
    });
  },
};

function laggardOf(context: ReportContext, { value }: Entry<'pairings'>, fault: string): Laggard {
  const units: Inline[] = unitNames(context, value.lead ? [value.lead] : value.joined);
  return {
    what: organizationNames(context, value.partners),
    fault,
    units: units.length === 0 ? [text('未登记')] : units,
  };
}
