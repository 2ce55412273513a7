import type { Inline } from '../../document/report-document.js';
import { notYet, type ReportContext } from '../context.js';
import { amount, joined, sentence } from '../inlines.js';
import { ofProgram } from '../names.js';
import { linkagesIn, type Scope } from '../scope.js';
import { paragraph, type View } from './view.js';

/** 五联: activities and meetings under each; one under two of them counts under both. */
export const matrixView: View = (context, scope) => {
  const linkages = linkagesIn(context, scope);
  const programs = [...new Set(linkages.map(({ program }) => program))];
  return programs.flatMap((program) => {
    const own = linkages.filter((each) => each.program === program);
    return matrixParagraph(context, scope, own, ofProgram(context, program, linkages));
  });
};

function matrixParagraph(
  context: ReportContext,
  scope: Scope,
  linkages: ReturnType<typeof linkagesIn>,
  mark: string,
): ReturnType<View> {
  const clauses = linkages.map(({ program, linkage }) => linkageClause(context, scope, program, linkage.id));
  const names = linkages.map(({ linkage }) => linkage.id).join('、');
  if (linkages.every(({ program, linkage }) => isUnknown(context, program, linkage.id))) return [];
  if (clauses.every((clause) => clause === null)) return paragraph(sentence`${names}${mark}均${notYet(context)}开展。`);
  const idle = linkages.filter((_, index) => clauses[index] === null).map(({ linkage }) => linkage.id);
  const held = clauses.filter((clause) => clause !== null);
  return paragraph(
    sentence`从联建内容${mark}看，${joined(held, '，')}${idle.length === 0 ? '' : `；${idle.join('、')}${notYet(context)}开展`}。`,
  );
}

/** 活动联办有活动30场次、会议2次; null where there is neither. */
function linkageClause(context: ReportContext, scope: Scope, program: string, linkage: string): Inline[] | null {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const dimensions = { ...inPeriod, program, pairing: scope.pairing, linkage };
  const activities = figures.get('linked-activities', dimensions);
  const meetings = figures.get('linked-meetings', dimensions);
  const parts = [
    ...(!activities.value ? [] : [sentence`活动${amount(activities)}`]),
    ...(!meetings.value ? [] : [sentence`会议${amount(meetings)}`]),
  ];
  return parts.length === 0 ? null : sentence`${linkage}有${joined(parts, '、')}`;
}

/** Whether nobody has kept either activities or meetings: then nothing is known of any linkage. */
function isUnknown({ figures, period }: ReportContext, program: string, linkage: string): boolean {
  return figures.get('linked', { ...period.dimensions, program, linkage }).value === null;
}
