import type { Block, ReportDocument } from '../document/report-document.js';
import { withFigures } from './collect-figures.js';
import type { ReportContext } from './context.js';
import { buildProgress } from './progress/progress-document.js';
import { VIEW_NAMES, type ViewName } from './progress/view-names.js';
import { VIEWS } from './progress/views.js';

/** The views that a year's summary does not print and its reader on a screen asks for. */
const BESIDE_REPORT: readonly ViewName[] = ['linkage', 'board'];

/**
 * The year's summary for a screen, where length costs nothing: the matrix of pairings and linkages and the boards stand
 * behind it. A public version gets nothing beside what it prints.
 */
export function reportPage(context: ReportContext, document: ReportDocument): ReportDocument {
  if (context.audience === 'public') return document;
  const more = BESIDE_REPORT.map((view) => ({ title: VIEW_NAMES[view], body: VIEWS[view](context) }));
  return withFigures({ ...document, appendices: [...document.appendices, ...more] }, context.figures);
}

/** Progress for a screen: the overview, then every view in full. */
export function progressPage(context: ReportContext): ReportDocument {
  const { front, body } = buildProgress(context);
  const views = (Object.keys(VIEW_NAMES) as ViewName[]).flatMap((view): readonly Block[] => [
    { type: 'heading', id: view, level: 1, number: '', title: `按${VIEW_NAMES[view]}` },
    ...VIEWS[view](context),
  ]);
  return withFigures({ front, body: [...body, ...views], appendices: [] }, context.figures);
}
