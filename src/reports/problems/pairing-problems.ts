import type { Inline } from '../../document/report-document.js';
import type { Dimensions } from '../../figures/figure-id.js';
import { NOT_IN_FORCE } from '../../figures/pairing-agreement.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { amount, joined, sentence, text } from '../inlines.js';
import { organizationNames, unitNames } from '../names.js';
import { pairingsIn } from '../scope.js';
import { agreementOf } from '../selection.js';
import { type Laggard, type ProblemKind, problemOf } from './problem.js';

/** Whether anybody keeps the agreements of the period: else that one is not there says nothing. */
function hasAgreements({ figures, period }: ReportContext): boolean {
  return figures.get('agreements', period.dimensions).value !== null;
}

/** Whether a pairing lacks an agreement in force, as far as agreements are kept. */
export function isAgreementOpen(context: ReportContext, dimensions: Dimensions): boolean {
  return hasAgreements(context) && context.figures.get('unagreed', dimensions).value !== 0;
}

/** Pairings without an agreement in force. */
export const agreementsOpen: ProblemKind = {
  code: 'agreements-open',
  find: (context, scope) => {
    const dimensions = { ...context.period.dimensions, ...scope };
    if (!hasAgreements(context)) return [];
    const unagreed = context.figures.get('unagreed', dimensions);
    const pairings = context.figures.get('pairings', dimensions);
    const states = NOT_IN_FORCE.map((state) => ({
      state,
      count: context.figures.get('pairings', { ...dimensions, state }),
    }))
      .filter(({ count }) => count.value)
      .map(({ state, count }) => sentence`${state}${amount(count)}`);
    return problemOf(unagreed, pairings, (share) => ({
      told: sentence`${share}结对的协议手续不全，${joined(states, '、')}。`,
      next: sentence`逐对核实协议签订情况，补签、补登记，到期的及时续签。`,
      laggards: pairingsIn(context, scope)
        .map((pairing) => ({ pairing, state: agreementOf(context, pairing.id) }))
        .filter(({ state }) => NOT_IN_FORCE.includes(state))
        .map(({ pairing, state }) => laggardOf(context, pairing, `结对协议${state}`)),
    }));
  },
};

/** Pairings without any activity. */
export const pairingsIdle: ProblemKind = {
  code: 'pairings-idle',
  find: (context, scope) => {
    const dimensions = { ...context.period.dimensions, ...scope };
    const idle = context.figures.get('idle-pairings', dimensions);
    const pairings = context.figures.get('pairings', dimensions);
    return problemOf(idle, pairings, (share) => ({
      told:
        idle.value === pairings.value
          ? sentence`${amount(pairings)}结对均没有活动记录。`
          : sentence`${share}结对没有活动记录，共${amount(pairings)}结对中有${amount(idle)}。`,
      next: sentence`为没有活动的结对排出联办计划，逐对落实。`,
      laggards: pairingsIn(context, scope)
        .filter(({ id }) => context.figures.get('activities', { year: dimensions.year, pairing: id }).value === 0)
        .map((pairing) => laggardOf(context, pairing, '结对没有活动记录')),
    }));
  },
};

/** Pairings in which some of 五联 has neither an activity nor a meeting on record, for each programme. */
export const linkagesEmpty: ProblemKind = {
  code: 'linkages-empty',
  find: (context, { branch, program, pairing }) => {
    // A branch's own list names its pairings without activity; the cells are the hospital's business.
    if (branch !== undefined) return [];
    const programs = new Set(
      pairingsIn(context, { ...(program ? { program } : {}) }).map(({ value }) => value.program),
    );
    return [...programs].flatMap((each) => {
      const dimensions = { ...context.period.dimensions, program: each, pairing };
      const empty = context.figures.get('gaps', dimensions);
      const cells = context.figures.get('matrix-cells', dimensions);
      const share =
        empty.value === cells.value ? () => '，均' : (word: string) => sentence`，其中${word}（${amount(empty)}）`;
      return problemOf(empty, cells, (word) => ({
        told: sentence`各结对联建内容落实不全，结对与联建内容两两对应共${amount(cells)}${share(word)}没有活动和会议记录。`,
        next: sentence`对照联建内容，逐对补上空白项。`,
        laggards: pairingsIn(context, { program: each })
          .map((entry) => ({ entry, missing: emptyLinkages(context, entry) }))
          .filter(({ missing }) => missing.length > 0)
          .map(({ entry, missing }) => laggardOf(context, entry, `结对没有${missing.join('、')}的记录`)),
      }));
    });
  },
};

/** The linkages of its programme under which a pairing has neither an activity nor a meeting. */
export function emptyLinkages(
  { figures, ledger, period }: ReportContext,
  pairing: Entry<'pairings'>,
): readonly string[] {
  const linkages = ledger.get('programs', pairing.value.program)?.value.linkages ?? [];
  return linkages
    .map(({ id }) => id)
    .filter((linkage) => figures.get('linked', { ...period.dimensions, pairing: pairing.id, linkage }).value === 0);
}

function laggardOf(context: ReportContext, { value }: Entry<'pairings'>, fault: string): Laggard {
  const units: Inline[] = unitNames(context, value.lead ? [value.lead] : []);
  return {
    what: organizationNames(context, value.partners),
    fault,
    units: units.length === 0 ? [text('未登记')] : units,
  };
}
