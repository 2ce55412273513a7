import type { Drafts } from '../support/ledger-builder.js';

const LONG = '一二三四五六七八九十'.repeat(6);

/** Everything behind at once, under names as long as they may be: what the page for the leader must still hold. */
export const WORST: Drafts = {
  branches: Array.from({ length: 6 }, (_, index) => ({ id: `支部${index}`, name: `${LONG}党支部${index}` })),
  programs: [
    { id: '项目', title: `${LONG}项目`, from: '2025-01-01', linkages: [{ id: '组织联建' }, { id: '阵地联用' }] },
  ],
  pairings: Array.from({ length: 4 }, (_, index) => ({ id: `结对${index}`, program: '项目', lead: `支部${index}` })),
  agreements: [{ id: '协议', pairing: '结对0', signed: [{ side: '甲方' as const, on: '2025-03-01' }] }],
  activities: [{ id: '活动', date: '2025-03-15', events: [{ on: '2025-03-15', step: '已开展' as const }] }],
  targets: Array.from({ length: 5 }, (_, index) => ({
    id: `目标${index}`,
    title: `${LONG}目标${index}`,
    from: '2025-01-01',
    until: '2025-12-31',
    atLeast: 1000 + index,
  })),
  boards: [
    { id: '榜一', type: '揭榜挂帅' as const },
    { id: '榜二', type: '一书记一项目' as const },
    { id: '榜三', type: '任务清单' as const },
  ],
  tasks: ['榜一', '榜二', '榜三'].flatMap((board) =>
    ['2025-06-30', '2025-12-10', '2025-12-20'].map((due, index) => ({
      id: `${board}任务${index}`,
      title: `${LONG}任务${index}`,
      board,
      due,
      events: [{ on: '2025-02-01', step: '推进中' as const }],
    })),
  ),
  inspections: ['2025-05-05', '2025-06-05', '2025-07-05', '2025-08-05'].map((date, index) => ({
    id: `督查${index}`,
    date,
    problems: [{ category: `${LONG}类`, text: '问题', due: '2025-09-01' }],
  })),
};
