import { errorProblem as problem } from '../diagnostics/diagnostic.js';

/** What the dictionary says of the field a finding is about, and the value that stands there. */
export interface FieldArgs {
  /** Chinese title, then the key: 牵头支部（lead）. */
  readonly field: string;
  /** The value as typed, shortened. */
  readonly shown: string;
  readonly example: string;
}

const counted = '不合规定的记录不能参加统计。';

/** What a record's shape can have wrong, told from the dictionary; never in the validator's own words. */
export const schemaProblems = {
  notList: problem(
    'not-a-list',
    '文件应是一列记录',
    '每个文件放同一类的若干条记录，每条以“- ”开头。',
    ({ found }: { found: string }) => `这里应是一列记录，却是${found}`,
    () => '每条记录以“- id: …”开头。',
  ),
  notRecord: problem(
    'not-a-record',
    '这一项不是记录',
    counted,
    ({ found }: { found: string }) => `列表的这一项应是一条记录，却是${found}`,
    () => '写成“- id: …”，下面各字段缩进两格。',
  ),
  required: problem(
    'missing-field',
    '缺少必填字段',
    counted,
    ({ field }: FieldArgs) => `缺少${field}`,
    ({ field, example }: FieldArgs) => `补上${field}，例如：${example}。`,
  ),
  unknown: problem(
    'unknown-field',
    '没有这个字段',
    '写错字段名，内容就不会被用到。',
    ({ key }: { key: string; near: string; known: string }) => `没有“${key}”这个字段`,
    ({ near, known }: { key: string; near: string; known: string }) =>
      near ? `是不是想写 ${near}？` : `这里可以用的字段：${known}。`,
  ),
  type: problem(
    'wrong-type',
    '内容类型不对',
    counted,
    ({ field, shown, wanted }: FieldArgs & { wanted: string }) => `${field}应是${wanted}，这里是 ${shown}`,
    ({ example }: FieldArgs & { wanted: string }) => `例如：${example}。`,
  ),
  choice: problem(
    'not-allowed',
    '不在规定的选项里',
    '选项写法统一，才能分类统计。',
    ({ field, shown }: FieldArgs & { near: string; allowed: string }) => `${field}没有“${shown}”这个选项`,
    ({ near, allowed }: FieldArgs & { near: string; allowed: string }) =>
      near ? `是不是“${near}”？可选：${allowed}。` : `可选：${allowed}。`,
  ),
  date: problem(
    'bad-date',
    '日期写法不对，或没有这一天',
    '日期用来推算进度和状态。',
    ({ field, shown }: FieldArgs) => `${field}“${shown}”不是真实存在的日期`,
    ({ example }: FieldArgs) => `写成“年-月-日”，月和日用两位数，例如：${example}。`,
  ),
  pattern: problem(
    'bad-format',
    '写法不符合规定',
    counted,
    ({ field, shown }: FieldArgs & { rule: string }) => `${field}“${shown}”写法不符合规定`,
    ({ rule, example }: FieldArgs & { rule: string }) => `${rule}例如：${example}。`,
  ),
  range: problem(
    'out-of-range',
    '超出范围',
    counted,
    ({ field, shown, limit }: FieldArgs & { limit: string }) => `${field}${limit}，这里是 ${shown}`,
    ({ example }: FieldArgs & { limit: string }) => `例如：${example}。`,
  ),
  repeated: problem(
    'repeated-item',
    '列表里有重复',
    '重复的内容会让人以为是两项。',
    ({ field, shown }: FieldArgs) => `${field}里“${shown}”写了两次`,
    () => '删去多余的一项。',
  ),
  combination: problem(
    'wrong-combination',
    '字段搭配不对',
    counted,
    ({ field, detail }: FieldArgs & { detail: string }) => `${field}的字段搭配不对：${detail}`,
    ({ example }: FieldArgs & { detail: string }) => `例如：${example}。`,
  ),
};
