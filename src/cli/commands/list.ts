import { formatsFrom } from '../../render/formats.js';
import { KINDS, type Kind, kindTitle } from '../../schema/kinds.js';
import { CannotRun, EXIT } from '../errors.js';
import { PERIOD } from '../options.js';
import { KIND_CHOICES, parseKind } from '../parse-kind.js';
import { present } from '../present.js';
import type { ReportOptions } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

interface Options extends ReportOptions {
  readonly where?: readonly string[];
  readonly from?: string;
  readonly until?: string;
  readonly columns?: string;
  readonly sort?: string;
}

export const list: CommandSpec<Options> = {
  name: 'list',
  chinese: '台账',
  also: ['清单'],
  argument: { flags: '[类别]', choices: () => KIND_CHOICES },
  group: '查看和上报',
  summary: '一类记录的清单，可筛选、排序、选列',
  formats: () => formatsFrom('document', 'table', 'workbook', 'contract'),
  options: [
    {
      flags: '--where <条件...>',
      text: '字段=值 或 字段!=值，可写几个；一个字段的几个值用 | 隔开；可跟一层引用，如 榜单.类型',
    },
    { flags: '--from <日期>', text: '从哪一天、哪一月或哪一年起' },
    { flags: '--until <日期>', text: '到哪一天、哪一月或哪一年止' },
    { flags: '--year <年>', text: '只列哪一年的' },
    PERIOD,
    { flags: '--as-of <日期>', text: '状态看哪一天的，默认今天或该年最后一天（取较早者）' },
    { flags: '--columns <字段>', text: '列出哪些字段，用逗号隔开；默认放得下的，csv、xlsx 为全部' },
    { flags: '--sort <字段>', text: '按哪个字段排序，前面加 - 倒序；默认台账的顺序' },
  ],
  examples: [
    'yueyi list activities --where 类型=义诊 状态=待确认 --year 2025',
    'yueyi 台账 任务 --where 榜单.类型=一书记一项目 --columns 支部,任务,状态',
    'yueyi list activities --sort -受益群众',
    'yueyi list 结对 -o 结对.csv',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { options } = run;
  const { kind, where } = parseArguments(run);
  const [{ openRegistry }, { withUsageErrors }] = await Promise.all([
    import('../open-registry.js'),
    import('../lookup.js'),
  ]);
  const registry = await openRegistry(run);
  if (!registry) return EXIT.no;
  const { context, placeOf } = registry;
  const { selectRecords } = await import('../../reports/registry/list-query.js');
  const { columnsNamed, simpleFields, usualColumns } = await import('../../reports/registry/columns.js');
  const { listTable } = await import('../../reports/registry/list-document.js');
  const { from, until, sort } = options;
  const period = (options.year ?? options.period) === undefined ? undefined : context.period;
  const entries = withUsageErrors(() => selectRecords(context, { kind, where, from, until, period, sort }));
  const named = options.columns === undefined ? [] : withUsageErrors(() => columnsNamed(kind, options.columns ?? ''));
  const spreadsheet = () => {
    const columns = named.length > 0 ? named : simpleFields(kind);
    return listTable(context, kind, entries, columns, 'spreadsheet');
  };
  run.timing.mark('统计');
  await present(run, {
    document: () => {
      const columns = named.length > 0 ? named : usualColumns(context, kind, entries);
      return { body: [listTable(context, kind, entries, columns, 'screen')] };
    },
    table: spreadsheet,
    workbook: () => ({ body: [spreadsheet()] }),
    contract: async () => {
      const { listContract } = await import('../../reports/registry/list-contract.js');
      return listContract(context, kind, entries, placeOf);
    },
  });
  return EXIT.fine;
}

/** The kind and the conditions: `--where` takes all words after it, the kind among them if it is last. */
function parseArguments({ args, options }: Run<Options>): { kind: Kind; where: readonly string[] } {
  const words = options.where ?? [];
  const [typed] = args;
  if (typed !== undefined) return { kind: parseKind(typed), where: words };
  const last = words.at(-1);
  if (last !== undefined && !/[=＝]/.test(last)) return { kind: parseKind(last), where: words.slice(0, -1) };
  throw new CannotRun('没有写要列出哪一类记录', `可用的类别：${KINDS.map(kindTitle).join('、')}。`);
}
