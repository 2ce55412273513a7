import type { Block, ReportDocument } from '../document/report-document.js';
import { withFigures } from './collect-figures.js';
import type { ReportContext } from './context.js';
import { frontOf } from './front.js';
import { publicVersion } from './public-version.js';

/** Completes a report: its front, its figures, and the redaction for the public. */
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
