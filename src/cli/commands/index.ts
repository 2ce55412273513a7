import type { CommandSpec, OptionSpec } from './command.js';

const YEAR: readonly OptionSpec[] = [
  { flags: '--year <年>', text: '哪一年，默认今年' },
  { flags: '--as-of <日期>', text: '截至哪一天，默认今天或该年最后一天（取较早者）' },
];
const FORMAT: OptionSpec = { flags: '--format <格式>', text: 'text（默认）或 json' };

const TEXT_FORMAT: OptionSpec = { ...FORMAT, text: 'text（默认）、markdown 或 json' };

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
    options: [{ ...FORMAT, text: 'text（默认）或 json（JSON Schema）' }],
    examples: ['yueyi schema', 'yueyi schema activities', 'yueyi schema activities --format json'],
    load: () => import('./schema.js'),
  },
  {
    name: 'validate',
    args: '[路径...]',
    group: '登记和校验',
    summary: '校验台账：YAML 写法、字段、引用、合计、先后',
    options: [FORMAT],
    examples: ['yueyi validate', 'yueyi validate data/activities/2025-03.yaml', 'yueyi validate --format json'],
    load: () => import('./validate.js'),
  },
  {
    name: 'progress',
    group: '查看和上报',
    summary: '进展：目标、榜单、结对、行动、支部各一张表',
    options: [...YEAR, TEXT_FORMAT],
    examples: [
      'yueyi progress --year 2025',
      'yueyi progress --year 2025 --as-of 2025-06-30',
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
];
