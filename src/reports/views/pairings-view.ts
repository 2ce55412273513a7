import type { Inline } from '../../document/report-document.js';
import { PAIRING_STATES } from '../../figures/pairing-agreement.js';
import type { ReportContext } from '../context.js';
import { amount, joined, sentence, text } from '../inlines.js';
import { pairingsIn, type Scope } from '../scope.js';
import { targetSentence } from './targets-view.js';
import { paragraph, type View } from './view.js';

/** 联建机制: who works with whom, how far the agreements are, what was talked over and asked for. */
export const pairingsView: View = (context, scope) => {
  const { figures } = context;
  const year = String(context.year);
  if (pairingsIn(context, scope).length === 0) return [];
  const [branches, partners, pairings, leads, assistants] = [
    'paired-branches',
    'partners',
    'pairings',
    'leads',
    'assistants',
  ].map((measure) => amount(figures.get(measure, { year, ...scope }))) as [Inline, Inline, Inline, Inline, Inline];
  return [
    ...paragraph(
      sentence`全院${branches}支部与${partners}单位结对，共${pairings}，其中牵头支部${leads}、协助支部${assistants}。`,
      agreementSentence(context, scope),
    ),
    ...paragraph(
      targetSentence(context, scope, ({ entry }) => entry.value.count.kind === 'meetings'),
      requestSentence(context, scope),
    ),
  ];
};

/** How many pairings' agreements are in each state; one word where all are unknown. */
export function agreementSentence(context: ReportContext, scope: Scope): Inline[] {
  const { figures } = context;
  const year = String(context.year);
  const states = PAIRING_STATES.map((state) => ({
    state,
    pairings: figures.get('pairings', { year, ...scope, state }),
  }));
  const found = states.filter(({ pairings }) => pairings.value !== 0);
  if (found.length === 1 && found[0]?.state === '未登记') return [text('结对协议未登记。')];
  const clauses = found.map(({ state, pairings }) => sentence`${state}${amount(pairings)}`);
  return clauses.length === 0 ? [] : sentence`结对协议${joined(clauses, '、')}。`;
}

/** 点单: silent where nothing was asked for. */
function requestSentence(context: ReportContext, scope: Scope): Inline[] {
  const { figures } = context;
  const year = String(context.year);
  // Requests know their pairing, not its programme.
  if (scope.program !== undefined) return [];
  const requests = figures.get('requests', { year, ...scope });
  if (requests.value === 0) return [];
  const served = figures.get('served', { year, ...scope });
  return sentence`收到结对单位点单${amount(requests)}，${served.value === 0 ? '尚未办结' : sentence`已办结${amount(served)}`}。`;
}
