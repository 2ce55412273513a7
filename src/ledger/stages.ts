import type { RecordOf } from './ledger.js';

export type BoardType = RecordOf<'boards'>['type'];
export type TaskStep = NonNullable<RecordOf<'tasks'>['events']>[number]['step'];

/** The stage of a task that has no event yet. */
export const NOT_STARTED = '未启动';

interface StageTable {
  /** In the order they are gone through. */
  readonly stages: readonly TaskStep[];
  /** Steps that end a task with success: it counts as closed (销号). */
  readonly closing: readonly TaskStep[];
  /** Steps that end it without success. */
  readonly ending?: readonly TaskStep[];
}

/** Which steps a task goes through, by its board's type. Office practice; the documents print only 对账核查 → 对账销号. */
export const STAGES = {
  揭榜挂帅: {
    stages: [
      '征集需求',
      '定榜',
      '发榜',
      '揭榜',
      '签订责任书',
      '攻榜推进',
      '中期评估',
      '验榜',
      '结题',
      '流榜',
      '续榜',
      '退榜',
    ],
    closing: ['结题'],
    ending: ['流榜', '退榜'],
  },
  任务清单: { stages: ['推进中', '已完成待核', '已核验', '销号'], closing: ['销号'] },
  一书记一项目: { stages: ['选题', '申报', '立项', '实施', '中期检查', '结项'], closing: ['结项'] },
  工作清单: { stages: ['建账', '自查', '对账核查', '验收检查', '限期整改', '对账销号'], closing: ['对账销号'] },
  实事清单: { stages: ['建账', '自查', '对账核查', '验收检查', '限期整改', '对账销号'], closing: ['对账销号'] },
  整改清单: { stages: ['立行立改', '限期整改', '持续整改', '整改到位', '基本到位'], closing: ['整改到位'] },
  工作要点: { stages: ['推进中', '已完成'], closing: ['已完成'] },
} as const satisfies Record<BoardType, StageTable>;

export function stageTable(type: BoardType): StageTable {
  return STAGES[type];
}
