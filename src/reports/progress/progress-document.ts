import type { ReportDocument } from '../../document/report-document.js';
import { leadingCards } from '../charts.js';
import { withFigures } from '../collect-figures.js';
import { hospitalName, type ReportContext } from '../context.js';
import { frontOf } from '../front.js';
import { undeclaredNotice } from '../untold.js';
import { VIEW_NAMES, type ViewName } from './view-names.js';
import { VIEWS } from './views.js';

/** 党建工作进展: the overview, or one view in full. */
export function buildProgress(context: ReportContext, view?: ViewName): ReportDocument {
  const cards = view === undefined ? leadingCards(context, {}) : [];
  const body = [...cards, ...VIEWS[view ?? 'overview'](context)];
  const by = view === undefined ? '' : `（按${VIEW_NAMES[view]}）`;
  const title = `${hospitalName(context)}${context.period.name}党建工作进展${by}`;
  const front = frontOf(context, title, { notices: undeclaredNotice(context) });
  return withFigures({ front, body, appendices: [] }, context.figures);
}
