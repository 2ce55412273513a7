import type { Block, ReportDocument, Table } from '../../document/report-document.js';
import type { TargetFigures } from '../../figures/targets/target.js';
import { clipped } from '../../text/clip.js';
import { monthsChart, targetCard, targetsChart } from '../charts.js';
import { withFigures } from '../collect-figures.js';
import { hospitalName, officeName, type ReportContext } from '../context.js';
import { frontOf } from '../front.js';
import { text } from '../inlines.js';
import { yearToDate } from '../period-words.js';
import { paceTable, paceTargets } from '../tables/pace-table.js';
import { matters } from './matters.js';
import { datesTable } from './next-dates.js';

/** So many figures, and so many matters, stand on the page. */
const FIGURES = 3;
const MATTERS = 7;
/** Columns of a name. */
const NAME = 40;

/**
 * 一页纸 for the leader: three targets with their pace, what needs a decision, red first, the next dates and a small chart.
 * No prose, and never more than one page: names are cut, and rows are counted.
 */
export function buildBrief(context: ReportContext): ReportDocument {
  const whole = yearToDate(context);
  const targets = headline(paceTargets(context, {}));
  const charts = [...monthsChart(whole, {}), ...targetsChart(whole, {})].slice(0, 1);
  const tables = [shortNamed(paceTable(context, targets)), mattersTable(whole), datesTable(context)];
  const body: readonly Block[] = [
    { type: 'cards', cards: targets.map(targetCard) },
    ...tables.filter(({ rows }) => rows.length > 0).map((table) => ({ ...table, notes: [] })),
    ...charts,
  ];
  const title = `${clipped(hospitalName(context), NAME)}${context.period.name}党建重点工作一页纸`;
  const issuer = clipped(officeName(context), NAME);
  const front = frontOf(context, title, { issuer, onePage: true });
  return withFigures({ front, body: body.length > 1 ? body : [...body, nothing], appendices: [] }, context.figures);
}

const nothing: Block = { type: 'paragraph', content: [text('【待补充】')] };

/** The names of targets cut, so that each row is one or two lines. */
function shortNamed(table: Table): Table {
  const rows = table.rows.map((row) =>
    row.map((cell) =>
      cell.map((inline) => (inline.type === 'record' ? { ...inline, label: clipped(inline.label, NAME / 2) } : inline)),
    ),
  );
  return { ...table, rows };
}

/** The first targets that grow day by day, then those of cells. */
function headline(targets: readonly TargetFigures[]): readonly TargetFigures[] {
  const plain = targets.filter(({ cells }) => cells.length === 0);
  return [...plain, ...targets.filter(({ cells }) => cells.length > 0)].slice(0, FIGURES);
}

function mattersTable(context: ReportContext): Table {
  return {
    type: 'table',
    title: '请领导决定',
    columns: [
      { title: '亮灯' },
      { title: '事项' },
      { title: '现状' },
      { title: '差距' },
      { title: '请谁在何时前决定什么' },
    ],
    rows: matters(context)
      .slice(0, MATTERS)
      .map(({ light, cells }) => [[{ type: 'light', light }], ...cells]),
    notes: [],
  };
}
