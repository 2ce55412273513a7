import type { Inline } from '../../document/report-document.js';
import { isWholeYear } from '../../figures/period.js';
import { notYet, type ReportContext } from '../context.js';
import { amount, coverage, sentence } from '../inlines.js';
import { ofProgram, unitNames } from '../names.js';
import { periodWord, totalBeyond } from '../period-words.js';
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
      : paragraph(
          sentence`${names}${together.length === named.length ? '均' : ''}${inPeriod(context)}${notYet(context)}开展。`,
        )),
  ];
};

/** Neither in the period nor before it. */
function isIdle({ figures, year }: ReportContext, program: string, { id }: Action): boolean {
  return figures.get('activities', { year: String(year), program, action: id }).value === 0;
}

/** 本月, which a text about a whole year has no need of. */
function inPeriod(context: ReportContext): string {
  return isWholeYear(context.period) ? '' : periodWord(context);
}

/** ；累计70场次: of the year so far, where the period is a part of it. */
function totalClause(context: ReportContext, program: string, action: string): Inline[] {
  const total = totalBeyond(context, 'activities', { program, action });
  return total ? sentence`；累计${amount(total)}` : [];
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
  // Who leads it is no news of a part of the year.
  if (held.value === null)
    return action.lead && isWholeYear(context.period)
      ? sentence`${name}由${unitNames(context, action.lead)}牵头。`
      : [];
  const total = totalClause(context, program, action.id);
  if (held.value === 0) return sentence`${name}${led}${inPeriod(context)}${notYet(context)}开展${total}。`;
  const terms =
    action.bySolarTerms !== true || !seasonal.value ? [] : sentence`，其中结合节气和节日${amount(seasonal)}`;
  return sentence`${name}${led}${inPeriod(context)}${verb}活动${amount(held)}${servedClause(context, dimensions)}${terms}${total}。`;
}

/** ，服务群众1200人次; nothing where no record says how many. */
export function servedClause({ figures }: ReportContext, dimensions: Parameters<typeof figures.get>[1]): Inline[] {
  const people = figures.get('beneficiaries', dimensions);
  if (people.value === null) return isFew(people) ? sentence`，服务群众${amount(people)}${people.unit}` : [];
  return sentence`，服务群众${amount(people)}${coverage(people)}`;
}
