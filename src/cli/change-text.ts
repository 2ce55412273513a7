import type { ChangedRecord } from '../edit/ledger-edit.js';
import { fieldChanges } from '../history/field-changes.js';
import { nodeAt } from '../schema/dictionary.js';
import { keyOrder } from '../schema/key-order.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { escapeControls } from '../text/escape.js';
import { maskPrivateNumbers } from '../text/private-numbers.js';
import { scalarText } from '../text/scalar-text.js';
import { wrap } from '../text/wrap.js';
import { recordPlaces } from '../workspace/locations.js';
import type { Opened } from './open-ledger.js';

const NOTHING = '（空）';
const INDENT = '  ';

/** A change of records in Chinese: each with its place, and the fields that differ, by their titles. */
export function changeText(
  records: readonly ChangedRecord[],
  before: Pick<Opened, 'ledger' | 'reader'>,
  after: Pick<Opened, 'ledger' | 'reader'>,
  width: number,
): string {
  const [old, now] = [recordPlaces(before.reader), recordPlaces(after.reader)];
  const lines = records.flatMap((record) => {
    const { kind, file } = record;
    const value = record.after ?? record.before ?? {};
    const id = scalarText(value.id);
    const { ledger } = record.after ? after : before;
    const entry = ledger.withId(kind, id).find((each) => each.file === file);
    const place = entry && (record.after ? now : old)(entry);
    const where = place ? `（${place.file}:${place.line}）` : '';
    const remark = record.remark === undefined ? [] : [`注释：${record.remark}`];
    const below = [...remark, ...fieldLines(record)].map((line) => INDENT + line);
    return [`${verbOf(record)}${kindTitle(kind)}“${id}”${where}`, ...below];
  });
  const shown = lines.flatMap((line) => wrapped(escapeControls(maskPrivateNumbers(line)), width));
  return `${shown.join('\n')}\n`;
}

/** Continued lines are indented below the text of the first. */
function wrapped(line: string, width: number): string[] {
  const lead = /^ */.exec(line)?.[0] ?? '';
  return wrap(line.trimStart(), width - lead.length - INDENT.length).map((each, index) =>
    index === 0 ? lead + each : lead + INDENT + each,
  );
}

function verbOf({ before, after }: ChangedRecord): string {
  if (!before) return '新增';
  return after ? '修改' : '删除';
}

function fieldLines({ kind, before = {}, after = {} }: ChangedRecord): string[] {
  const order = keyOrder(kind);
  const rank = (path: string): number => order.indexOf(path.split('.')[0] ?? '');
  const isChange = Object.keys(before).length > 0 && Object.keys(after).length > 0;
  return fieldChanges(before, after)
    .filter(({ path }) => isChange || path !== 'id')
    .sort((a, b) => rank(a.path) - rank(b.path))
    .flatMap(({ path, before: old, after: now }) => {
      const title = titleOf(kind, path.split('.'));
      if (isGroups(old) || isGroups(now)) return itemLines(kind, path, title, groupsOf(old), groupsOf(now), isChange);
      if (!isChange) return [`${title}：${shown(now ?? old)}`];
      return [`${title}：${shown(old)} → ${shown(now)}`];
    });
}

/** The items of a list that are new or gone; changed ones are both. */
function itemLines(
  kind: Kind,
  path: string,
  title: string,
  old: readonly object[],
  now: readonly object[],
  isChange: boolean,
): string[] {
  const has = (list: readonly object[], item: object) =>
    list.some((each) => JSON.stringify(each) === JSON.stringify(item));
  const order = keyOrder(kind, [...path.split('.'), '0']);
  const line = (item: object): string =>
    Object.entries(item)
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([, value]) => shown(value))
      .join(' ');
  const [gone, added] = [old.filter((item) => !has(now, item)), now.filter((item) => !has(old, item))];
  const [less, more] = isChange ? ['去掉 ', '增加 '] : ['', ''];
  return [
    ...gone.map((item) => `${title}：${less}${line(item)}`),
    ...added.map((item) => `${title}：${more}${line(item)}`),
  ];
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return NOTHING;
  if (Array.isArray(value)) return value.map(shown).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return Object.values(value).map(shown).join(' ');
  return scalarText(value);
}

function titleOf(kind: Kind, path: readonly string[]): string {
  return path.map((key, index) => nodeAt(kind, path.slice(0, index + 1))?.title ?? key).join('·');
}

const isGroups = (value: unknown): boolean => Array.isArray(value) && value.some((item) => typeof item === 'object');
const groupsOf = (value: unknown): readonly object[] => (Array.isArray(value) ? (value as object[]) : []);
