import type { Problem } from '../diagnostics/diagnostic.js';

const problem = <A = object>(
  code: string,
  title: string,
  why: string,
  message: (args: A) => string,
  fix: (args: A) => string,
): Problem<A> => ({ code, severity: 'error', title, why, message, fix });

const interoperable = '台账只用各种 YAML 工具都理解一致的简单写法，换一个工具打开也不会读出别的意思。';

/** What can be wrong with a file before its records are looked at. */
export const sourceProblems = {
  encoding: problem<object>(
    'file-encoding',
    '文件不是 UTF-8 编码',
    '别的编码会把汉字读成乱码。',
    () => '文件不是 UTF-8 编码，无法读取',
    () => '请用编辑器“另存为”，编码选 UTF-8。',
  ),
  empty: {
    ...problem(
      'file-empty',
      '文件里没有内容',
      '空文件多半是保存失败或误删。',
      () => '文件里没有任何记录',
      () => '补上记录，或者删除这个文件。',
    ),
    severity: 'warning' as const,
  },
  unreadable: problem<{ reason: string }>(
    'file-unreadable',
    '文件无法读取',
    '读不到的文件，里面的记录就不会计入。',
    ({ reason }) => `文件无法读取：${reason}`,
    () => '请检查文件权限，或从 git 恢复这个文件。',
  ),
  syntax: problem<{ reason: string }>(
    'yaml-syntax',
    'YAML 写法有误',
    '这里读不下去，后面的内容也无法判断。',
    ({ reason }) => reason,
    () => '对照上下行的缩进和标点修改；冒号后面要有空格，标点用半角。',
  ),
  duplicateKey: problem<{ key: string }>(
    'yaml-duplicate-key',
    '同一条记录里字段重复',
    '两处写法不知道以哪处为准。',
    ({ key }) => `字段“${key}”写了两次`,
    () => '保留正确的一处，删去另一处；如果是两条记录，第二条前面要加“- ”。',
  ),
  depth: problem<object>(
    'yaml-depth',
    '嵌套过深',
    '台账的记录不需要这么多层，多半是缩进出了错。',
    () => '嵌套超过 50 层',
    () => '检查缩进。',
  ),
  documents: problem<object>(
    'yaml-documents',
    '一个文件里有几份文档',
    interoperable,
    () => '文件里用“---”或“...”分出了几份文档',
    () => '删去单独成行的“---”和“...”，或者分成几个文件。',
  ),
  directive: problem<object>(
    'yaml-directive',
    '使用了 % 指令',
    interoperable,
    () => '文件开头用了 % 指令',
    () => '删去以 % 开头的行。',
  ),
  tag: problem<{ text: string }>(
    'yaml-tag',
    '使用了标签',
    interoperable,
    ({ text }) => `用了标签“${text}”`,
    () => '删去标签；想写成文字的内容放在引号里。',
  ),
  anchor: problem<{ text: string }>(
    'yaml-anchor',
    '使用了锚点或别名',
    interoperable,
    ({ text }) => `用了“${text}”`,
    () => '把内容照写一遍；以 & 或 * 开头的文字要放在引号里。',
  ),
  complexKey: problem<object>(
    'yaml-complex-key',
    '字段名不是一个词',
    interoperable,
    () => '字段名应是一个词，这里却是一组内容、空值，或者带有“?”',
    () => '写成“字段名: 内容”的样子。',
  ),
  emptyKey: problem<object>(
    'yaml-empty-key',
    '缺少字段名',
    interoperable,
    () => '冒号前面没有字段名',
    () => '补上字段名，或删去这一行。',
  ),
  mergeKey: problem<object>(
    'yaml-merge-key',
    '使用了 <<',
    interoperable,
    () => '用了合并写法“<<”',
    () => '把要合并的字段照写一遍。',
  ),
  longKey: problem<object>(
    'yaml-long-key',
    '字段名过长',
    interoperable,
    () => '字段名超过 200 个字',
    () => '检查是否漏了换行或冒号。',
  ),
  number: problem<{ text: string }>(
    'yaml-number',
    '数字写法有歧义',
    '不同工具会读成不同的数，电话和编号还会丢掉开头的 0。',
    ({ text }) => `“${text}”会被当成数字，而且不同工具读法不一`,
    ({ text }) => `如果是编号或电话，写成 "${text}"；如果是数，去掉开头的 0 或前缀。`,
  ),
  control: problem<{ codePoint: string }>(
    'control-character',
    '有看不见的控制字符',
    '看不见的字符会让名称对不上，也可能扰乱屏幕显示。',
    ({ codePoint }) => `这里有一个看不见的控制字符（${codePoint}）`,
    () => '删去它；常见于从网页或 Word 粘贴来的内容。',
  ),
  lineEnd: problem<object>(
    'line-end',
    '换行符不规范',
    '不同工具对行数的理解会不一致。',
    () => '这里有一个单独的回车符',
    () => '用编辑器把换行符统一成 LF。',
  ),
  flowIndent: problem<object>(
    'yaml-flow-indent',
    '续行没有缩进',
    interoperable,
    () => '方括号、花括号或引号里的内容换了行，续行没有缩进',
    () => '把续行往右缩进两格，或者写成一行。',
  ),
  blockHeader: problem<object>(
    'yaml-block-header',
    '“|”或“>”后面多了字',
    interoperable,
    () => '“|”或“>”后面写了数字或“+”',
    () => '只写“|”或“>”，结尾不要换行时加“-”；下面的内容往右缩进两格。',
  ),
  comment: problem<object>(
    'yaml-comment',
    '注释隔开了内容',
    interoperable,
    () => '这个内容和它前面的字段名或“-”之间隔着注释',
    () => '把注释移到上面，内容与字段名或“-”写在同一行。',
  ),
};
