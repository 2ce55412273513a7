import type { Figure } from './figure.js';
import type { Block, Cell, Inline } from './report-document.js';

/** Every typed piece of a block, in the order in which it is read. */
export function inlinesOf(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'heading':
      return [];
    case 'paragraph':
    case 'notice':
      return block.content;
    case 'table':
      return [...block.rows.flat(2), ...(block.total ?? []).flat(), ...block.notes.flat()];
    case 'chart':
      return [...block.categories.flat(), ...block.series.flatMap(({ figures }) => figures.map(asInline))];
    case 'cards':
      return block.cards.flatMap(({ label, figure, goal }) => [
        ...label,
        asInline(figure),
        ...(goal === undefined ? [] : [asInline(goal)]),
      ]);
  }
}

/** The figures the blocks print, in order, with repetitions. */
export function printedFigures(blocks: readonly Block[]): Figure[] {
  return blocks.flatMap((block) =>
    block.type === 'heading' ? (block.claim ?? []) : inlinesOf(block).flatMap(figuresIn),
  );
}

/** The figures that one typed piece prints: a number, how much of it is known, a judging word, or what a bar is drawn of. */
export function figuresIn(inline: Inline): readonly Figure[] {
  if (inline.type === 'figure' || inline.type === 'coverage' || inline.type === 'verdict') return [inline.figure];
  return inline.type === 'bar' ? [inline.done, inline.target] : [];
}

/** A block with every typed piece changed, or left out. A figure that is drawn has to stay a figure. */
export function withInlines(block: Block, change: (inline: Inline) => Inline | undefined): Block {
  const cell = (content: Cell): Cell => content.flatMap((inline) => change(inline) ?? []);
  const drawn = (figure: Figure): Figure => {
    const changed = change(asInline(figure));
    if (changed?.type !== 'figure') throw new TypeError(`what is drawn of ${figure.id} is no figure`);
    return changed.figure;
  };
  switch (block.type) {
    case 'heading':
      return block;
    case 'paragraph':
    case 'notice':
      return { ...block, content: cell(block.content) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map(cell)),
        ...(block.total === undefined ? {} : { total: block.total.map(cell) }),
        notes: block.notes.map(cell),
      };
    case 'chart':
      return {
        ...block,
        categories: block.categories.map(cell),
        series: block.series.map((series) => ({ ...series, figures: series.figures.map(drawn) })),
      };
    case 'cards':
      return {
        ...block,
        cards: block.cards.map((card) => ({
          ...card,
          label: cell(card.label),
          figure: drawn(card.figure),
          ...(card.goal === undefined ? {} : { goal: drawn(card.goal) }),
        })),
      };
  }
}

function asInline(figure: Figure): Inline {
  return { type: 'figure', figure };
}
