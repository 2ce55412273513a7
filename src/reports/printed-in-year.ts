import type { Figure } from '../document/figure.js';
import { printedFigures } from '../document/inlines-of.js';
import { buildAnnual } from './annual/annual-document.js';
import type { ReportContext } from './context.js';
import { progressPage, reportPage } from './page.js';

/** Every figure that the year's summary and its progress, in every view, print; in the order of print. */
export function printedInYear(context: ReportContext): readonly Figure[] {
  const documents = [reportPage(context, buildAnnual(context)), progressPage(context)];
  const blocks = documents.flatMap(({ body, appendices }) => [...body, ...appendices.flatMap((each) => each.body)]);
  return [...new Map(printedFigures(blocks).map((figure) => [figure.id, figure])).values()];
}
