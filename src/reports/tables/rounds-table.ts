import type { Cell, Inline, Table } from '../../document/report-document.js';
import { shared } from '../../figures/days.js';
import type { Entry } from '../../ledger/ledger.js';
import { firstDay, lastDay, monthOf } from '../../text/calendar-date.js';
import type { ReportContext } from '../context.js';
import { cell, day, joined, number, quoted, record, sentence, span } from '../inlines.js';
import { unitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import { targetsOfYear } from '../selection.js';

/** A line of a plan of rounds: what a target that names a place wants there, in one of its months or in all its days. */
interface Round {
  readonly target: Entry<'targets'>;
  readonly from: string;
  readonly until: string;
  readonly cell?: string;
  readonly units: readonly string[];
}

/** 巡诊计划: place, month and department, planned against held. The plan is the targets that count activities at a place. */
export function roundsTable(context: ReportContext): Table {
  const rounds = targetsOfYear(context)
    .flatMap((target) => roundsOf(context, target))
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  return {
    type: 'table',
    title: '巡诊计划',
    columns: [
      { title: '月份' },
      { title: '地点' },
      { title: '科室' },
      { title: '计划', align: 'right' },
      { title: '已开展', align: 'right' },
    ],
    rows: rounds.map((round) => rowOf(context, round)),
    notes: [sentence`${asOfNote(context)}写明地点的活动目标就是巡诊计划的一行，只数在那里已开展的。`],
  };
}

function roundsOf({ figures, period }: ReportContext, target: Entry<'targets'>): readonly Round[] {
  const { count, per, each, from, until, atLeast } = target.value;
  const isRound = count.kind === 'activities' && count.sum === undefined && count.where?.place !== undefined;
  if (!isRound || atLeast === undefined) return [];
  const { lead } = count.where ?? {};
  const units = [lead].flat().filter((unit) => typeof unit === 'string');
  if (!per && !each) return shared({ from, until }, period) ? [{ target, from, until, units }] : [];
  return figures
    .target(target)
    .cells.filter(({ cell: one }) => shared(one, period))
    .map(({ cell: one }) => ({ target, ...one, cell: one.key, units: one.of ? [one.of.id] : units }));
}

function rowOf(context: ReportContext, { target, from, until, cell: key, units }: Round): readonly Cell[] {
  const { figures, asOf, year } = context;
  const month = monthOf(from);
  const isMonth = from === firstDay(month) && until === lastDay(month);
  const dimensions = { target: target.id, cell: key };
  return [
    [isMonth ? day(month, true) : span(from, until, year)],
    joined(placesOf(context, target), '、'),
    units.length === 0 ? cell(undefined) : unitNames(context, units),
    [number(figures.get('goal', dimensions))],
    from > asOf ? cell(undefined) : [number(figures.get('done', dimensions))],
  ];
}

/** The places a target names: communities by their names, others in the target's own words. */
function placesOf({ ledger }: ReportContext, target: Entry<'targets'>): readonly (readonly Inline[])[] {
  return [target.value.count.where?.place].flat().map((place) => {
    const organization = ledger.get('organizations', String(place));
    return [organization ? record(organization) : quoted(target, String(place))];
  });
}
