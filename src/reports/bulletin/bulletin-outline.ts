import type { Outline } from '../../ledger/default-outline.js';
import { periodOutline } from '../../ledger/outline-sections.js';
import type { ReportContext } from '../context.js';
import { nextWord } from '../period-words.js';

/** The outline of a bulletin: the period's own in data/outlines, else 总体进展、重点工作、存在问题 and what comes next. */
export function bulletinOutline(context: ReportContext): Outline {
  return periodOutline(context.ledger, context.period.id) ?? usualOutline(context);
}

function usualOutline(context: ReportContext): Outline {
  return {
    sections: [
      {
        id: '总体进展',
        title: '总体进展',
        blocks: [{ view: 'totals' }, { view: 'pace' }, { view: 'actions' }],
      },
      {
        id: '重点工作',
        title: '重点工作',
        children: [
          {
            id: '榜单和项目',
            title: '榜单和项目',
            blocks: [{ view: 'declared' }, { view: 'boards' }, { view: 'moves' }, { view: 'projects' }],
          },
          { id: '对账', title: '任务对账', blocks: [{ view: 'reconcile' }] },
          { id: '督查整改', title: '督查整改', blocks: [{ view: 'inspections' }] },
          { id: '党建联建工作', title: '党建联建', blocks: [{ view: 'pairings' }] },
        ],
      },
      { id: '存在问题', title: '存在问题', blocks: [{ view: 'shortfalls' }] },
      { id: '下期安排', title: `${nextWord(context)}安排`, blocks: [{ view: 'upcoming' }] },
    ],
  };
}
