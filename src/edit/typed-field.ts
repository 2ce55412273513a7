import type { Ledger } from '../ledger/ledger.js';
import { nodeAt, type SchemaNode } from '../schema/dictionary.js';
import type { FieldRow } from '../schema/fields.js';
import type { Kind } from '../schema/kinds.js';
import { meantValue } from '../schema/meant-value.js';
import { typeName } from '../schema/type-name.js';
import { readSource } from '../source/read-source.js';
import { cleanName, foldName } from '../text/clean-name.js';
import { halfWidth } from '../text/half-width.js';
import { nearest } from '../text/nearest.js';
import { scalarText } from '../text/scalar-text.js';
import { EditFault } from './edit-fault.js';
import type { FieldPath, FieldWrite } from './record-fields.js';
import { referenceTyped } from './reference-typed.js';
import { dateTyped } from './typed-date.js';

/** What is known while a value is typed. */
export interface Typing {
  readonly ledger: Ledger;
  readonly kind: Kind;
  /** The record as far as it is known: an action belongs to its program. */
  readonly owner: object;
  readonly sample: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The year of a date typed without one. */
  readonly year: number;
}

const ITEMS = /[、，,；;]/;

/**
 * What a value typed for a field writes into the record: 3月15日 a date, 约86 a number and its bound, 是 true, a name or pinyin
 * the id of a record, several of them with 、 a list. Nothing at all removes the field; what begins with a bracket is YAML.
 * @param index of the item meant in a list on the way (`events[].step`)
 * @throws EditFault
 */
export async function typedWrites(typing: Typing, row: FieldRow, text: string, index = 0): Promise<FieldWrite[]> {
  const path = recordPath(row.path, index);
  const typed = text.trim();
  if (typed === '') return [{ path }, ...boundWrite(typing, path, undefined)];
  const { node } = row;
  if (/^[[{]/.test(typed) && (node.items || node.properties)) return [{ path, value: await yamlTyped(row, typed) }];
  if (node.properties) throw isGroup(row);
  if (node.items) return [{ path, value: await listTyped(typing, row, typed) }];
  if (!isNumber(node)) return [{ path, value: await scalarTyped(typing, row, node, typed) }];
  const { bound, number } = boundTyped(typed);
  return [{ path, value: numberTyped(row, number) }, ...boundWrite(typing, path, bound, row)];
}

/** `events[].step` as a path in a record. */
export function recordPath(path: string, index: number): FieldPath {
  const parts = path.split('.');
  return parts.flatMap((part, at): FieldPath => {
    const key = part.replace('[]', '');
    return part.endsWith('[]') && at < parts.length - 1 ? [key, at === 0 ? index : 0] : [key];
  });
}

async function listTyped(typing: Typing, row: FieldRow, typed: string): Promise<unknown[]> {
  const item = itemOf(typing.kind, row);
  if (item.properties) throw isGroup(row);
  const words = typed
    .split(ITEMS)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const values: unknown[] = [];
  for (const word of words) values.push(await scalarTyped(typing, row, item, word));
  return [...new Set(values)];
}

/** What one item of a list is. */
function itemOf(kind: Kind, { path, node }: FieldRow): SchemaNode {
  return nodeAt(kind, [...recordPath(path, 0).map(String), '0']) ?? node.items ?? {};
}

async function scalarTyped(typing: Typing, row: FieldRow, node: SchemaNode, typed: string): Promise<unknown> {
  const title = node.title && row.node.items ? (row.node.title ?? node.title) : titleOf(row);
  if (node['x-ref'] !== undefined)
    return referenceTyped(typing.ledger, cleanName(typed), [node['x-ref']].flat(), { ...typing, title });
  if (node.format !== undefined) return dateOf(typing, row, node, typed);
  if (node.enum) return choiceOf(title, node.enum.map(scalarText), typed);
  if (node.type === 'boolean') {
    const meant = meantValue(node, { value: typed, text: typed });
    if (!meant) throw new EditFault(`“${title}”不会是“${typed}”`, '写 是 或 否。');
    return meant.yaml === 'true';
  }
  if (isNumber(node)) return numberTyped(row, typed);
  return typed;
}

function dateOf(typing: Typing, row: FieldRow, { format }: SchemaNode, typed: string): string {
  const date = dateTyped(typed, typing);
  if (date !== null && (format === 'partial-date' || date.length === 10)) return date;
  throw new EditFault(
    `“${titleOf(row)}”的“${typed}”不是日期，或没有这一天`,
    '写成 2025-03-15、3月15日 或 今天 的样子。',
  );
}

function choiceOf(title: string, words: readonly string[], typed: string): string {
  const folded = foldName(typed);
  const exact = words.find((word) => foldName(word) === folded);
  if (exact !== undefined) return exact;
  const near = nearest(typed, words);
  const way = near.length > 0 ? `是不是 ${near.join('、')}？` : `可选：${words.join('、')}。`;
  throw new EditFault(`“${title}”不会是“${typed}”`, way);
}

const BEFORE = /^(?:大?约|将?近|不少于|至少)/;
const WORDS: Readonly<Record<string, string>> = {
  大约: '约',
  将近: '近',
  至少: '不少于',
  左右: '约',
  多: '余',
  以上: '不少于',
};

/** 约86, 80余人, 近百: the word that says how exact a number is, and the number. */
function boundTyped(typed: string): { readonly bound: string | undefined; readonly number: string } {
  const plain = halfWidth(typed).replace(/\s/g, '');
  const [before] = BEFORE.exec(plain) ?? [];
  if (before !== undefined) return { bound: WORDS[before] ?? before, number: plain.slice(before.length) };
  const [, digits = '', behind, unit = ''] = /^([\d,.]+)(余|多|左右|以上)(.*)$/.exec(plain) ?? [];
  return behind === undefined
    ? { bound: undefined, number: typed }
    : { bound: WORDS[behind] ?? behind, number: digits + unit };
}

function numberTyped(row: FieldRow, typed: string): number {
  const meant = meantValue(row.node, { value: typed, text: typed });
  if (meant && meant.units === undefined) return Number(meant.yaml);
  const unit = row.node['x-unit'];
  const units = unit === undefined ? '不带单位' : `单位是${unit}`;
  throw new EditFault(
    `“${titleOf(row)}”要写${typeName(row.node)}，“${typed}”不是`,
    `只写数字，${units}；不确切的写 约86、80余。`,
  );
}

/** Writes or removes the word beside a number that says how exact it is (`beneficiariesBound`, `bound` of a fact's value). */
function boundWrite({ kind, owner }: Typing, path: FieldPath, bound: string | undefined, row?: FieldRow): FieldWrite[] {
  const key = String(path.at(-1));
  const own = [...path.slice(0, -1), key === 'value' ? 'bound' : `${key}Bound`];
  const isKnown = nodeAt(kind, own.map(String)) !== undefined;
  if (isKnown && bound !== undefined) return [{ path: own, value: bound }];
  if (bound !== undefined)
    throw new EditFault(`“${row ? titleOf(row) : key}”不能写“${bound}”`, '只写确切的数字，或在备注里说明。');
  const isThere = isKnown && path.length === 1 && Object.hasOwn(owner, String(own[0]));
  return isThere ? [{ path: own }] : [];
}

async function yamlTyped(row: FieldRow, typed: string): Promise<unknown> {
  const { value, findings } = await readSource('', Buffer.from(`value: ${typed}\n`));
  const { value: inner } = (value ?? {}) as { readonly value?: unknown };
  if (inner !== undefined && findings.length === 0) return inner;
  throw new EditFault(
    `“${titleOf(row)}”的写法不对：${typed}`,
    '写成 {on: 2025-03-15, by: 党政综合办} 或 [义诊, 讲座] 的样子，冒号和逗号用英文的。',
  );
}

function isGroup(row: FieldRow): EditFault {
  const name = row.path.replace('[]', '');
  const example = row.example === undefined ? '' : `，例如 ${JSON.stringify(row.example)}`;
  return new EditFault(`“${titleOf(row)}”里是一组内容`, `分开写（${name}.字段=值），或整个写在括号里${example}。`);
}

const titleOf = ({ node, path }: FieldRow): string => node.title ?? path;
const isNumber = ({ type }: SchemaNode): boolean => type === 'integer' || type === 'number';
