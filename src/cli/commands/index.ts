import type { CommandSpec, OptionSpec } from './command.js';

const YEAR: readonly OptionSpec[] = [
  { flags: '--year <年>', text: '哪一年，默认今年' },
  { flags: '--as-of <日期>', text: '截至哪一天，默认今天或该年最后一天（取较早者）' },
];
const FORMAT: OptionSpec = { flags: '--format <格式>', text: 'text（默认）或 json' };

const TEXT_FORMAT: OptionSpec = {
  ...FORMAT,
  text: 'text（默认）、markdown 或 json',
};
const IDS: OptionSpec = { flags: '--ids', text: '数字后标〔1〕，并列出统计编号，可用 explain 查看出处' };

const ALL: OptionSpec = { flags: '--all', text: '全部列出，不只前面的' };

/** What most commands take: accepted before the command as well. */
export const SHARED_OPTIONS: readonly OptionSpec[] = [...YEAR, FORMAT];

/** Every command, in the order the help lists them. A new one is a row here and a small file, loaded when it runs. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init',
    args: '<文件夹>',
    group: '登记和校验',
    summary: '新建一本台账',
    opensLedger: false,
    atRevision: false,
    options: [
      { flags: '--hospital <名称>', text: '医院全称，以后可在 data/ 里改（默认“本院”）' },
      { flags: '--issuer <名称>', text: '材料的落款单位（默认“中共…委员会”）' },
    ],
    examples: ['yueyi init 台账 --hospital 绍兴市中医院'],
    load: () => import('./init.js'),
  },
  {
    name: 'schema',
    args: '[类别]',
    group: '登记和校验',
    summary: '数据字典：有哪些类别，每类有哪些字段',
    atRevision: false,
    options: [
      { ...FORMAT, text: 'text（默认）或 json（JSON Schema）' },
      {
        flags: '--editor [方式]',
        text: '给编辑器写好字段说明：vscode（默认）或 modeline',
      },
    ],
    examples: [
      'yueyi schema',
      'yueyi schema activities',
      'yueyi schema activities --format json',
      'yueyi schema --editor',
    ],
    load: () => import('./schema.js'),
  },
  {
    name: 'validate',
    args: '[路径...]',
    group: '登记和校验',
    summary: '校验台账：YAML 写法、字段、引用、合计、先后',
    options: [
      { ...FORMAT, text: 'text（默认）、json、github、gitlab 或 sarif' },
      { flags: '--excused', text: '列出已说明理由的例外' },
      { flags: '--fix', text: '把只有一种改法的地方改好，并显示改动' },
      { flags: '--dry-run', text: '和 --fix 一起用：只显示改动，不写入' },
    ],
    examples: [
      'yueyi validate',
      'yueyi validate data/activities/2025-03.yaml',
      'yueyi validate --fix --dry-run',
      'yueyi validate --format json',
      'yueyi validate --format sarif -o 校验.sarif',
    ],
    load: () => import('./validate.js'),
  },
  {
    name: 'why',
    args: '[代码]',
    group: '登记和校验',
    summary: '校验规则的说明：为什么、对错样例、怎样放宽',
    opensLedger: false,
    options: [],
    examples: ['yueyi why', 'yueyi why missing-evidence', 'yueyi why facts-sum --lang en'],
    load: () => import('./why.js'),
  },
  {
    name: 'hook',
    args: '<动作>',
    completes: ['install', 'uninstall', 'run'],
    group: '登记和校验',
    summary: '提交前校验：在 git 里装上、取下，或校验一次',
    atRevision: false,
    options: [],
    examples: [
      'yueyi hook install     # 装上：以后每次 git commit 先校验要提交的内容',
      'yueyi hook run         # 校验一次 git add 过的内容',
      'yueyi hook uninstall   # 取下',
    ],
    load: () => import('./hook.js'),
  },
  {
    name: 'completion',
    args: '<外壳>',
    completes: ['bash', 'zsh', 'powershell'],
    group: '登记和校验',
    summary: '命令补全：按 Tab 补出命令、选项、类别和编号',
    opensLedger: false,
    atRevision: false,
    options: [],
    examples: [
      'eval "$(yueyi completion bash)"',
      'eval "$(yueyi completion zsh)"',
      'yueyi completion powershell | Out-String | Invoke-Expression',
    ],
    load: () => import('./completion.js'),
  },
  {
    name: 'progress',
    group: '查看和上报',
    summary: '进展：目标、榜单、结对、行动、支部各一张表；--by 看明细',
    options: [
      {
        flags: '--by <视图>',
        text: 'target、action、branch、partner、linkage、month、board 或 inspection 的明细',
      },
      ...YEAR,
      TEXT_FORMAT,
      IDS,
    ],
    examples: [
      'yueyi progress --year 2025',
      'yueyi progress --year 2025 --as-of 2025-06-30',
      'yueyi progress --year 2025 --by linkage',
      'yueyi progress --format json -o 进展.json',
    ],
    load: () => import('./progress.js'),
  },
  {
    name: 'report',
    group: '查看和上报',
    summary: '年度党建工作总结，按当年提纲成文',
    options: [
      ...YEAR,
      { flags: '--program <项目>', text: '只出一个项目的工作总结' },
      { flags: '--branch <支部>', text: '只出一个支部的成绩、问题、整改清单' },
      { flags: '--pairing <结对>', text: '只出一对结对的考核评估' },
      { flags: '--internal', text: '附上问题涉及的单位和事项，仅供内部' },
      { flags: '--public', text: '公开版：不含领导、书记、排名、整改细节，人数过少的不印' },
      TEXT_FORMAT,
      IDS,
    ],
    examples: [
      'yueyi report --year 2025',
      'yueyi report --year 2021 -o 总结.txt',
      'yueyi report --year 2025 --program 越医有爱',
      'yueyi report --year 2025 --pairing 东湖 --format markdown',
      'yueyi report --year 2025 --format json',
    ],
    load: () => import('./report.js'),
  },
  {
    name: 'todo',
    group: '查看和上报',
    summary: '待办：待确认、待签章、到期任务、未督查、空白节气',
    options: [...YEAR, { flags: '--branch <支部>', text: '只看一个支部的，并附催报文字' }, FORMAT],
    examples: [
      'yueyi todo',
      'yueyi todo --year 2025 --as-of 2025-07-07',
      'yueyi todo --branch 内科第二党支部',
      'yueyi todo --format json -o 待办.json',
    ],
    load: () => import('./todo.js'),
  },
  {
    name: 'list',
    args: '[类别]',
    group: '查看和上报',
    summary: '台账：一类记录的清单，可筛选、排序、选列',
    options: [
      {
        flags: '--where <条件...>',
        text: '字段=值 或 字段!=值，可写几个；一个字段的几个值用 | 隔开；可跟一层引用，如 榜单.类型',
      },
      { flags: '--from <日期>', text: '从哪一天、哪一月或哪一年起' },
      { flags: '--until <日期>', text: '到哪一天、哪一月或哪一年止' },
      { flags: '--year <年>', text: '只列哪一年的' },
      { flags: '--as-of <日期>', text: '状态看哪一天的，默认今天或该年最后一天（取较早者）' },
      { flags: '--columns <字段>', text: '列出哪些字段，用逗号隔开；默认放得下的，csv 为全部' },
      { flags: '--sort <字段>', text: '按哪个字段排序，前面加 - 倒序；默认台账的顺序' },
      { flags: '--format <格式>', text: 'table（默认）、csv 或 json' },
    ],
    examples: [
      'yueyi list activities --where 类型=义诊 状态=待确认 --year 2025',
      'yueyi list 任务 --where 榜单.类型=一书记一项目 --columns 支部,任务,状态',
      'yueyi list activities --sort -受益群众',
      'yueyi list 结对 --format csv -o 结对.csv',
    ],
    load: () => import('./list.js'),
  },
  {
    name: 'show',
    args: '<编号或名称>',
    group: '查看和上报',
    summary: '查阅：一条记录的内容、状态、引用关系和位置',
    options: [
      { flags: '--kind <类别>', text: '只在这一类里找' },
      { ...ALL, text: '引用它的记录全部列出，不只前十条' },
      { flags: '--year <年>', text: '有关的数字只算哪一年的，默认不分年' },
      { flags: '--as-of <日期>', text: '状态看哪一天的，默认今天' },
      FORMAT,
    ],
    examples: ['yueyi show 东湖', 'yueyi show 骨科第二党支部 --year 2025', 'yueyi show 春季义诊 --kind 活动'],
    load: () => import('./show.js'),
  },
  {
    name: 'explain',
    args: '<统计编号>',
    group: '查看和上报',
    summary: '数据出处：一个数是怎么来的，数到了哪些记录',
    options: [...YEAR, FORMAT, ALL],
    examples: [
      'yueyi explain activities@year=2025,pairing=东湖',
      'yueyi explain percent@target=2025-义诊 --as-of 2025-06-30',
      'yueyi explain 2021-医德考评 --format json',
    ],
    load: () => import('./explain.js'),
  },
  {
    name: 'why-changed',
    group: '查看和上报',
    summary: '变更说明：两个日期或两个版本之间，哪些数字变了，为什么',
    options: [
      {
        flags: '--since <日期或版本>',
        text: '从哪一天（年-月-日）或 git 的哪个版本比起，必填',
      },
      ...YEAR,
      FORMAT,
    ],
    examples: [
      'yueyi why-changed --since 2025-09-30 --as-of 2025-10-31',
      'yueyi why-changed --since HEAD~3 --year 2025',
      'yueyi why-changed --since 定稿-2025 --rev main --format json',
    ],
    load: () => import('./why-changed.js'),
  },
];
