import type { Inline } from '../../document/report-document.js';
import { ANSWERED } from '../../figures/request-answer.js';
import type { ReportContext } from '../context.js';
import { amount, sentence } from '../inlines.js';
import { CONSULTATION } from '../progress/by-request.js';
import { paragraph, type View } from './view.js';

/** 点单服务: requests and how they were met, the communities served, joint consultations. Silent where there is none. */
export const requestsView: View = (context) =>
  paragraph(requestsSentence(context), communitiesSentence(context), consultationsSentence(context));

function requestsSentence({ figures, period }: ReportContext): Inline[] {
  const inPeriod = period.dimensions;
  const requests = figures.get('requests', inPeriod);
  if (!requests.value) return [];
  const answered = figures.get('requests', { ...inPeriod, state: ANSWERED });
  const mean = figures.get('mean-answer-days', inPeriod);
  const done = figures.get('served', inPeriod);
  const waited = mean.value !== null ? sentence`，平均${amount(mean)}答复` : [];
  return sentence`社区点单${amount(requests)}${answered.value ? sentence`，已答复${amount(answered)}${waited}` : []}${done.value ? sentence`，已办结${amount(done)}` : []}。`;
}

function communitiesSentence({ figures, period }: ReportContext): Inline[] {
  const reached = figures.get('communities-served', period.dimensions);
  if (!reached.value) return [];
  const residents = figures.get('residents-served', period.dimensions);
  const people = residents.value ? sentence`，惠及居民${amount(residents)}` : [];
  return sentence`服务到社区${amount(reached)}${people}。`;
}

function consultationsSentence({ figures, period }: ReportContext): Inline[] {
  const consultations = figures.get('activities', { ...period.dimensions, type: CONSULTATION });
  return consultations.value ? sentence`与社区家庭医生开展${CONSULTATION}${amount(consultations)}。` : [];
}
