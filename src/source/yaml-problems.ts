import { errorProblem, type InBoth, type Problem } from '../diagnostics/diagnostic.js';

const interoperable: InBoth = {
  zh: '台账只用各种 YAML 工具都理解一致的简单写法，换一个工具打开也不会读出别的意思。',
  en: 'The ledger keeps to the simple YAML that all tools read alike, so that none reads another meaning into it.',
};

/** What a catalogue's row says of a problem in one language. */
type Row<A> = readonly [
  title: string,
  why: string,
  message: string | ((args: A) => string),
  fix: string | ((args: A) => string),
];

/** A problem of YAML, its sentences in the order they are read; a sentence without args is its text alone. */
function problem<A = object>(
  code: string,
  zh: Row<A>,
  en: Row<A>,
  [pass, fail]: readonly [string, string],
): Problem<A> {
  const told = (sentence: string | ((args: A) => string)) => (typeof sentence === 'string' ? () => sentence : sentence);
  const sentences = ([title, why, message, fix]: Row<A>) => ({ title, why, message: told(message), fix: told(fix) });
  const file = (text: string): string => `# data/branches/2025.yaml\n${text}`;
  return errorProblem(code, { zh: sentences(zh), en: sentences(en), pass: file(pass), fail: file(fail) });
}

/** What can be wrong with a file's YAML. */
export const yamlProblems = {
  syntax: problem<{ reason: InBoth }>(
    'yaml-syntax',
    [
      'YAML 写法有误',
      '这里读不下去，后面的内容也无法判断。',
      ({ reason }) => reason.zh,
      '对照上下行的缩进和标点修改；冒号后面要有空格，标点用半角。',
    ],
    [
      'Broken YAML',
      'Nothing after this place can be read.',
      ({ reason }) => reason.en,
      'Compare the indentation and the punctuation with the lines around; a space follows each colon, punctuation is ASCII.',
    ],
    ['- id: 甲支部\n  category: 在职', '- id: 甲支部\n  category：在职'],
  ),
  duplicateKey: problem<{ key: string }>(
    'yaml-duplicate-key',
    [
      '同一条记录里字段重复',
      '两处写法不知道以哪处为准。',
      ({ key }) => `字段“${key}”写了两次`,
      '保留正确的一处，删去另一处；如果是两条记录，第二条前面要加“- ”。',
    ],
    [
      'A field stands twice in one record',
      'Nobody can tell which of the two holds.',
      ({ key }) => `The field “${key}” stands here twice`,
      'Keep the right one; if these are two records, begin the second with “- ”.',
    ],
    ['- id: 甲支部\n  category: 在职', '- id: 甲支部\n  category: 在职\n  category: 临时'],
  ),
  depth: problem(
    'yaml-depth',
    ['嵌套过深', '台账的记录不需要这么多层，多半是缩进出了错。', '嵌套超过 50 层', '检查缩进。'],
    [
      'Nested too deeply',
      'No record needs so many levels; most often the indentation went wrong.',
      'Nested more than 50 levels deep',
      'Check the indentation.',
    ],
    ['- id: 甲支部\n  category: 在职', `- id: 甲支部\n  category: ${'['.repeat(60)}${']'.repeat(60)}`],
  ),
  documents: problem(
    'yaml-documents',
    [
      '一个文件里有几份文档',
      interoperable.zh,
      '文件里用“---”或“...”分出了几份文档',
      '删去单独成行的“---”和“...”，或者分成几个文件。',
    ],
    [
      'Several documents in one file',
      interoperable.en,
      'The file is divided into documents by “---” or “...”',
      'Delete the lines “---” and “...”, or make several files.',
    ],
    ['- id: 甲支部\n  category: 在职', '- id: 甲支部\n  category: 在职\n---\n- id: 乙支部\n  category: 在职'],
  ),
  directive: problem(
    'yaml-directive',
    ['使用了 % 指令', interoperable.zh, '文件开头用了 % 指令', '删去以 % 开头的行。'],
    ['A % directive', interoperable.en, 'The file begins with a % directive', 'Delete the line that begins with %.'],
    ['- id: 甲支部\n  category: 在职', '%YAML 1.2\n---\n- id: 甲支部\n  category: 在职'],
  ),
  tag: problem<{ text: string }>(
    'yaml-tag',
    ['使用了标签', interoperable.zh, ({ text }) => `用了标签“${text}”`, '删去标签；想写成文字的内容放在引号里。'],
    [
      'A tag',
      interoperable.en,
      ({ text }) => `The tag “${text}” is used`,
      'Delete the tag; put what shall be text into quotation marks.',
    ],
    ['- id: 甲支部\n  category: 在职', '- id: !!str 甲支部\n  category: 在职'],
  ),
  anchor: problem<{ text: string }>(
    'yaml-anchor',
    [
      '使用了锚点或别名',
      interoperable.zh,
      ({ text }) => `用了“${text}”`,
      '把内容照写一遍；以 & 或 * 开头的文字要放在引号里。',
    ],
    [
      'An anchor or alias',
      interoperable.en,
      ({ text }) => `“${text}” is used`,
      'Write the content out; put text that begins with & or * into quotation marks.',
    ],
    ['- id: 甲支部\n  category: 在职', '- id: 甲支部\n  category: &类别 在职'],
  ),
  complexKey: problem(
    'yaml-complex-key',
    [
      '字段名不是一个词',
      interoperable.zh,
      '字段名应是一个词，这里却是一组内容、空值，或者带有“?”',
      '写成“字段名: 内容”的样子。',
    ],
    [
      'A field name that is no word',
      interoperable.en,
      'A field name is one word; here it is a group, nothing, or has a “?”',
      'Write “name: content”.',
    ],
    ['- id: 甲支部\n  category: 在职', '- id: 甲支部\n  ? category\n  : 在职'],
  ),
  emptyKey: problem(
    'yaml-empty-key',
    ['缺少字段名', interoperable.zh, '冒号前面没有字段名', '补上字段名，或删去这一行。'],
    [
      'A field without a name',
      interoperable.en,
      'No field name stands before the colon',
      'Add the field name, or delete the line.',
    ],
    ['- id: 甲支部\n  category: 在职', '- id: 甲支部\n  : 在职'],
  ),
  mergeKey: problem(
    'yaml-merge-key',
    ['使用了 <<', interoperable.zh, '用了合并写法“<<”', '把要合并的字段照写一遍。'],
    ['A merge key <<', interoperable.en, 'The merge key “<<” is used', 'Write the merged fields out.'],
    ['- id: 甲支部\n  category: 在职', '- id: 甲支部\n  <<: { category: 在职 }'],
  ),
  longKey: problem(
    'yaml-long-key',
    ['字段名过长', interoperable.zh, '字段名超过 200 个字', '检查是否漏了换行或冒号。'],
    [
      'A field name that is too long',
      interoperable.en,
      'A field name of more than 200 characters',
      'Check whether a line break or a colon is missing.',
    ],
    ['- id: 甲支部\n  category: 在职', `- id: 甲支部\n  ${'类别'.repeat(101)}: 在职`],
  ),
  number: problem<{ text: string }>(
    'yaml-number',
    [
      '数字写法有歧义',
      '不同工具会读成不同的数，电话和编号还会丢掉开头的 0。',
      ({ text }) => `“${text}”会被当成数字，而且不同工具读法不一`,
      ({ text }) => `如果是编号或电话，写成 "${text}"；如果是数，去掉开头的 0 或前缀。`,
    ],
    [
      'An ambiguous number',
      'Tools read different numbers, and telephone numbers and ids lose their leading zeros.',
      ({ text }) => `“${text}” counts as a number, and tools read different ones`,
      ({ text }) => `An id or a telephone number is written "${text}"; a number without leading zeros or prefix.`,
    ],
    ['- id: "0012"\n  category: 在职', '- id: 0012\n  category: 在职'],
  ),
  flowIndent: problem(
    'yaml-flow-indent',
    [
      '续行没有缩进',
      interoperable.zh,
      '方括号、花括号或引号里的内容换了行，续行没有缩进',
      '把续行往右缩进两格，或者写成一行。',
    ],
    [
      'A continued line without indentation',
      interoperable.en,
      'What stands in brackets or quotation marks goes on in the next line without indentation',
      'Indent the next line by two, or write it all on one line.',
    ],
    [
      '[{ id: 甲支部, category: 在职 },\n  { id: 乙支部, category: 在职 }]',
      '[{ id: 甲支部, category: 在职 },\n{ id: 乙支部, category: 在职 }]',
    ],
  ),
  blockHeader: problem(
    'yaml-block-header',
    [
      '“|”或“>”后面多了字',
      interoperable.zh,
      '“|”或“>”后面写了数字或“+”',
      '只写“|”或“>”，结尾不要换行时加“-”；下面的内容往右缩进两格。',
    ],
    [
      'Too much behind “|” or “>”',
      interoperable.en,
      'A digit or “+” stands behind “|” or “>”',
      'Write “|” or “>” alone, with “-” where no line break shall end it; indent the text below by two.',
    ],
    ['- id: 甲支部\n  category: 在职\n  note: |\n    一行。', '- id: 甲支部\n  category: 在职\n  note: |+\n    一行。'],
  ),
  comment: problem(
    'yaml-comment',
    [
      '注释隔开了内容',
      interoperable.zh,
      '这个内容和它前面的字段名或“-”之间隔着注释',
      '把注释移到上面，内容与字段名或“-”写在同一行。',
    ],
    [
      'A comment in between',
      interoperable.en,
      'A comment stands between this content and the field name or “-” before it',
      'Move the comment up, and write the content on the line of its field name or “-”.',
    ],
    ['- id: 甲支部\n  # 在册\n  category: 在职', '- id: 甲支部\n  category:\n  # 在册\n    在职'],
  ),
};
