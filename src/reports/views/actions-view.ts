import type { Inline } from '../../document/report-document.js';
import { notYet, type ReportContext } from '../context.js';
import { amount, coverage, sentence } from '../inlines.js';
import { ofProgram, unitNames } from '../names.js';
import { isFew } from '../public/unpublished.js';
import { actionsIn } from '../scope.js';
import type { Action } from '../selection.js';
import { paragraph, type View, vary } from './view.js';

const VERBS: readonly string[] = ['开展', '组织', '举办'];

/** 各项行动: who leads each, what was held and for how many; those that follow the solar terms say how many did. */
export const actionsView: View = (context, scope) => {
  const actions = actionsIn(context, scope);
  const named = actions.map(({ program, action }) => ({
    program,
    action: { ...action, name: `${action.name ?? action.id}${ofProgram(context, program, actions)}` },
  }));
  // Actions without a lead and without activities are named together in one sentence.
  const idle = named.filter(({ program, action }) => action.lead === undefined && isIdle(context, program, action));
  const together = idle.length > 1 ? idle : [];
  const names = together.map(({ action }) => action.name).join('、');
  const told = named.filter((each) => !together.includes(each));
  return [
    ...told.flatMap(({ program, action }, index) =>
      paragraph(actionSentence(context, program, action, vary(VERBS, index))),
    ),
    ...(together.length === 0
      ? []
      : paragraph(sentence`${names}${together.length === named.length ? '均' : ''}${notYet(context)}开展。`)),
  ];
};

function isIdle({ figures, period }: ReportContext, program: string, { id }: Action): boolean {
  return figures.get('activities', { ...period.dimensions, program, action: id }).value === 0;
}

function actionSentence(
  context: ReportContext,
  program: string,
  action: Action & { readonly name: string },
  verb: string,
): Inline[] {
  const { figures } = context;
  const dimensions = { ...context.period.dimensions, program, action: action.id };
  const held = figures.get('activities', dimensions);
  const seasonal = figures.get('seasonal', dimensions);
  const led = action.lead ? sentence`由${unitNames(context, action.lead)}牵头，` : [];
  const { name } = action;
  if (held.value === null) return action.lead ? sentence`${name}由${unitNames(context, action.lead)}牵头。` : [];
  if (held.value === 0) return sentence`${name}${led}${notYet(context)}开展。`;
  const terms =
    action.bySolarTerms !== true || !seasonal.value ? [] : sentence`，其中结合节气和节日${amount(seasonal)}`;
  return sentence`${name}${led}${verb}活动${amount(held)}${servedClause(context, dimensions)}${terms}。`;
}

/** ，服务群众1200人次; nothing where no record says how many. */
export function servedClause({ figures }: ReportContext, dimensions: Parameters<typeof figures.get>[1]): Inline[] {
  const people = figures.get('beneficiaries', dimensions);
  if (people.value === null) return isFew(people) ? sentence`，服务群众${amount(people)}${people.unit}` : [];
  return sentence`，服务群众${amount(people)}${coverage(people)}`;
}
