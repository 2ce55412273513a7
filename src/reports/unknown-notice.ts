import { NOT_KEPT } from '../figures/kept.js';
import type { OutlineSection } from '../ledger/default-outline.js';
import { labelOf } from '../ledger/ledger.js';
import type { ReportContext } from './context.js';
import { declared } from './declared.js';
import { pairingsIn, type Scope, targetsIn } from './scope.js';
import { agreementOf } from './selection.js';
import { listsUnknown } from './views/measures-view.js';

type ViewName = NonNullable<NonNullable<OutlineSection['blocks']>[number]['view']>;

/**
 * Said before a draft: what its text leaves out because the ledger does not have it. A formal text says nothing of
 * what is unknown; the clerk must know it.
 * @param views the views the text is made of; of the others nothing is missing
 */
export function unknownNotice(context: ReportContext, scope: Scope, views: ReadonlySet<ViewName>): readonly string[] {
  if (context.audience === 'public') return [];
  const unknown = [
    ...(views.has('pairings') ? agreements(context, scope) : []),
    ...(views.has('totals') ? activities(context) : []),
    ...evaluation(context, scope),
    ...targets(context, scope),
    ...(views.has('boards') || views.has('declared') ? totals(context, scope) : []),
    ...(scope.program === undefined ? [] : listsUnknown(context, scope).map((name) => `${name}各项的进展`)),
  ];
  return unknown.length === 0 ? [] : [`【未登记】台账里没有、正文没有写的：${unknown.join('；')}。`];
}

function activities({ figures, period }: ReportContext): readonly string[] {
  return figures.get('activities', period.dimensions).value === null ? ['服务活动'] : [];
}

function agreements(context: ReportContext, scope: Scope): readonly string[] {
  const pairings = pairingsIn(context, scope);
  const unknown = pairings.filter(({ id }) => agreementOf(context, id) === '未登记');
  if (unknown.length === 0) return [];
  return [unknown.length === pairings.length ? '结对协议' : `结对协议（${unknown.map(({ id }) => id).join('、')}）`];
}

/** Of a pairing: that nobody registered an evaluation of its period, which need not mean that there was none. */
function evaluation({ figures, period }: ReportContext, { pairing }: Scope): readonly string[] {
  if (pairing === undefined) return [];
  return figures.get('evaluations', { ...period.dimensions, pairing }).value ? [] : ['考核评估'];
}

function targets(context: ReportContext, scope: Scope): readonly string[] {
  const measured = targetsIn(context, scope).map((entry) => context.figures.target(entry));
  const titles = (wanted: readonly (typeof measured)[number][]) =>
    wanted.map(({ entry }) => entry.value.title).join('、');
  const uncounted = measured.filter(({ done }) => done.missing === NOT_KEPT);
  const unagreed = measured.filter(({ goal }) => goal.value === null);
  return [
    ...(uncounted.length === 0 ? [] : [`${titles(uncounted)}的完成数`]),
    ...(unagreed.length === 0 ? [] : [`${titles(unagreed)}的频次（没有约定）`]),
  ];
}

/** What documents declare and the ledger has not registered in full. */
function totals(context: ReportContext, { program }: Scope): readonly string[] {
  const short = declared(context).filter(
    ({ subject, declared: stated, registered }) =>
      (program === undefined || subject.id === program) && (registered.value ?? 0) < (stated.value ?? 0),
  );
  return short.length === 0
    ? []
    : [`${short.map(({ fact }) => labelOf(fact)).join('、')}的各项（登记的少于文件明确的）`];
}
