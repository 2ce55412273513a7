import type { Figure } from '../document/figure.js';
import type { Block, Inline } from '../document/report-document.js';
import type { Figures } from '../figures/figures.js';

/** Every figure the blocks print and every figure those are made of, each once, in order of first use. */
export function collectFigures(blocks: readonly Block[], figures: Figures): Figure[] {
  const found = new Map<string, Figure>();
  const add = (figure: Figure): void => {
    if (found.has(figure.id)) return;
    found.set(figure.id, figure);
    for (const id of figure.inputs) {
      const input = figures.byId(id);
      if (input) add(input);
    }
  };
  for (const inline of blocks.flatMap(inlinesOf)) {
    if (inline.type === 'figure') add(inline.figure);
    if (inline.type === 'bar') for (const figure of [inline.done, inline.target]) add(figure);
  }
  return [...found.values()];
}

function inlinesOf(block: Block): readonly Inline[] {
  if (block.type === 'heading') return [];
  if (block.type !== 'table') return block.content;
  return [...block.rows.flat(2), ...(block.total ?? []).flat(), ...block.notes.flat()];
}
