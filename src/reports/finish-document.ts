import type { Block, ReportDocument } from '../document/report-document.js';
import { withFigures } from './collect-figures.js';
import type { ReportContext } from './context.js';
import { frontOf } from './front.js';
import { publicVersion } from './public-version.js';

/** Puts a report together: its front, its figures, and for the public without what must not be told. */
export function finishDocument(
  context: ReportContext,
  title: string,
  body: readonly Block[],
  appendices: ReportDocument['appendices'] = [],
  notices: readonly string[] = [],
): ReportDocument {
  const document = withFigures({ front: frontOf(context, title, { notices }), body, appendices }, context.figures);
  return context.audience === 'public' ? publicVersion(document, context) : document;
}
