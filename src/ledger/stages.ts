import type { RecordOf } from './ledger.js';

export type BoardType = RecordOf<'boards'>['type'];
export type TaskStep = NonNullable<RecordOf<'tasks'>['events']>[number]['step'];

/** The stage of a task that has no event yet. */
export const NOT_STARTED = '未启动';

/** How far a task is on a board none of whose tasks ever had an event: nobody enters its progress. */
export const PROGRESS_UNKNOWN = '进展未登记';

/** The order of steps. Steps may be left out: not every one is registered. */
export interface StepOrder {
  /** In order; those of `turns` are outside the order. */
  readonly stages: readonly string[];
  /** Steps outside the order: after which they come, and what may follow. */
  readonly turns?: Readonly<Record<string, { readonly from: readonly string[]; readonly to: readonly string[] }>>;
  /** Allowed steps back. */
  readonly back?: readonly (readonly [from: string, to: string])[];
}

interface StageTable extends StepOrder {
  readonly stages: readonly TaskStep[];
  /** Steps that end a task with success: it counts as closed (销号). */
  readonly closing: readonly TaskStep[];
  /** Steps that end it without success. */
  readonly ending?: readonly TaskStep[];
  /**
   * Steps at which another than the responsible department verifies the result: one of them comes before the closing.
   */
  readonly verifying: readonly TaskStep[];
  /** Whether a closing needs evidence: a file, or an archive number and place. */
  readonly proved: boolean;
}

const LIST = {
  stages: ['建账', '自查', '对账核查', '验收检查', '限期整改', '对账销号'],
  closing: ['对账销号'],
  verifying: ['对账核查', '验收检查'],
  proved: true,
  turns: { 限期整改: { from: ['对账核查', '验收检查'], to: ['自查', '对账核查', '验收检查'] } },
} as const satisfies StageTable;

/** The steps of a task, by its board's type. Source: office practice; the documents name only 对账核查 → 对账销号. */
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
    verifying: ['验榜'],
    proved: true,
    turns: {
      流榜: { from: ['发榜', '续榜'], to: ['征集需求', '定榜', '发榜', '续榜'] },
      续榜: {
        from: ['流榜', '退榜', '攻榜推进', '中期评估', '验榜'],
        to: ['发榜', '揭榜', '签订责任书', '攻榜推进', '流榜'],
      },
      退榜: { from: ['揭榜', '签订责任书', '攻榜推进', '中期评估', '验榜'], to: ['发榜', '续榜'] },
    },
    back: [
      ['中期评估', '攻榜推进'],
      ['验榜', '攻榜推进'],
    ],
  },
  任务清单: {
    stages: ['推进中', '已完成待核', '已核验', '销号'],
    closing: ['销号'],
    verifying: ['已核验'],
    proved: true,
    back: [
      ['已完成待核', '推进中'],
      ['已核验', '推进中'],
    ],
  },
  一书记一项目: {
    stages: ['选题', '申报', '立项', '实施', '中期检查', '结项'],
    closing: ['结项'],
    verifying: [],
    proved: true,
    back: [
      ['申报', '选题'],
      ['中期检查', '实施'],
    ],
  },
  工作清单: LIST,
  实事清单: LIST,
  整改清单: {
    stages: ['立行立改', '限期整改', '持续整改', '基本到位', '整改到位'],
    closing: ['整改到位'],
    verifying: [],
    proved: true,
    back: [
      ['持续整改', '限期整改'],
      ['基本到位', '限期整改'],
      ['基本到位', '持续整改'],
    ],
  },
  工作要点: { stages: ['推进中', '已完成'], closing: ['已完成'], verifying: [], proved: false },
} as const satisfies Record<BoardType, StageTable>;

/** The steps of an activity: nothing follows 取消, and an activity that took place is neither moved nor called off. */
export const ACTIVITY_STEPS: StepOrder = {
  stages: ['计划', '申报', '取得志愿码', '签到', '已开展'],
  turns: {
    改期: { from: ['计划', '申报', '取得志愿码'], to: ['计划', '申报', '取得志愿码', '签到', '已开展', '取消'] },
    取消: { from: ['计划', '申报', '取得志愿码', '改期'], to: [] },
  },
  // 已开展 may be registered before the sign-in list of the same day.
  back: [['已开展', '签到']],
};

/** The steps of a request (点单); a request that cannot be taken goes back to 派单. */
export const REQUEST_STEPS: StepOrder = {
  stages: ['点单', '派单', '接单', '办单', '评单'],
  back: [['接单', '派单']],
};

/** The steps that may follow one; the same step may always be repeated. */
export function followersOf(order: StepOrder, step: string): readonly string[] {
  const ofOrder = followers.get(order) ?? new Map<string, readonly string[]>();
  followers.set(order, ofOrder);
  const known = ofOrder.get(step) ?? findFollowers(order, step);
  ofOrder.set(step, known);
  return known;
}

/** A cache: there are few orders with few steps, and very many events. */
const followers = new Map<StepOrder, Map<string, readonly string[]>>();

function findFollowers({ stages, turns = {}, back = [] }: StepOrder, step: string): readonly string[] {
  const turn = turns[step];
  if (turn) return turn.to;
  const order = stages.filter((stage) => turns[stage] === undefined);
  const place = order.indexOf(step);
  // Nothing follows the last stage.
  const leaving = place < order.length - 1 ? Object.entries(turns).filter(([, { from }]) => from.includes(step)) : [];
  return [
    ...order.slice(place + 1),
    ...leaving.map(([name]) => name),
    ...back.filter(([from]) => from === step).map(([, to]) => to),
  ];
}

export function stageTable(type: BoardType): StageTable {
  return STAGES[type];
}
