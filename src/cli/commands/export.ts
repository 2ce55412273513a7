import { formatsFrom, type Product, productFormat } from '../../render/formats.js';
import { KINDS, type Kind, kindTitle } from '../../schema/kinds.js';
import { CannotRun, EXIT } from '../errors.js';
import { KIND_CHOICES, parseKind } from '../parse-kind.js';
import { present } from '../present.js';
import type { NamedProduct } from '../present-each.js';
import type { ReportOptions } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

interface Options extends Pick<ReportOptions, 'asOf'> {
  readonly kind?: string;
  readonly template?: string;
}

export const exportRecords: CommandSpec<Options> = {
  name: 'export',
  chinese: '导出',
  group: '查看和上报',
  summary: '把记录导出成电子表格或数据文件',
  formats: () => formatsFrom('table', 'workbook', 'records'),
  options: [
    {
      flags: '--kind <类别>',
      text: '只导出哪一类，默认全部：xlsx 一类一张表，别的格式一类一个文件',
      choices: () => KIND_CHOICES,
    },
    {
      flags: '--template <类别>',
      text: '出一张空表给支部填，填好用 yueyi import 读回来',
      choices: () => KIND_CHOICES,
    },
    { flags: '--as-of <日期>', text: '状态看哪一天的，默认今天' },
  ],
  examples: [
    'yueyi export -o 台账.xlsx',
    'yueyi export --kind 活动 -o 活动.csv',
    'yueyi export --format parquet -o 导出/',
    'yueyi export --template 活动 -o 活动填报.xlsx',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { options } = run;
  if (options.template !== undefined) return exportTemplate(run, options.template);
  const kind = options.kind === undefined ? undefined : parseKind(options.kind);
  const { namesFolder, presentEach } = await import('../present-each.js');
  const { from } = productFormat(options.format);
  const isEach = namesFolder(run) || (kind === undefined && from !== 'workbook');
  if (isEach && options.output === undefined) throw nowhere();
  const { openRegistry } = await import('../open-registry.js');
  const registry = await openRegistry(run);
  if (!registry) return EXIT.no;
  const { context } = registry;
  const [{ recordTables }, { recordSet }] = await Promise.all([
    import('../../exchange/record-tables.js'),
    import('../../exchange/record-set.js'),
  ]);
  const kinds = kind === undefined ? KINDS : [kind];
  const entriesOf = (each: Kind) => context.ledger.all(each);
  const tablesOf = (each: Kind) => recordTables(context, each, entriesOf(each));
  run.timing.mark('统计');
  if (!isEach) {
    const filled = kinds.filter((each) => kind !== undefined || entriesOf(each).length > 0);
    await present(run, {
      ...(kind === undefined ? {} : { table: () => tablesOf(kind)[0] ?? null, records: () => recordsOf(kind) }),
      workbook: () => ({ body: filled.flatMap(tablesOf) }),
    });
    return EXIT.fine;
  }
  await presentEach(run, kinds.flatMap(productsOf));
  return EXIT.fine;

  function recordsOf(each: Kind) {
    return recordSet(context, each, entriesOf(each));
  }

  /** The files of a kind: its tables by their Chinese titles, or its records by the name of its folder. */
  function productsOf(each: Kind): NamedProduct[] {
    const named = (id: string, product: Product): NamedProduct => ({ id, product });
    if (from === 'records') return [named(each, { records: () => recordsOf(each) })];
    if (entriesOf(each).length === 0) return [];
    const tables = tablesOf(each);
    if (from === 'workbook') return [named(kindTitle(each), { workbook: () => ({ body: tables }) })];
    return tables.map((table) => named(table.title, { table: () => table }));
  }
}

/** An empty sheet to be filled in. */
async function exportTemplate(run: Run<Options>, typed: string): Promise<number> {
  const kind = parseKind(typed);
  if (run.options.kind !== undefined)
    throw new CannotRun('--template 和 --kind 不能一起用', '空表只写 --template 类别。');
  if (productFormat(run.options.format).from === 'records')
    throw new CannotRun('空表只能是 xlsx 或 csv', '写 -o 活动填报.xlsx。');
  const { openRegistry } = await import('../open-registry.js');
  const registry = await openRegistry(run);
  if (!registry) return EXIT.no;
  const { templateTables } = await import('../../exchange/sheet-template.js');
  const [sheet, explained] = templateTables(registry.context.ledger, kind);
  await present(run, { table: () => sheet, workbook: () => ({ body: [sheet, explained] }) });
  return EXIT.fine;
}

function nowhere(): CannotRun {
  return new CannotRun(
    '没有写导出到哪里',
    '全部放进一个工作簿：-o 台账.xlsx；一类一个文件：--format csv（或 ndjson、parquet）-o 文件夹/；只要一类：--kind 活动。',
  );
}
