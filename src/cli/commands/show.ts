import { findRecords } from '../../ledger/find-records.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { KINDS, type Kind } from '../../schema/kinds.js';
import { escapeControls } from '../../text/escape.js';
import { nearest } from '../../text/nearest.js';
import { wrap } from '../../text/wrap.js';
import { checkFormat } from '../check-format.js';
import { lookOf, productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { kindNamed } from '../kind-named.js';
import { openRegistry, type Registry } from '../open-registry.js';
import type { ReportOptions } from '../report-options.js';
import type { Run } from './command.js';

interface Options extends ReportOptions {
  readonly kind?: string;
  readonly all?: boolean;
}

/** Runs `yueyi show` and returns the exit code: 1 where no record, or more than one, is meant. */
export async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  checkFormat(options.format, ['text', 'json']);
  const [typed = ''] = args;
  const word = typed.trim();
  if (word === '') throw new CannotRun('没有写要查哪一条记录', '写编号，或名称的一部分，例如 yueyi show 东湖。');
  const kinds = options.kind === undefined ? KINDS : [kindNamed(options.kind)];
  const registry = await openRegistry(run);
  if (!registry) return EXIT.no;
  const entries = meant(registry.context.ledger, word, kinds);
  run.timing.mark('统计');
  if (options.format === 'json') await deliverJson(run, registry, word, entries);
  else await deliverText(run, registry, entries);
  if (entries.length === 0) sayNothingFound(run, registry.context.ledger, word, kinds);
  return entries.length === 1 ? EXIT.fine : EXIT.no;
}

/** The records a word may mean; where none is called so, those that hold an item of that name (an action of a program). */
function meant(ledger: Ledger, word: string, kinds: readonly Kind[]): readonly Entry[] {
  const found = findRecords(ledger, word, kinds);
  if (found.length > 0) return found;
  const lists = ['actions', 'linkages', 'strategies', 'mechanisms', 'sections'];
  const holders = kinds.flatMap((kind) => lists.flatMap((list) => ledger.holding(kind, list, word)));
  return [...new Set(holders)].filter(({ valid }) => valid);
}

async function deliverJson(run: Run<Options>, { context, placeOf }: Registry, word: string, entries: readonly Entry[]) {
  const { showContract } = await import('../../reports/registry/show-contract.js');
  const product = showContract(context, word, entries, placeOf, yearAsked(run, context.year));
  deliver(run, `${JSON.stringify(product, null, 2)}\n`);
}

async function deliverText(run: Run<Options>, { context, placeOf }: Registry, entries: readonly Entry[]) {
  const [only, ...more] = entries;
  if (only === undefined) return;
  const { buildRecord, candidatesTable } = await import('../../reports/registry/show-document.js');
  const { renderBlocks } = await import('../../render/terminal.js');
  const show = { all: run.options.all ?? false, year: yearAsked(run, context.year) };
  const blocks = more.length > 0 ? [candidatesTable(entries, placeOf)] : buildRecord(context, only, placeOf, show);
  deliver(run, renderBlocks(blocks, productLook(run)));
}

/** Figures of one year only where it was asked for. */
function yearAsked({ options }: Run<Options>, year: number): number | undefined {
  return options.year === undefined ? undefined : year;
}

function sayNothingFound({ world, options }: Run<Options>, ledger: Ledger, word: string, kinds: readonly Kind[]): void {
  const names = kinds
    .flatMap((kind) => ledger.all(kind))
    .flatMap(({ id, value }) => {
      const { name, title, label } = value as { name?: string; title?: string; label?: string };
      return [id, name, title, label].filter((each) => each !== undefined);
    });
  const near = nearest(word, names, 5);
  const way = near.length > 0 ? `是不是 ${near.join('、')}？` : '换一个词，或用 yueyi list 加类别查看有哪些。';
  const { width } = lookOf(world.stderr, world, options);
  for (const line of [`没有找到“${word}”。`, way]) {
    world.stderr.write(`${wrap(escapeControls(line), width).join('\n')}\n`);
  }
}
