import { type InBoth, errorProblem as problem } from '../diagnostics/diagnostic.js';

/** The arguments of a finding about a field. */
export interface FieldArgs {
  /** Chinese title, then the key: “牵头支部”（lead）; in English the key, then the title. */
  readonly field: InBoth;
  /** The value as typed, shortened. */
  readonly shown: InBoth;
  readonly example: InBoth;
  /** Advice on this value, where there is any. */
  readonly way?: InBoth | undefined;
}

/** Adds quotation marks unless the value has its own. */
const quoted = (shown: string): string => (/^["“]/.test(shown) ? shown : `“${shown}”`);

/** A full-width space cannot be seen in a name. */
const WIDE_SPACE = /\u3000/;

const counted: InBoth = {
  zh: '不合规定的记录不能参加统计。',
  en: 'A record that is not as the dictionary says cannot be counted.',
};

/** A file with one organization; `lines` are its fields. */
const organization = (lines: string): string => `# data/organizations/2025.yaml\n- id: 乙社区\n${lines}`;
const RIGHT = organization('  category: 社区');

/** What can be wrong with a record by its schema, in the dictionary's words, never the validator's. */
export const schemaProblems = {
  notList: problem<{ found: InBoth }>('not-a-list', {
    zh: {
      title: '文件应是一列记录',
      why: '每个文件放同一类的若干条记录，每条以“- ”开头。',
      message: ({ found }) => `这里应是一列记录，却是${found.zh}`,
      fix: () => '每条记录以“- id: …”开头。',
    },
    en: {
      title: 'The file is no list of records',
      why: 'A file holds records of one kind, each begun by “- ”.',
      message: ({ found }) => `A list of records should stand here, not ${found.en}`,
      fix: () => 'Begin each record with “- id: …”.',
    },
    pass: RIGHT,
    fail: '# data/organizations/2025.yaml\nid: 乙社区\ncategory: 社区',
  }),
  notRecord: problem<{ found: InBoth }>('not-a-record', {
    zh: {
      title: '这一项不是记录',
      why: counted.zh,
      message: ({ found }) => `列表的这一项应是一条记录，却是${found.zh}`,
      fix: () => '写成“- id: …”，下面各字段缩进两格。',
    },
    en: {
      title: 'This item is no record',
      why: counted.en,
      message: ({ found }) => `This item of the list should be a record, not ${found.en}`,
      fix: () => 'Write “- id: …”, with the other fields below it, indented by two.',
    },
    pass: RIGHT,
    fail: '# data/organizations/2025.yaml\n- 乙社区',
  }),
  required: problem<FieldArgs>('missing-field', {
    zh: {
      title: '缺少必填字段',
      why: counted.zh,
      message: ({ field }) => `缺少${field.zh}`,
      fix: ({ field, example }) => `补上${field.zh}，例如：${example.zh}。`,
    },
    en: {
      title: 'A required field is missing',
      why: counted.en,
      message: ({ field }) => `${field.en} is missing`,
      fix: ({ field, example }) => `Add ${field.en}, for example: ${example.en}.`,
    },
    pass: RIGHT,
    fail: organization('  shortName: 乙'),
  }),
  unknown: problem<{ key: string; near: string; known: readonly string[] }>('unknown-field', {
    zh: {
      title: '没有这个字段',
      why: '写错字段名，内容就不会被用到。',
      message: ({ key }) => `没有“${key}”这个字段${WIDE_SPACE.test(key) ? '，字段名里有全角空格' : ''}`,
      fix: ({ near, known }) => (near ? `是不是想写 ${near}？` : `这里可以用的字段：${known.join('、')}。`),
    },
    en: {
      title: 'There is no such field',
      why: 'What stands in a misspelt field is never used.',
      message: ({ key }) =>
        `There is no field “${key}”${WIDE_SPACE.test(key) ? ': its name holds a full-width space' : ''}`,
      fix: ({ near, known }) => (near ? `Do you mean ${near}?` : `The fields known here: ${known.join(', ')}.`),
    },
    pass: RIGHT,
    fail: organization('  category: 社区\n  shortname: 乙'),
  }),
  type: problem<FieldArgs & { wanted: InBoth }>('wrong-type', {
    zh: {
      title: '内容类型不对',
      why: counted.zh,
      message: ({ field, shown, wanted }) => `${field.zh}应是${wanted.zh}，这里是 ${shown.zh}`,
      fix: ({ way, example }) => way?.zh ?? `例如：${example.zh}。`,
    },
    en: {
      title: 'Content of the wrong type',
      why: counted.en,
      message: ({ field, shown, wanted }) => `${field.en} should be ${wanted.en}, here it is ${shown.en}`,
      fix: ({ way, example }) => way?.en ?? `For example: ${example.en}.`,
    },
    pass: organization('  category: 社区\n  aliases: [乙居委会]'),
    fail: organization('  category: 社区\n  aliases: 乙居委会'),
  }),
  choice: problem<FieldArgs & { near: string; allowed: readonly string[] }>('not-allowed', {
    zh: {
      title: '不在规定的选项里',
      why: '选项写法统一，才能分类统计。',
      message: ({ field, shown }) => `${field.zh}没有${quoted(shown.zh)}这个选项`,
      fix: ({ way, near, allowed }) => `${way?.zh ?? (near ? `是不是“${near}”？` : '')}可选：${allowed.join('、')}。`,
    },
    en: {
      title: 'Not one of the choices',
      why: 'Only words written alike can be counted together.',
      message: ({ field, shown }) => `${quoted(shown.en)} is no choice of ${field.en}`,
      fix: ({ way, near, allowed }) =>
        `${way ? `${way.en} ` : near ? `Do you mean “${near}”? ` : ''}The choices: ${allowed.join('、')}.`,
    },
    pass: RIGHT,
    fail: organization('  category: 居委会'),
  }),
  date: problem<FieldArgs>('bad-date', {
    zh: {
      title: '日期写法不对，或没有这一天',
      why: '日期用来推算进度和状态。',
      message: ({ field, shown }) => `${field.zh}${quoted(shown.zh)}不是日期，或没有这一天`,
      fix: ({ way, example }) => way?.zh ?? `写成“年-月-日”，月和日用两位数，例如：${example.zh}。`,
    },
    en: {
      title: 'Not written as a date, or no such day',
      why: 'Progress and states are worked out from the dates.',
      message: ({ field, shown }) => `${field.en}: ${quoted(shown.en)} is no date`,
      fix: ({ way, example }) =>
        way?.en ?? `Write year-month-day, month and day in two digits, for example: ${example.en}.`,
    },
    pass: '# data/branches/2025.yaml\n- id: 甲支部\n  category: 在职\n  opened: 2025-02-28',
    fail: '# data/branches/2025.yaml\n- id: 甲支部\n  category: 在职\n  opened: 2025-02-30',
  }),
  pattern: problem<FieldArgs & { rule: string }>('bad-format', {
    zh: {
      title: '写法不符合规定',
      why: counted.zh,
      message: ({ field, shown }) => `${field.zh}${quoted(shown.zh)}写法不符合规定`,
      fix: ({ way, rule, example }) => way?.zh ?? `${rule}例如：${example.zh}。`,
    },
    en: {
      title: 'Not written as demanded',
      why: counted.en,
      message: ({ field, shown }) => `${field.en}: ${quoted(shown.en)} is not written as demanded`,
      fix: ({ way, rule, example }) => way?.en ?? `The dictionary says: ${rule} For example: ${example.en}.`,
    },
    pass: RIGHT,
    fail: '# data/organizations/2025.yaml\n- id: 乙 社区\n  category: 社区',
  }),
  range: problem<FieldArgs & { limit: InBoth }>('out-of-range', {
    zh: {
      title: '超出范围',
      why: counted.zh,
      message: ({ field, shown, limit }) => `${field.zh}${limit.zh}，这里是 ${shown.zh}`,
      fix: ({ example }) => `例如：${example.zh}。`,
    },
    en: {
      title: 'Out of range',
      why: counted.en,
      message: ({ field, shown, limit }) => `${field.en} ${limit.en}, here it is ${shown.en}`,
      fix: ({ example }) => `For example: ${example.en}.`,
    },
    pass: '# data/programs/2025.yaml\n- id: 联建\n  title: 联建\n  year: 2025',
    fail: '# data/programs/2025.yaml\n- id: 联建\n  title: 联建\n  year: 205',
  }),
  repeated: problem<FieldArgs>('repeated-item', {
    zh: {
      title: '列表里有重复',
      why: '重复的内容会让人以为是两项。',
      message: ({ field, shown }) => `${field.zh}里“${shown.zh}”写了两次`,
      fix: () => '删去多余的一项。',
    },
    en: {
      title: 'An item stands in a list twice',
      why: 'It would be taken for two items.',
      message: ({ field, shown }) => `“${shown.en}” stands in ${field.en} twice`,
      fix: () => 'Delete one of the two.',
    },
    pass: '# data/pairings/2025.yaml\n- id: 乙社区\n  program: 联建\n  partners: [乙社区]',
    fail: '# data/pairings/2025.yaml\n- id: 乙社区\n  program: 联建\n  partners: [乙社区, 乙社区]',
  }),
  combination: problem<FieldArgs & { detail: string }>('wrong-combination', {
    zh: {
      title: '字段搭配不对',
      why: counted.zh,
      message: ({ field, detail }) => `${field.zh}的字段搭配不对：${detail}`,
      fix: ({ example }) => `例如：${example.zh}。`,
    },
    en: {
      title: 'Fields that do not go together',
      why: counted.en,
      message: ({ field, detail }) => `The fields of ${field.en} do not go together. The dictionary says: ${detail}`,
      fix: ({ example }) => `For example: ${example.en}.`,
    },
    pass: `
      # data/meetings/2025.yaml
      - id: 2025-03-15-联席会议
        title: 联席会议
        type: 联席会议
        date: 2025-03-15
        evidence:
          - archiveNumber: 2025-党建-012
            archivePlace: 党建办文件柜2`,
    fail: `
      # data/meetings/2025.yaml
      - id: 2025-03-15-联席会议
        title: 联席会议
        type: 联席会议
        date: 2025-03-15
        evidence:
          - archiveNumber: 2025-党建-012`,
  }),
};
