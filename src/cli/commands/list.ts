import { KINDS, type Kind, kindTitle } from '../../schema/kinds.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { kindNamed } from '../kind-named.js';
import { asUsage } from '../lookup.js';
import { openRegistry } from '../open-registry.js';
import type { ReportOptions } from '../report-options.js';
import type { Run } from './command.js';

interface Options extends ReportOptions {
  readonly where?: readonly string[];
  readonly from?: string;
  readonly until?: string;
  readonly columns?: string;
  readonly sort?: string;
}

/** Runs `yueyi list` and returns the exit code. */
export async function run(run: Run<Options>): Promise<number> {
  const { options } = run;
  checkFormat(options.format, ['table', 'text', 'csv', 'json']);
  const { kind, where } = asked(run);
  const registry = await openRegistry(run);
  if (!registry) return EXIT.no;
  const { context, placeOf } = registry;
  const { selectRecords } = await import('../../reports/registry/list-query.js');
  const { columnsNamed, simpleFields, usualColumns } = await import('../../reports/registry/columns.js');
  const { listTable } = await import('../../reports/registry/list-document.js');
  const { from, until, sort, format } = options;
  const year = options.year === undefined ? undefined : context.year;
  const entries = asUsage(() => selectRecords(context, { kind, where, from, until, year, sort }));
  const named = options.columns === undefined ? [] : asUsage(() => columnsNamed(kind, options.columns ?? ''));
  run.timing.mark('统计');
  if (format === 'json') {
    const { listContract } = await import('../../reports/registry/list-contract.js');
    deliver(run, `${JSON.stringify(listContract(context, kind, entries, placeOf), null, 2)}\n`);
  } else if (format === 'csv') {
    const { renderCsv } = await import('../../render/csv.js');
    const columns = named.length > 0 ? named : simpleFields(kind);
    deliver(run, renderCsv(listTable(context, kind, entries, columns, 'spreadsheet')));
  } else {
    const { renderBlocks } = await import('../../render/terminal.js');
    const columns = named.length > 0 ? named : usualColumns(context, kind, entries);
    deliver(run, renderBlocks([listTable(context, kind, entries, columns, 'screen')], productLook(run)));
  }
  return EXIT.fine;
}

/** The kind and the conditions: `--where` takes all words behind it, the kind among them where it is written last. */
function asked({ args, options }: Run<Options>): { kind: Kind; where: readonly string[] } {
  const words = options.where ?? [];
  const [typed] = args;
  if (typed !== undefined) return { kind: kindNamed(typed), where: words };
  const last = words.at(-1);
  if (last !== undefined && !/[=＝]/.test(last)) return { kind: kindNamed(last), where: words.slice(0, -1) };
  throw new CannotRun('没有写要列出哪一类记录', `可用的类别：${KINDS.map(kindTitle).join('、')}。`);
}
