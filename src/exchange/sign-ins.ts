import { readDate } from '../edit/read-date.js';
import { isSure } from '../edit/reading.js';
import { foldName } from '../text/clean-name.js';
import type { Draft, DraftReader, Filled, Issue } from './draft-record.js';
import type { SheetContent } from './sheet-rows.js';

/** What lists of sign-ins tell. */
interface SignIns {
  /** One for each activity and day: how many came, and for how long; never who. */
  readonly drafts: readonly Draft[];
  /** Rows of people without a time: they did not come. */
  readonly absent: number;
}

/** The rows of one activity on one day. */
interface Group {
  readonly first: Draft;
  readonly title: string | undefined;
  readonly day: string | undefined;
  /** Null where one of its rows does not say. */
  people: number | null;
  hours: number | null;
  readonly issues: Map<string, Issue>;
}

/** Names of sheets that are no names of activities. */
const NO_NAME = /^(?:sheet|工作表|表格?|第|[\d一二三四五六七八九十年月日页季度.\-/]|\s)*$/i;
/** What stands behind the activity in the title of a list. */
const LIST = /(?:志愿者|志愿服务|人员|活动)*签[到退](?:名单|记录|明细|统计|登记)?(?:表|册|单)?$/;
const DAY_ABOVE = /^(?:活动|签到|服务|开展)?(?:日期|时间)[:：]\s*(.+)$/;

/**
 * Counts lists of sign-ins, a row a person or a row an activity. The activity is named in a column, else by the sheet or the
 * title above the list; its day stands in each row, else above.
 */
export function countSignIns(contents: readonly SheetContent[], reader: DraftReader): SignIns {
  const groups = new Map<string, Group>();
  let absent = 0;
  for (const content of contents) {
    const usual = { title: titleOf(content), day: dayAbove(content) };
    const has = (key: string): boolean => content.fields.some(({ path }) => path.join() === key);
    for (const row of content.rows) {
      const draft = reader.draft(row);
      const title = textAt(draft, 'title') ?? usual.title;
      const day = textAt(draft, 'date') ?? usual.day;
      if (day === undefined && has('date') && draft.issues.length === 0) {
        absent += 1;
        continue;
      }
      const key = `${day ?? ''}\n${foldName(title ?? '')}`;
      const group = groups.get(key) ?? { first: draft, title, day, people: 0, hours: 0, issues: new Map() };
      groups.set(key, group);
      group.people = added(group.people, has('volunteers') ? numberAt(draft, 'volunteers') : 1);
      group.hours = added(group.hours, numberAt(draft, 'hours'));
      for (const issue of draft.issues)
        if (usual.day === undefined || !isOfDay(draft, issue)) group.issues.set(issue.text, issue);
    }
  }
  return { drafts: [...groups.values()].map(draftOf), absent };
}

function draftOf({ first, title, day, people, hours, issues }: Group): Draft {
  const own = ['title', 'date', 'volunteers', 'hours'];
  const known: readonly (readonly [string, string, string | number | null | undefined])[] = [
    ['title', '名称', title],
    ['date', '日期', day],
    ['volunteers', '志愿者', people],
    ['hours', '志愿时长', hours === 0 ? null : hours],
  ];
  const filled = known.flatMap(([key, name, value]): Filled[] =>
    value === undefined || value === null ? [] : [{ title: name, path: [key], value }],
  );
  const unnamed = '看不出是哪场活动：加一列“活动名称”，或把表的名称改成活动名称';
  const missing: Issue[] = [
    ...(title === undefined ? [{ column: '名称', text: unnamed, isDoubt: false }] : []),
    ...(day === undefined && issues.size === 0
      ? [{ column: '日期', text: '没有签到日期：加一列“签到时间”', isDoubt: false }]
      : []),
  ];
  return {
    row: first.row,
    filled: [...filled, ...first.filled.filter(({ path }) => !own.includes(path.join()))],
    events: day === undefined ? [] : [{ on: day, step: '签到' }],
    issues: [...missing, ...issues.values()],
    taken: first.taken,
  };
}

function titleOf({ name, above }: SheetContent): string | undefined {
  const headed = above.find((text) => LIST.test(text) && !text.includes('：'))?.replace(LIST, '');
  const named = name.replace(LIST, '');
  return [named, headed].find((text) => text !== undefined && text !== '' && !NO_NAME.test(text));
}

function dayAbove({ above }: SheetContent): string | undefined {
  const [, text] = above.map((line) => DAY_ABOVE.exec(line) ?? []).find((found) => found.length > 0) ?? [];
  const reading = text === undefined ? undefined : readDate({ format: 'date' }, { text }, {});
  return reading && isSure(reading) ? String(reading.value) : undefined;
}

function isOfDay({ row }: Draft, { column }: Issue): boolean {
  return [...row.headings].some(([{ path }, heading]) => path.join() === 'date' && heading === column);
}

const valueAt = ({ filled }: Draft, key: string): unknown => filled.find(({ path }) => path.join() === key)?.value;

function textAt(draft: Draft, key: string): string | undefined {
  const value = valueAt(draft, key);
  return typeof value === 'string' ? value : undefined;
}

function numberAt(draft: Draft, key: string): number | null {
  const value = valueAt(draft, key);
  return typeof value === 'number' ? value : null;
}

/** A sum is known only where all of it is. */
const added = (sum: number | null, more: number | null): number | null =>
  sum === null || more === null ? null : sum + more;
