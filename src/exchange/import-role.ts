import type { Kind } from '../schema/kinds.js';
import { type SheetField, sheetFields } from './sheet-fields.js';
import type { Heading } from './sheet-heading.js';

/** What a sheet about activities is evidence of: that they were applied for, or who came. */
export type Role = '申报' | '签到';

interface RoleRow {
  /** A heading that only such a sheet has. */
  readonly mark: RegExp;
  /** The fields it tells. */
  readonly tells: readonly string[];
  /** What its columns are called beside what those of records are. */
  readonly called: Readonly<Record<string, readonly string[]>>;
  /** What a mapping of the role says unless it says otherwise; a column that a sheet does not have means nothing. */
  readonly usual: Readonly<Record<'step', string>> & {
    readonly only?: Readonly<Record<string, readonly string[]>>;
    readonly on?: string;
    readonly number?: string;
  };
}

const AGREED = ['同意', '已同意', '通过', '已通过', '审批通过'];

/**
 * Sheets as 钉钉 and volunteer platforms export them. An application tells no numbers of people: those it expects are none
 * that came. A list of sign-ins tells neither types nor program.
 */
export const ROLES: Readonly<Record<Role, RoleRow>> = {
  申报: {
    mark: /^审批(?:编号|状态|结果)$/,
    tells: [
      ...['id', 'title', 'date', 'until', 'types', 'program', 'action', 'pairings', 'lead', 'assist', 'joined'],
      ...['place', 'linkages', 'solarTerm', 'festival'],
    ],
    called: { lead: ['申报支部', '申请支部', '发起支部'] },
    usual: { only: { 审批结果: AGREED }, step: '申报', on: '发起时间', number: '审批编号' },
  },
  签到: {
    mark: /^签[到退](?:时间|日期|人数|人次|次数)$/,
    tells: ['id', 'title', 'date', 'pairings', 'lead', 'place', 'volunteers', 'hours'],
    called: {
      date: ['签到时间', '签到日期', '签到', '服务日期'],
      volunteers: ['签到人数', '签到人次', '签到次数', '人数', '人次'],
      hours: ['时长', '服务小时数'],
    },
    usual: { step: '签到' },
  },
};

/** The fields that the columns of a kind's sheets may mean: all, or those that sheets of a role tell. */
export function columnFields(kind: Kind, role?: Role): readonly SheetField[] {
  const all = sheetFields(kind);
  if (role === undefined) return all;
  const { tells, called } = ROLES[role];
  return all
    .filter(({ path, step }) => step === undefined && tells.includes(path.join('.')))
    .map((field) => ({ ...field, others: [...field.others, ...(called[field.path.join('.')] ?? [])] }));
}

/** Fields that a list of sign-ins does not tell: a sheet with them holds records. */
const OF_RECORDS = ['types', 'beneficiaries'];

/** The role that a sheet's headings show; undefined for one that holds records. */
export function shownRole({ columns }: Heading): Role | undefined {
  const role = (Object.keys(ROLES) as Role[]).find((each) => columns.some(({ title }) => ROLES[each].mark.test(title)));
  const isOfRecords = columns.some(({ field }) => OF_RECORDS.includes(field?.path.join() ?? ''));
  return role === '签到' && isOfRecords ? undefined : role;
}
