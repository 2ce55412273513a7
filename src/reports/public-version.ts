import type { Figure } from '../document/figure.js';
import { withInlines } from '../document/inlines-of.js';
import type { Block, Inline, ReportDocument } from '../document/report-document.js';
import { printedFigures } from './collect-figures.js';
import type { ReportContext } from './context.js';
import { hiddenFigures } from './hidden-figures.js';
import { text } from './inlines.js';

/**
 * A document for the public. Few persons are printed as 不超过3名, with the policy's own figure behind it; what would
 * let a reader compute them is 不公布. Neither the value nor its records are left anywhere in the document; of the other
 * figures it has what is printed, and not the records and cells behind it, which name who is behind. Leaders,
 * secretaries, rankings and rectification details are never put into it: the views look at the audience.
 */
export function publicVersion(document: ReportDocument, context: ReportContext): ReportDocument {
  const hidden = hiddenFigures(document.figures, context);
  const limit = context.figures.policy('suppressUpTo');
  const cover = (inline: Inline): Inline => {
    if (inline.type === 'bar') return hidden.has(inline.done.id) ? text('') : inline;
    if (inline.type === 'verdict') return hidden.has(inline.figure.id) ? text(inline.figure.word ?? '') : inline;
    if (inline.type !== 'figure') return inline;
    const why = hidden.get(inline.figure.id);
    if (why === undefined) return inline;
    if (why === 'computable') return text('不公布');
    const { unit, sample } = inline.figure;
    return { ...inline, figure: { ...limit, unit, sample, bound: '不超过' } };
  };
  const body = document.body.map((block) => withInlines(block, cover));
  const appendices = document.appendices.map((appendix) => ({
    ...appendix,
    body: appendix.body.map((block) => withInlines(block, cover)),
  }));
  const blocks = [...body, ...appendices.flatMap((appendix) => appendix.body)];
  return { ...document, body, appendices, figures: listed(blocks, limit) };
}

/**
 * Each printed figure once, without what must be hidden; a policy, printed with the unit of its sentence, as itself.
 */
function listed(blocks: readonly Block[], limit: Figure): Figure[] {
  const found = new Map(printedFigures(blocks).map((figure) => [figure.id, figure.id === limit.id ? limit : figure]));
  return Array.from(found.values(), ({ derivation: _, ...figure }) => ({ ...figure, inputs: [], records: () => [] }));
}
