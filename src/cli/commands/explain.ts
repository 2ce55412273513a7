import { type Dimensions, parseFigureId } from '../../figures/figure-id.js';
import { knowsFigure } from '../../figures/known-figures.js';
import type { Ledger } from '../../ledger/ledger.js';
import { yearOf } from '../../text/calendar-date.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { openRegistry } from '../open-registry.js';
import type { ReportOptions } from '../report-options.js';
import type { Run } from './command.js';

interface Options extends ReportOptions {
  readonly all?: boolean;
}

/** Runs `yueyi explain` and returns the exit code. */
export async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  checkFormat(options.format, ['text', 'json']);
  const [typed = ''] = args;
  // As `--ids` and narratives write it, brackets and all.
  const id = typed.trim().replace(/^\{(.*)\}$/, '$1');
  const registry = await openRegistry(run, ({ ledger }) => yearIn(ledger, id));
  if (!registry) return EXIT.no;
  const { context, placeOf } = registry;
  const figure = knowsFigure(context.ledger, id) ? context.figures.byId(id) : undefined;
  if (!figure) {
    const { figureFault } = await import('../../reports/registry/figure-fault.js');
    const { message, way } = figureFault(context.ledger, id);
    throw new CannotRun(message, way);
  }
  const { explain } = await import('../../reports/registry/explanation.js');
  const explained = explain(context, figure, placeOf);
  run.timing.mark('统计');
  if (options.format === 'json') {
    const { explainContract } = await import('../../reports/registry/explain-contract.js');
    const { contentText, UNICODE_MARKS } = await import('../../render/inlines.js');
    const product = explainContract(context, explained, (content) => contentText(content, UNICODE_MARKS));
    deliver(run, `${JSON.stringify(product, null, 2)}\n`);
    return EXIT.fine;
  }
  const { buildExplanation } = await import('../../reports/registry/explain-document.js');
  const { renderBlocks } = await import('../../render/terminal.js');
  deliver(run, renderBlocks(buildExplanation(explained, options.all ?? false), productLook(run)));
  return EXIT.fine;
}

/** The year an id is about: its own year or month, its target's last year, a fact's. */
function yearIn(ledger: Ledger, id: string): number | undefined {
  const fact = ledger.get('facts', id);
  if (fact) return fact.value.year;
  const { year, month, target }: Dimensions = parseFigureId(id)?.dimensions ?? {};
  const named = month ?? year ?? ledger.get('targets', target)?.value.until;
  return named === undefined ? undefined : yearOf(named);
}
