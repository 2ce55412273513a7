import type { Inline } from '../../document/report-document.js';
import { fieldWords } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { amount, joined, sentence } from '../inlines.js';
import { paragraph, type View } from './view.js';

/** 理论学习: the study sessions and the branches' theme days on record. */
export const studyView: View = (context) => {
  const clauses = [
    ...held(context, 'meetings', '理论学习', '组织理论学习'),
    ...held(context, 'meetings', '主题党日', '开展主题党日'),
  ];
  return clauses.length === 0 ? [] : paragraph(sentence`${joined(clauses, '，')}。`);
};

/** 意识形态: meetings, approvals of lectures, publications that passed 三审三校. */
export const ideologyView: View = (context) => [
  ...paragraph(...held(context, 'meetings', '意识形态', '召开意识形态专题会议').map((clause) => sentence`${clause}。`)),
  ...paragraph(...lectureSentences(context), ...reviewSentences(context)),
];

/** 宣传: publications by category, each once regardless of reprints. */
export const publicationsView: View = (context) => {
  const all = held(context, 'publications', undefined, '发布宣传稿件');
  const each = fieldWords('publications', 'category').flatMap((type) => held(context, 'publications', type, type));
  return paragraph(
    ...all.map((clause) => sentence`${clause}${each.length < 2 ? '' : sentence`，其中${joined(each, '、')}`}。`),
  );
};

/** One clause where there is something to count, none otherwise. */
function held(
  { figures, period }: ReportContext,
  measure: string,
  type: string | undefined,
  words: string,
): Inline[][] {
  const figure = figures.get(measure, { ...period.dimensions, ...(type === undefined ? {} : { type }) });
  return !figure.value ? [] : [sentence`${words}${amount(figure)}`];
}

/** “一会一审批” of lectures and talks; left out where no approval is registered at all. */
function lectureSentences(context: ReportContext): Inline[][] {
  const { figures, period } = context;
  const talks = ['讲座', '巡讲']
    .map((type) => ({
      all: figures.get('activities', { ...period.dimensions, type }),
      approved: figures.get('approved', { ...period.dimensions, type }),
      type,
    }))
    .filter(({ approved }) => approved.value);
  if (talks.length === 0) return [];
  if (talks.every(({ all, approved }) => all.value === approved.value)) {
    const clauses = talks.map(({ type, approved }) => sentence`${type}${amount(approved)}`);
    return [sentence`落实“一会一审批”，${joined(clauses, '、')}均有审批记录。`];
  }
  const clauses = talks.map(
    ({ type, all, approved }) => sentence`${type}${amount(all)}中${amount(approved)}有审批记录`,
  );
  return [sentence`落实“一会一审批”，${joined(clauses, '，')}。`];
}

function reviewSentences(context: ReportContext): Inline[][] {
  const [reviewed] = held(context, 'reviewed', undefined, '三审三校记录齐全的稿件');
  return reviewed ? [sentence`${reviewed}。`] : [];
}
