import type { Entry, Ledger } from '../ledger/ledger.js';
import { NOT_STARTED, PROGRESS_UNKNOWN, STAGES } from '../ledger/stages.js';
import { activityState, isSigned, taskState } from '../ledger/state.js';
import type { Kind } from '../schema/kinds.js';
import type { Dimension } from './figure-id.js';
import { PAIRING_STATES, pairingAgreement } from './pairing-agreement.js';
import { ANSWER_STATES, answerState } from './request-answer.js';

/** What stands for no unit, no pairing and no action on these dimensions, so that the rows of a table are all there is. */
export const NO_UNIT = '未登记';
export const NO_PAIRING = '未挂结对';
export const NO_ACTION = '未归入行动';

/** The kinds whose records are counted. */
export type CountedKind =
  | 'activities'
  | 'agreements'
  | 'boards'
  | 'branches'
  | 'evaluations'
  | 'inspections'
  | 'meetings'
  | 'pairings'
  | 'publications'
  | 'requests'
  | 'tasks';

/** How the records of one kind are counted. */
export interface Countable<K extends CountedKind> {
  /** The counting unit of its records: 场. */
  readonly unit: string;
  /** What counts, in the office's words: printed where a figure is explained. */
  readonly rule: string;
  /** Whether it counts at all, by what was said of it up to a day; every record unless given. */
  readonly counts?: (entry: Entry<K>, confirmedBy: string) => boolean;
  /** The field whose words are the dimension `type`. */
  readonly typeField?: readonly [kind: Kind, field: string];
  /** The words of the dimension `state`: what a record of the kind may have come to. */
  readonly states?: readonly string[];
  /** Other records that decide a record's state: a sample among them stands behind every figure that looks at it. */
  readonly restsOn?: (entry: Entry<K>, ledger: Ledger) => readonly Entry[];
  /** The values a record has on each dimension, `state` as seen on a day; it counts once under each. */
  readonly values: {
    readonly [D in Dimension]?: (entry: Entry<K>, ledger: Ledger, asOf: string) => readonly (string | undefined)[];
  };
}

interface Roles {
  readonly lead?: string;
  readonly assist?: readonly string[];
  readonly joined?: readonly string[];
}

/** The branches and departments that take part in something, whatever their role. */
function unitsOf({ lead, assist = [], joined = [] }: Roles): readonly string[] {
  const units = [...(lead === undefined ? [] : [lead]), ...assist, ...joined];
  return units.length === 0 ? [NO_UNIT] : units;
}

/** Which records of each kind count, and under which values of the dimensions. Their days are in the table of kinds. */
export const COUNTABLE: { readonly [K in CountedKind]: Countable<K> } = {
  activities: {
    unit: '场',
    rule: '只计已开展的活动（有“已开展”或“签到”），按举办日期归入年月；一次活动全院只计一次',
    counts: ({ value }, asOf) => activityState(value, asOf) === '已开展',
    typeField: ['activities', 'types'],
    values: {
      program: ({ value }) => [value.program],
      action: ({ value }) => [value.action ?? NO_ACTION],
      type: ({ value }) => value.types,
      branch: ({ value }) => unitsOf(value),
      pairing: ({ value }) => value.pairings ?? [NO_PAIRING],
      linkage: ({ value }) => value.linkages ?? [],
      activity: ({ id }) => [id],
    },
  },
  meetings: {
    unit: '次',
    rule: '取消的不计，按召开日期归入年月',
    counts: ({ value }) => value.cancelled !== true,
    typeField: ['meetings', 'type'],
    values: {
      type: ({ value }) => [value.type],
      branch: ({ value }) => value.branches ?? [],
      pairing: ({ value }) => value.pairings ?? [NO_PAIRING],
      linkage: ({ value }) => value.linkages ?? [],
    },
  },
  inspections: {
    unit: '次',
    rule: '按督查日期归入年月，一条记录计一次',
    // A category of the problems found; free words, unlike the other types.
    values: { type: ({ value }) => (value.problems ?? []).map(({ category }) => category) },
  },
  publications: {
    unit: '篇',
    rule: '按发布日期归入年月，一件作品计一次，转载不另计',
    typeField: ['publications', 'category'],
    values: {
      program: ({ value }) => [value.program],
      type: ({ value }) => [value.category],
      branch: ({ value }) => [value.branch],
    },
  },
  requests: {
    unit: '单',
    rule: '按点单日期归入年月',
    states: ANSWER_STATES,
    // Who ordered it: ids, unlike the other types.
    values: {
      type: ({ value }) => [value.orderedBy],
      pairing: ({ value }) => [value.pairing],
      branch: ({ value }) => [value.dispatched],
      state: ({ value }, _, asOf) => [answerState(value, asOf)],
    },
  },
  evaluations: {
    unit: '次',
    rule: '按所评期间的最后一天归入年月，提前评估的按评估日期；评估日期还没有到的不计',
    counts: ({ value }, confirmedBy) => value.date <= confirmedBy,
    values: { pairing: ({ value }) => [value.pairing] },
  },
  agreements: {
    unit: '份',
    rule: '双方都已签章的计入，在履行期内的年月都计',
    counts: ({ value }, asOf) => isSigned(value, asOf),
    values: { pairing: ({ value }) => [value.pairing] },
  },
  pairings: {
    unit: '对',
    rule: '在有效期内的年月都计；自己没有写起止的随项目',
    states: PAIRING_STATES,
    restsOn: ({ id }, ledger) => ledger.all('agreements').filter(({ value }) => value.pairing === id),
    values: {
      program: ({ value }) => [value.program],
      branch: ({ value }) => unitsOf(value),
      pairing: ({ id }) => [id],
      state: ({ id }, ledger, asOf) => [pairingAgreement(ledger, id, asOf)],
    },
  },
  branches: {
    unit: '个',
    rule: '在设立期间的年月都计',
    typeField: ['branches', 'category'],
    values: { type: ({ value }) => [value.category] },
  },
  boards: {
    unit: '项',
    rule: '按榜单的年度归入',
    typeField: ['boards', 'type'],
    values: { program: ({ value }) => [value.program], type: ({ value }) => [value.type] },
  },
  tasks: {
    unit: '项',
    rule: '随榜单的年度，还没有启动的也计入；“一书记一项目”从选题那天计起',
    typeField: ['boards', 'type'],
    states: [
      PROGRESS_UNKNOWN,
      NOT_STARTED,
      ...new Set(Object.values(STAGES).flatMap(({ stages }): readonly string[] => stages)),
    ],
    values: {
      program: ({ value }, ledger) => [ledger.get('boards', value.board)?.value.program],
      type: ({ value }, ledger) => [ledger.get('boards', value.board)?.value.type],
      branch: ({ value }) => [value.branch ?? NO_UNIT],
      board: ({ value }) => [value.board],
      state: (task, ledger, asOf) => [taskState(ledger, task, asOf).stage],
    },
  },
};

export const COUNTED_KINDS = Object.keys(COUNTABLE) as readonly CountedKind[];
