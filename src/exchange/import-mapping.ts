import { isKind, KINDS, type Kind, kindTitle } from '../schema/kinds.js';

/** How the sheets of one origin are read, as it is written down once in `data/imports/`. */
export interface ImportMapping {
  readonly kind: Kind;
  /** Headings that mean a field: 活动主题: 名称. */
  readonly columns: Readonly<Record<string, string>>;
  /** Rows that count: those whose cell in a column is one of the words. */
  readonly only: Readonly<Record<string, readonly string[]>>;
  /** What every row has beside its cells: 项目: 越医有爱. */
  readonly set: Readonly<Record<string, string>>;
  /** The step that every row says was done, on the day in the column `on`, else on the record's own. */
  readonly step?: string;
  readonly on?: string;
}

/** A mapping that cannot be used, in Chinese. */
export class MappingFault extends Error {}

const KEYS = ['类别', '列', '只取', '补上', '环节', '环节日期'] as const;

/**
 * A mapping as a file of `data/imports/` has it: `类别: 活动`, `列: { 活动主题: 名称 }`, `只取: { 审批结果: [同意] }`,
 * `补上: { 项目: 越医有爱 }`, `环节: 申报`, `环节日期: 发起时间`.
 * @throws MappingFault
 */
export function parseMapping(value: unknown): ImportMapping {
  const fields = mappingAt(value, '整份');
  const unknown = Object.keys(fields).find((key) => !KEYS.some((each) => each === key));
  if (unknown !== undefined) throw new MappingFault(`不认识“${unknown}”，可以写：${KEYS.join('、')}`);
  const named = wordAt(fields.类别, '类别');
  const kind = KINDS.find((each) => kindTitle(each) === named) ?? (named !== undefined && isKind(named) ? named : null);
  if (kind === null) throw new MappingFault(`“类别”要写一类记录，如 类别: 活动`);
  const only = Object.entries(fields.只取 === undefined ? {} : mappingAt(fields.只取, '只取'));
  const [step, on] = [wordAt(fields.环节, '环节'), wordAt(fields.环节日期, '环节日期')];
  return {
    kind,
    columns: wordsAt(fields.列, '列'),
    only: Object.fromEntries(
      only.map(([column, words]) => [column, [words].flat().map((word) => needed(word, column))]),
    ),
    set: wordsAt(fields.补上, '补上'),
    ...(step === undefined ? {} : { step }),
    ...(on === undefined ? {} : { on }),
  };
}

/** A mapping without anything of its own. */
export function plainMapping(kind: Kind): ImportMapping {
  return { kind, columns: {}, only: {}, set: {} };
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
