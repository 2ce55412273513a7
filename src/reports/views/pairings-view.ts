import type { Inline } from '../../document/report-document.js';
import { PAIRING_STATES } from '../../figures/pairing-agreement.js';
import { isWholeYear } from '../../figures/period.js';
import { measureNamed } from '../../figures/registry.js';
import { notYet, type ReportContext } from '../context.js';
import { amount, joined, sentence } from '../inlines.js';
import { periodWord, totalBeyond, yearToDate } from '../period-words.js';
import { pairingsIn, type Scope } from '../scope.js';
import { isFactTold } from '../selection.js';
import { targetSentence } from './targets-view.js';
import { paragraph, type View } from './view.js';

/** 联建机制: pairings, agreements, joint meetings and requests. */
export const pairingsView: View = (context, scope) => {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  if (pairingsIn(context, scope).length === 0) return [];
  const branches = figures.get('paired-branches', { ...inPeriod, ...scope });
  const partners = figures.get('partners', { ...inPeriod, ...scope });
  // Pairings without registered branches are unknown, not none.
  const whose = !branches.value
    ? sentence`医院`
    : sentence`${hasAllBranches(context) ? '全院' : ''}${amount(branches)}支部`;
  const pairings = figures.get('pairings', { ...inPeriod, ...scope });
  return [
    ...paragraph(
      sentence`${whose}与${amount(partners)}单位结对，共${amount(pairings)}${rolesClause(context, scope)}。`,
      agreementSentence(context, scope),
      signedSentence(context, scope),
    ),
    ...paragraph(
      targetSentence(context, scope, ({ entry }) => entry.value.count.kind === 'meetings'),
      requestSentence(context, scope),
    ),
  ];
};

/** Whether no document that can be told names more branches than the ledger has: else they are not 全院's. */
function hasAllBranches(context: ReportContext): boolean {
  const { figures, ledger, period } = context;
  const registered = figures.get('branches', period.dimensions).value ?? 0;
  const declared = ledger
    .all('facts')
    .filter(({ value }) => value.measure === 'branches' && value.subject === undefined && value.year <= period.year)
    .filter((fact) => isFactTold(context, fact))
    .toSorted((a, b) => b.value.year - a.value.year)[0];
  return declared === undefined || declared.value.value <= registered;
}

/**
 * ，其中牵头支部10个、协助支部6个: the roles that occur, and how many branches have two of them: 其中 promises parts that add up.
 */
function rolesClause({ figures, period }: ReportContext, scope: Scope): Inline[] {
  const dimensions = { ...period.dimensions, ...scope };
  // A bulletin does not tell it each month anew.
  if (!isWholeYear(period)) return [];
  const roles = ROLES.map(({ measure, does }) => ({ role: figures.get(measure, dimensions), measure, does })).filter(
    ({ role }) => role.value,
  );
  if (roles.length === 0) return [];
  const clauses = roles.map(({ role, measure }) => sentence`${measureNamed(measure)?.label ?? ''}${amount(role)}`);
  const several = figures.get('several-roles', dimensions);
  if (!several.value) return sentence`，其中${joined(clauses, '、')}`;
  if (roles.length > 2) return sentence`，${joined(clauses, '、')}（一个支部担任几种角色的，各计一次）`;
  const both = roles.map(({ does }) => does).join('又');
  return sentence`，其中${joined(clauses, '、')}（既${both}的${amount(several)}，各计一次）`;
}

const ROLES = [
  { measure: 'leads', does: '牵头' },
  { measure: 'assistants', does: '协助' },
  { measure: 'joint-branches', does: '共同结对' },
] as const;

/** The number of pairings by the state of their agreement; what is unknown stands in the draft's notice. */
function agreementSentence(context: ReportContext, scope: Scope): Inline[] {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const states = PAIRING_STATES.filter((state) => state !== '未登记').map((state) => ({
    state,
    pairings: figures.get('pairings', { ...inPeriod, ...scope, state }),
  }));
  const found = states.filter(({ pairings }) => pairings.value);
  const clauses = found.map(({ state, pairings }) => sentence`${state}${amount(pairings)}`);
  return clauses.length === 0 ? [] : sentence`结对协议${joined(clauses, '、')}。`;
}

/** ；累计点单3单，已办结3单: of the year so far. */
function orderedClause(context: ReportContext, scope: Scope): Inline[] {
  const total = totalBeyond(context, 'requests', { ...scope });
  if (!total) return [];
  const served = context.figures.get('served', { ...yearToDate(context).period.dimensions, ...scope });
  return sentence`；累计点单${amount(total)}，${served.value ? sentence`已办结${amount(served)}` : '尚未办结'}`;
}

/** Agreements signed in a part of the year; agreements know their pairing, not its programme. */
function signedSentence(context: ReportContext, { program, branch, pairing }: Scope): Inline[] {
  const { figures, period } = context;
  if (isWholeYear(period) || (program ?? branch) !== undefined) return [];
  const signed = figures.get('signed-within', { ...period.dimensions, pairing });
  return signed.value ? sentence`${periodWord(context)}新签协议${amount(signed)}。` : [];
}

/** 点单; left out where there are none. */
function requestSentence(context: ReportContext, scope: Scope): Inline[] {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  // Requests know their pairing, not its programme.
  if (scope.program !== undefined) return [];
  const requests = figures.get('requests', { ...inPeriod, ...scope });
  if (!requests.value) return [];
  const served = figures.get('served', { ...inPeriod, ...scope });
  if (!isWholeYear(context.period)) {
    const done = served.value === 0 ? '尚未办结' : sentence`已办结${amount(served)}`;
    return sentence`${periodWord(context)}收到结对单位点单${amount(requests)}，${done}${orderedClause(context, scope)}。`;
  }
  return sentence`收到结对单位点单${amount(requests)}，${served.value === 0 ? `${notYet(context)}办结` : sentence`已办结${amount(served)}`}。`;
}
