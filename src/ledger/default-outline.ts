import type { RecordOf } from './ledger.js';

export type OutlineSection = RecordOf<'outlines'>['sections'][number];
/** An outline without what only a record has. */
export type Outline = Pick<RecordOf<'outlines'>, 'title' | 'opening' | 'sections'>;

/**
 * The outline of a year that has none of its own: the parts every year's ledger can fill, and a next year's plan;
 * its titles claim nothing.
 * A year's own record in data/outlines/ replaces it completely.
 */
export const DEFAULT_OUTLINE: Outline = {
  sections: [
    {
      id: '党建联建',
      title: '深化党建联建，开展为民服务',
      children: [
        { id: '联建机制', title: '联建机制', blocks: [{ view: 'pairings' }, { view: 'matrix' }] },
        { id: '目标任务', title: '目标任务', blocks: [{ view: 'targets' }] },
        { id: '各项行动', title: '各项行动', blocks: [{ view: 'actions' }] },
      ],
    },
    {
      id: '改革攻坚',
      title: '聚焦改革攻坚，推进融合发展',
      blocks: [{ view: 'declared' }, { view: 'boards' }, { view: 'projects' }],
    },
    { id: '作风建设', title: '驰而不息纠治四风，加强行风建设', blocks: [{ view: 'inspections' }] },
    { id: '存在的主要问题', title: '存在的主要问题', blocks: [{ view: 'problems' }] },
    {
      id: '工作思路',
      title: '下一年党建工作思路',
      plain: '下一步工作打算',
      unnumbered: true,
      blocks: [{ view: 'plan' }],
    },
  ],
};
