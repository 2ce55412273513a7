import { isKind, KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import { nearest } from '../text/nearest.js';
import { ROLES, type Role } from './import-role.js';
import { sheetFields } from './sheet-fields.js';
import { fieldFinder } from './sheet-heading.js';

/** How the sheets of one origin are read, as it is written down once in `data/imports/`. */
export interface ImportMapping {
  readonly kind: Kind;
  /** What the sheets are evidence of; without it they hold the records themselves. */
  readonly role?: Role;
  /** Headings that mean a field: 活动主题: 名称. */
  readonly columns: Readonly<Record<string, string>>;
  /** Rows that count: those whose cell in a column, where the sheet has it, is one of the words. */
  readonly only: Readonly<Record<string, readonly string[]>>;
  /** What every row has beside its cells: 项目: 越医有爱. */
  readonly set: Readonly<Record<string, string>>;
  /** The step that every row says was done, on the day in the column `on`, else on the record's own. */
  readonly step?: string;
  readonly on?: string;
  /** The column with the number that the row has elsewhere; the step keeps it. */
  readonly number?: string;
  /** Headings that a sheet must have for the mapping to be its own. */
  readonly needs: readonly string[];
}

/** A mapping that cannot be used, in Chinese. */
export class MappingFault extends Error {}

const KEYS = ['类别', '用途', '列', '只取', '补上', '环节', '环节日期', '外部编号'] as const;

/**
 * A mapping as a file of `data/imports/` has it: `类别: 活动`, `用途: 申报`, `列: { 活动主题: 名称 }`,
 * `只取: { 审批结果: [同意] }`, `补上: { 项目: 越医有爱 }`, `环节: 申报`, `环节日期: 发起时间`, `外部编号: 审批编号`.
 * @throws MappingFault
 */
export function parseMapping(value: unknown): ImportMapping {
  const fields = mappingAt(value, '整份');
  const unknown = Object.keys(fields).find((key) => !KEYS.some((each) => each === key));
  if (unknown !== undefined) throw new MappingFault(`不认识“${unknown}”，可以写：${KEYS.join('、')}`);
  const kind = kindOf(wordAt(fields.类别, '类别'));
  const role = roleOf(wordAt(fields.用途, '用途'), kind);
  const columns = wordsAt(fields.列, '列');
  const only = Object.fromEntries(
    Object.entries(fields.只取 === undefined ? {} : mappingAt(fields.只取, '只取')).map(([column, words]) => [
      column,
      [words].flat().map((word) => needed(word, column)),
    ]),
  );
  const set = wordsAt(fields.补上, '补上');
  refuseUnknown(kind, [...Object.values(columns), ...Object.keys(set)]);
  const own = { step: wordAt(fields.环节, '环节'), on: wordAt(fields.环节日期, '环节日期') };
  const number = wordAt(fields.外部编号, '外部编号');
  const present = Object.entries({ ...own, number }).filter(([, word]) => word !== undefined);
  return {
    ...plainMapping(kind, role),
    columns,
    ...(Object.keys(only).length > 0 ? { only } : {}),
    set,
    ...Object.fromEntries(present),
    needs: [...Object.keys(columns), ...Object.keys(only), own.on, number].filter((name) => name !== undefined),
  };
}

/** A mapping without anything of its own: what sheets of the role usually have. */
export function plainMapping(kind: Kind, role?: Role): ImportMapping {
  const base = { kind, columns: {}, only: {}, set: {}, needs: [] };
  return role === undefined ? base : { ...base, role, ...ROLES[role].usual };
}

function kindOf(named: string | undefined): Kind {
  const found = KINDS.find((each) => kindTitle(each) === named);
  if (found !== undefined) return found;
  if (named !== undefined && isKind(named)) return named;
  throw new MappingFault(`“类别”要写一类记录，如 类别: 活动`);
}

function roleOf(word: string | undefined, kind: Kind): Role | undefined {
  if (word === undefined) return undefined;
  const known = Object.keys(ROLES) as Role[];
  const role = known.find((each) => each === word);
  if (role === undefined) throw new MappingFault(`“用途”不会是“${word}”，可以写：${known.join('、')}；是记录就不写`);
  if (kind !== 'activities') throw new MappingFault(`“用途: ${role}”只用于活动`);
  return role;
}

/** Fields that the dictionary does not have would be ignored without a word. */
function refuseUnknown(kind: Kind, names: readonly string[]): void {
  const fields = sheetFields(kind);
  const find = fieldFinder(fields);
  const unknown = names.find((name) => find(name) === undefined);
  if (unknown === undefined) return;
  const titles = fields.map(({ title }) => title);
  const near = nearest(unknown, titles)[0];
  const way = near === undefined ? `可以写：${titles.join('、')}` : `是不是“${near}”`;
  throw new MappingFault(`${kindTitle(kind)}没有“${unknown}”这个字段，${way}`);
}

function mappingAt(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new MappingFault(`“${name}”要写成“名称: 值”的样子`);
  return value as Readonly<Record<string, unknown>>;
}

function wordsAt(value: unknown, name: string): Readonly<Record<string, string>> {
  if (value === undefined) return {};
  return Object.fromEntries(Object.entries(mappingAt(value, name)).map(([key, word]) => [key, needed(word, key)]));
}

function wordAt(value: unknown, name: string): string | undefined {
  return value === undefined ? undefined : needed(value, name);
}

function needed(value: unknown, name: string): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new MappingFault(`“${name}”后面要写一个词`);
  return String(value);
}
