import type { Paragraph } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { amount, day, sentence } from '../inlines.js';
import { pairingsOfYear } from '../selection.js';

const MEDICAL: readonly string[] = ['医院', '社区卫生服务中心', '乡镇卫生院'];

/** The first paragraph where the clerk has written none: who leads, how many work together, what was done. */
export function openingParagraph(context: ReportContext): Paragraph {
  const { figures, ledger, asOf } = context;
  const year = String(context.year);
  const superior = ledger.workspace?.superior;
  const activities = figures.get('activities', { year });
  const branches = figures.get('paired-branches', { year });
  const partners = figures.get('partners', { year });
  const nothing = partners.value === 0 && activities.value === 0;
  const led = superior ? `在${superior}的领导下，` : '';
  const until = sentence`截至${day(asOf, asOf.startsWith(year))}，`;
  const paired =
    partners.value === 0
      ? sentence`${until}尚未登记结对，`
      : sentence`${until}${branches.value === 0 ? '医院' : sentence`${amount(branches)}支部`}与${amount(partners)}${partnersWord(context)}开展党建联建，`;
  const done =
    activities.value === 0
      ? sentence`服务活动尚未开展。`
      : sentence`组织服务活动${amount(activities)}，服务群众${amount(figures.get('beneficiaries', { year }))}。`;
  const told = nothing ? sentence`台账尚未登记结对和服务活动。` : [...paired, ...done];
  return { type: 'paragraph', content: sentence`${day(year)}，${led}${told}现将主要工作总结如下。` };
}

/** 医联体单位 are health centres; with a community or a village among the partners they are 单位. */
function partnersWord(context: ReportContext): string {
  const partners = pairingsOfYear(context).flatMap(({ value }) => value.partners);
  const medical = partners.every((id) =>
    MEDICAL.includes(context.ledger.get('organizations', id)?.value.category ?? ''),
  );
  return medical ? '医联体单位' : '单位';
}
