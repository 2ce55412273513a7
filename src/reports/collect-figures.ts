import type { Figure } from '../document/figure.js';
import { printedFigures } from '../document/inlines-of.js';
import type { Block, ReportDocument } from '../document/report-document.js';
import type { Figures } from '../figures/figures.js';
import { KINDS, kindTitle } from '../schema/kinds.js';

const KIND_NAMES = Object.fromEntries(KINDS.map((kind) => [kind, kindTitle(kind)]));

/** A document with its figures, which are collected on demand: most formats print only the blocks. */
export function withFigures(document: Omit<ReportDocument, 'figures' | 'kindNames'>, figures: Figures): ReportDocument {
  const { body, appendices } = document;
  let found: readonly Figure[] | undefined;
  return {
    ...document,
    kindNames: KIND_NAMES,
    get figures() {
      found ??= collectFigures([...body, ...appendices.flatMap((appendix) => appendix.body)], figures);
      return found;
    },
  };
}

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
  for (const figure of printedFigures(blocks)) add(figure);
  return [...found.values()];
}
