import type { Figure } from '../../document/figure.js';
import { withInlines } from '../../document/inlines-of.js';
import type { Block, Inline, ReportDocument, Table } from '../../document/report-document.js';
import { withFigures } from '../collect-figures.js';
import type { ReportContext } from '../context.js';
import { isPersonUnit } from './persons.js';
import { publicContext } from './public-figures.js';

const IN_TENS = '【公开版】人数按十位取整；一次不足10人的不计入合计，合计前写“不少于”。公开文件写明的人数照印。';

/** The public version of a report, built from the public ledger and its figures. */
export function publicVersion(own: ReportContext, build: (context: ReportContext) => ReportDocument): ReportDocument {
  const open = publicContext(own);
  return published(build(open), open, own);
}

/**
 * A report that was built from the public ledger, without what is marked as internal and without what is behind the
 * figures, which names who is behind.
 */
export function published({ front, body, appendices }: ReportDocument, open: ReportContext, own: ReportContext) {
  const { mark: _, ...rest } = front;
  const document = withFigures(
    {
      front: rest,
      body: publicBlocks(body),
      appendices: appendices.map((appendix) => ({ ...appendix, body: publicBlocks(appendix.body) })),
    },
    open.figures,
  );
  const inTens = document.figures.some((figure) => isPersonUnit(figure.unit) && isChanged(figure, own));
  return inTens ? { ...document, front: { ...rest, notices: [...rest.notices, IN_TENS] } } : document;
}

/** Whether the office's own version has another value of the figure. */
function isChanged({ id, value, bound }: Figure, { figures }: ReportContext): boolean {
  const own = figures.byId(id);
  return own?.value !== value || own?.bound !== bound;
}

/** Without the paragraphs of which nothing is public. */
function publicBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.map(publicBlock).filter((block) => block.type !== 'paragraph' || block.content.length > 0);
}

function publicBlock(block: Block): Block {
  if (block.type === 'heading') return block.claim === undefined ? block : { ...block, claim: alone(block.claim) };
  return withInlines(block.type === 'table' ? publicTable(block) : block, publicInline);
}

function publicTable(table: Table): Table {
  const { columns, rows, total, notes } = table;
  const open = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => columns[index]?.internal !== true);
  return {
    ...table,
    columns: open(columns),
    rows: rows.map(open),
    ...(total === undefined ? {} : { total: open(total) }),
    notes: notes.filter((note) => note.some((inline) => !inline.internal)),
  };
}

function publicInline(inline: Inline): Inline | undefined {
  if (inline.internal || inline.type === 'coverage') return undefined;
  if (inline.type === 'figure' || inline.type === 'verdict') return { ...inline, figure: alone(inline.figure) };
  return inline.type === 'bar' ? { ...inline, done: alone(inline.done), target: alone(inline.target) } : inline;
}

/** A figure without what is behind it. */
function alone({ derivation: _, ...figure }: Figure): Figure {
  return { ...figure, inputs: [], records: () => [] };
}
