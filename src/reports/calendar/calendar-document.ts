import { holidays, isUnannounced } from '../../calendar/holidays.js';
import { knowsYear } from '../../calendar/solar-terms.js';
import { weekdayCharacter } from '../../calendar/weekday.js';
import type { Block, Cell, Column, Inline, ReportDocument, Table } from '../../document/report-document.js';
import { cyclesOf, type Days } from '../../figures/days.js';
import { firstDay, lastDay } from '../../text/calendar-date.js';
import { withFigures } from '../collect-figures.js';
import { hospitalName, type ReportContext } from '../context.js';
import { frontOf } from '../front.js';
import { cell, day, quoted, sentence, span, text } from '../inlines.js';
import { shortUnitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import type { CalendarItem } from './calendar-item.js';
import { calendarItems, itemsOfMonth } from './calendar-items.js';
import { monthGrid } from './month-grid.js';
import { occasionBlocks } from './occasion-blocks.js';

const COLUMNS: readonly Column[] = ['日期', '周', '类别', '事项', '情况', '负责'].map((title) => ({ title }));

/**
 * 日历: the days of a period by month, with what was planned, held and due, then what an action that follows the solar
 * terms has for them. With `grids` a month begins with its grid, which needs columns of equal width.
 */
export function buildCalendar(context: ReportContext, { grids }: { readonly grids: boolean }): ReportDocument {
  const items = calendarItems(context);
  const months = cyclesOf(context.period, 'month');
  const body: Block[] = [
    ...notices(context),
    ...months.flatMap((month, index) => {
      const own = itemsOfMonth(items, month, index === 0);
      return monthBlocks(context, month, own, grids ? [gridOf(context, month.key, items)] : []);
    }),
    ...occasionBlocks(context),
  ];
  const title = `${hospitalName(context)}${context.period.name}工作日历`;
  const front = frontOf(context, title, { shown: items.flatMap(({ entry }) => entry ?? []) });
  return withFigures({ front, body, appendices: [] }, context.figures);
}

/** The months of a period with all their days: a part of a month has a grid of the whole. */
function gridOf({ period }: ReportContext, month: string, items: readonly CalendarItem[]): Table {
  return monthGrid({ from: firstDay(month), until: lastDay(month) }, period, items);
}

function monthBlocks(
  context: ReportContext,
  month: Days & { readonly key: string },
  items: readonly CalendarItem[],
  grids: readonly Table[],
): readonly Block[] {
  const heading: Block = { type: 'heading', id: month.key, level: 1, number: '', title: monthTitle(month.key) };
  if (items.length === 0) return [heading, ...grids, { type: 'paragraph', content: [text('没有登记的事项。')] }];
  const rows = items.map((item) => rowOf(context, item));
  return [heading, ...grids, { type: 'table', title: '', columns: COLUMNS, rows, notes: [asOfNote(context)] }];
}

function monthTitle(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
}

function rowOf(context: ReportContext, item: CalendarItem): readonly Cell[] {
  const { group, state, units } = item;
  return [...daysCells(context, item), cell(group), whatCell(item), cell(state), shortUnitNames(context, units)];
}

/** The day and its weekday, or several days. */
function daysCells({ year }: ReportContext, { date, until }: CalendarItem): readonly Cell[] {
  if (until !== undefined) return [[span(date, until, year)], []];
  return [[day(date, date.startsWith(String(year)))], [text(weekdayCharacter(date))]];
}

function whatCell({ what, place, entry }: CalendarItem): readonly Inline[] {
  return place === undefined || !entry ? what : sentence`${what}（${quoted(entry, place)}）`;
}

/** What the calendar cannot know. */
function notices({ year }: ReportContext): readonly Block[] {
  const said = [
    ...(holidays(year) === null
      ? [isUnannounced(year) ? '这一年的放假和调休安排未公布。' : '这一年的放假和调休安排没有收录。']
      : []),
    ...(knowsYear(year) ? [] : ['这一年的节气、节日没有收录。']),
  ];
  return said.map((each) => ({ type: 'notice', tone: 'info', content: [text(each)] }));
}
