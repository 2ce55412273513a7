import type { Block, Chart, ReportDocument } from '../../document/report-document.js';
import { leadingCards, monthsChart, targetsChart } from '../charts.js';
import { withFigures } from '../collect-figures.js';
import { hospitalName, type ReportContext } from '../context.js';
import { frontOf } from '../front.js';
import { undeclaredNotice } from '../untold.js';
import { VIEW_NAMES, type ViewName } from './view-names.js';
import { VIEWS } from './views.js';

function chartsOf(context: ReportContext, view?: ViewName): readonly Chart[] {
  const targets = view === undefined || view === 'target' ? targetsChart(context, {}) : [];
  const months = view === undefined || view === 'month' ? monthsChart(context, {}) : [];
  return [...targets, ...months];
}

/** The charts behind the first table, which they draw. */
function withCharts(blocks: readonly Block[], charts: readonly Chart[]): readonly Block[] {
  const first = blocks.findIndex(({ type }) => type === 'table');
  return first < 0 ? blocks : blocks.toSpliced(first + 1, 0, ...charts);
}

/** 党建工作进展: the overview, or one view in full. */
export function buildProgress(context: ReportContext, view?: ViewName): ReportDocument {
  const cards = view === undefined ? leadingCards(context, {}) : [];
  const body = [...cards, ...withCharts(VIEWS[view ?? 'overview'](context), chartsOf(context, view))];
  const by = view === undefined ? '' : `（按${VIEW_NAMES[view]}）`;
  const title = `${hospitalName(context)}${context.period.name}党建工作进展${by}`;
  const front = frontOf(context, title, { notices: undeclaredNotice(context) });
  return withFigures({ front, body, appendices: [] }, context.figures);
}
