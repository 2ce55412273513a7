import { workday } from '../../calendar/workday.js';
import type { Cell, Column, Table } from '../../document/report-document.js';
import { type Days, shared } from '../../figures/days.js';
import { addDays, type DateString, lastDayOfWeek } from '../../text/calendar-date.js';
import { text } from '../inlines.js';
import { byGroup, CANCELLED, type CalendarItem, touches } from './calendar-item.js';

const WEEKDAYS: readonly Column[] = [...'一二三四五六日'].map((title) => ({ title }));

/** More marks than these on one day are 等: the list below the month has them all. */
const MOST_MARKS = 7;

/** The marks, told under each grid. */
const LEGEND =
  '休 放假，班 调休上班；空 节气节日还没有活动；活 已开展的活动，拟 计划中的，待 待确认的；会 会议；查 督查；期 到期；缺 没有完成的一周（在最后一天）。';

/** A month as a grid, a row a week from Monday: each day within the period with its term and a mark for each item. */
export function monthGrid(month: Days, period: Days, items: readonly CalendarItem[]): Table {
  const within = shared(month, period);
  const weeks: DateString[] = [];
  for (let monday = mondayOf(month.from); monday <= month.until; monday = addDays(monday, 7)) weeks.push(monday);
  const cellOf = (date: DateString): Cell =>
    within && within.from <= date && date <= within.until ? dayCell(date, items) : [];
  return {
    type: 'table',
    title: '',
    columns: WEEKDAYS,
    isGrid: true,
    rows: weeks.map((monday) => WEEKDAYS.map((_, index) => cellOf(addDays(monday, index)))),
    notes: [[text(LEGEND)]],
  };
}

function mondayOf(date: DateString): DateString {
  return addDays(lastDayOfWeek(date), -6);
}

/** The number of the day and the names it has, then a mark for each thing: 4 清明, 休活活会. */
function dayCell(date: DateString, items: readonly CalendarItem[]): Cell {
  const own = items.filter((item) => touches(item, { from: date, until: date })).sort(byGroup);
  const names = [...new Set(own.flatMap(({ occasion }) => occasion ?? []))];
  const marks = own.map((item) => markOf(item, date)).filter((mark) => mark !== '');
  const shown = marks.length > MOST_MARKS ? [...marks.slice(0, MOST_MARKS), '等'] : marks;
  return [
    { type: 'ordinal', value: Number(date.slice(8)) },
    ...(names.length === 0 ? [] : [text(` ${names.join(' ')}`)]),
    ...(shown.length === 0 ? [] : [text(`\n${shown.join('')}`)]),
  ];
}

const ACTIVITY_MARKS: Readonly<Record<string, string>> = { 已开展: '活', 计划中: '拟', 待确认: '待' };

/** One character for an item on a day; none for what does not take place, and for a term that is seen to. */
function markOf({ group, state = '', until }: CalendarItem, date: DateString): string {
  if (state === CANCELLED) return '';
  switch (group) {
    case '放假':
      return workday(date) ? '班' : '休';
    case '节气':
    case '节日':
      return state === '空白' || state === '待安排' ? '空' : '';
    case '活动':
      return ACTIVITY_MARKS[state] ?? '';
    case '会议':
      return '会';
    case '督查':
      return '查';
    case '到期':
      return '期';
    case '周目标':
      return date === until ? '缺' : '';
  }
}
