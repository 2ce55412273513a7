import type { Paragraph } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { amount, day, sentence } from '../inlines.js';

/** The first paragraph where the clerk has written none: who leads, how many work together, what was done. */
export function openingParagraph(context: ReportContext): Paragraph {
  const { figures, ledger, asOf } = context;
  const year = String(context.year);
  const superior = ledger.workspace?.superior;
  const activities = figures.get('activities', { year });
  const branches = figures.get('paired-branches', { year });
  const led = superior ? `在${superior}的领导下，` : '';
  const paired =
    branches.value === 0
      ? sentence`截至${day(asOf, true)}，尚未登记结对，`
      : sentence`截至${day(asOf, true)}，${amount(branches)}支部与${amount(figures.get('partners', { year }))}医联体单位开展党建联建，`;
  const done =
    activities.value === 0
      ? sentence`服务活动尚未开展。`
      : sentence`组织服务活动${amount(activities)}，服务群众${amount(figures.get('beneficiaries', { year }))}。`;
  return { type: 'paragraph', content: sentence`${day(year)}，${led}${paired}${done}现将主要工作总结如下。` };
}
