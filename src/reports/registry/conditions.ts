import { kindsFollowed, possibleValues, valuesAt } from '../../ledger/field-values.js';
import { findRecords } from '../../ledger/find-records.js';
import { recordState } from '../../ledger/kind-table.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { type Kind, kindTitle } from '../../schema/kinds.js';
import { isPartialDate } from '../../text/date-format.js';
import { scalarText } from '../../text/scalar-text.js';
import type { ReportContext } from '../context.js';
import { type Field, fieldNamed, isYear, STATE_PATH } from './field.js';
import { LookupFault, suggestion } from './lookup-fault.js';

export type Test = (entry: Entry) => boolean;

const CONDITION = /^(?<name>[^=＝!！]+?)\s*(?<not>[!！]?)[=＝]\s*(?<values>.*)$/su;
/** The words for a field that is not filled in. */
const UNKNOWN: readonly string[] = ['', '未登记', '未填'];
const YES_NO: Readonly<Record<string, string>> = { 是: 'true', 否: 'false' };

/**
 * A condition as it is typed: `字段=值`, `字段!=值`, several values with `|`, nothing (or 未登记) for not filled in. A list
 * meets it if one item does; `!=` keeps what `=` would not, so also what is not filled in.
 * @throws LookupFault for an unknown field, or a word the field can never have
 */
export function readCondition(context: ReportContext, kind: Kind, typed: string): Test {
  const { name = '', not = '', values = '' } = CONDITION.exec(typed.trim())?.groups ?? {};
  if (name === '')
    throw new LookupFault(`条件“${typed}”写法不对`, '写成 字段=值 或 字段!=值，例如 --where 类型=义诊。');
  const field = fieldNamed(kind, name.trim());
  if (field.nested) {
    throw new LookupFault(
      `“${field.title}”里是一组内容，不能作条件`,
      '换一个字段；一条记录的全部内容用 yueyi show 查看。',
    );
  }
  const wanted = values.split(/[|｜]/).map((value) => value.trim());
  const meets = testOf(
    context,
    field,
    wanted.flatMap((value) => meant(context.ledger, field, value, kind)),
  );
  return not === '' ? meets : (entry) => !meets(entry);
}

function testOf(context: ReportContext, field: Field, wanted: readonly string[]): Test {
  const isDate = field.item.format === 'date' || field.item.format === 'partial-date';
  return (entry) => {
    const found =
      field.path === STATE_PATH
        ? (recordState(context, entry)?.words ?? [])
        : valuesAt(context.ledger, entry, field.path).map(scalarText);
    if (found.length === 0) return wanted.includes('');
    // A year or a month means all its days.
    return wanted.some((value) =>
      found.some((each) => each === value || (isDate && value !== '' && each.startsWith(`${value}-`))),
    );
  };
}

/** The value a word stands for, as records write it: an id for a name or part of one, true for 是. */
function meant(ledger: Ledger, field: Field, typed: string, kind: Kind): readonly string[] {
  if (UNKNOWN.includes(typed) && field.path !== STATE_PATH) return [''];
  const { item } = field;
  if (item.format !== undefined && !isPartialDate(typed)) {
    throw new LookupFault(`“${field.title}”是日期，“${typed}”不是`, '写成 2025、2025-03 或 2025-03-15 的样子。');
  }
  if (item.type === 'integer' || item.type === 'number') return [readNumber(field, typed)];
  if (item.type === 'boolean') return [readBoolean(field, typed)];
  const known = field.path === STATE_PATH ? item.enum?.map(scalarText) : knownValues(ledger, field, kind);
  if (known === undefined || known.includes(typed)) return [typed];
  return namedRecord(ledger, field, typed, known);
}

/** The values a field can have or has: an outline of a year may have sections that no other has. */
function knownValues(ledger: Ledger, { path, owners }: Field, kind: Kind): readonly string[] | undefined {
  const key = path.split('.').at(-1) ?? '';
  const possible = owners.map((owner) => possibleValues(ledger, owner, key));
  if (possible.includes(undefined)) return undefined;
  const found = ledger.all(kind).flatMap((entry) => valuesAt(ledger, entry, path).map(scalarText));
  return [...possible.flatMap((values) => values ?? []), ...found];
}

/** The record of a name, an alias or part of one; with several the user has to choose. */
function namedRecord(ledger: Ledger, field: Field, typed: string, known: readonly string[]): readonly string[] {
  const key = field.path.split('.').at(-1) ?? '';
  const kinds = field.owners.flatMap((owner) => kindsFollowed(owner, key));
  const found = kinds.length === 0 ? [] : findRecords(ledger, typed, kinds);
  const ids = [...new Set(found.map(({ id }) => id))];
  if (ids.length === 1) return ids;
  if (ids.length > 1) {
    const shown = ids.slice(0, 5).join('、');
    throw new LookupFault(
      `“${field.title}”里不止一个“${typed}”`,
      `写明是哪一个：${shown}${ids.length > 5 ? ' 等' : ''}。`,
    );
  }
  const choices = [...new Set(known)];
  const listed =
    choices.length <= 40 ? `可选：${choices.join('、')}。` : `用 yueyi list ${kinds[0] ?? ''} 查看有哪些。`;
  const where =
    kinds.length > 0 ? `“${kindTitle(kinds[0] ?? 'people')}”里没有“${typed}”` : `“${field.title}”不会是“${typed}”`;
  throw new LookupFault(where, suggestion(typed, choices, listed));
}

function readNumber({ title, item }: Field, typed: string): string {
  const value = Number(typed);
  if (typed === '' || !Number.isFinite(value)) {
    throw new LookupFault(`“${title}”是${isYear(item) ? '年份' : '数字'}，“${typed}”不是`, '只写数字，不带单位。');
  }
  return String(value);
}

function readBoolean({ title }: Field, typed: string): string {
  const word = YES_NO[typed] ?? typed;
  if (word !== 'true' && word !== 'false') throw new LookupFault(`“${title}”不会是“${typed}”`, '写 是 或 否。');
  return word;
}
