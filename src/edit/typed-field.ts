import type { Ledger } from '../ledger/ledger.js';
import { nodeAt, type SchemaNode } from '../schema/dictionary.js';
import type { FieldRow } from '../schema/fields.js';
import type { Kind } from '../schema/kinds.js';
import { readSource } from '../source/read-source.js';
import { pinyinFor } from './by-name.js';
import { EditFault } from './edit-fault.js';
import { NameReader } from './name-reader.js';
import { readList, readValue } from './read-value.js';
import { boundPath, isSure, type Manner, needsExact, type Reading, type Sure } from './reading.js';
import type { FieldPath, FieldWrite } from './record-fields.js';

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

/**
 * What a value typed for a field writes into the record: 3月15日 a date, 约86 a number and its bound, 是 true, a name or pinyin
 * the id of a record, several of them with 、 a list. Nothing at all removes the field; what begins with a bracket is YAML.
 * @param index of the item meant in a list on the way (`events[].step`)
 * @throws EditFault
 */
export async function typedWrites(typing: Typing, row: FieldRow, text: string, index = 0): Promise<FieldWrite[]> {
  const path = recordPath(row.path, index);
  const typed = text.trim();
  if (typed === '') return [{ path }, ...boundWrite(typing, path)];
  const { node } = row;
  const item = node.items && itemOf(typing.kind, row);
  if (/^[[{]/.test(typed) && (item || node.properties)) return [{ path, value: await yamlTyped(row, typed) }];
  if (node.properties || item?.properties) throw isGroup(row);
  const manner = await mannerOf(typing, typed);
  if (item) return [{ path, value: sureOf(row, readList(item, { text: typed }, manner)).value }];
  const { value, bound } = sureOf(row, readValue(node, { text: typed }, manner));
  if (bound !== undefined && boundPath(typing.kind, path) === null) sureOf(row, needsExact(typed));
  return [{ path, value }, ...(typeof value === 'number' ? boundWrite(typing, path, bound) : [])];
}

/** `events[].step` as a path in a record. */
export function recordPath(path: string, index: number): FieldPath {
  const parts = path.split('.');
  return parts.flatMap((part, at): FieldPath => {
    const key = part.replace('[]', '');
    return part.endsWith('[]') && at < parts.length - 1 ? [key, at === 0 ? index : 0] : [key];
  });
}

/** What one item of a list is. */
export function itemOf(kind: Kind, { path, node }: FieldRow): SchemaNode {
  return nodeAt(kind, [...recordPath(path, 0).map(String), '0']) ?? node.items ?? {};
}

async function mannerOf({ ledger, owner, sample, today, year }: Typing, text: string): Promise<Manner> {
  const words = text.split(/[^a-z]+/i).filter((word) => word !== '');
  const pinyin = await pinyinFor(words.find((word) => word.length > 1) ?? '');
  return { names: new NameReader(ledger, { sample, guesses: { pinyin } }), owner, now: { today, year } };
}

/** @throws EditFault where it is not certain */
function sureOf(row: FieldRow, reading: Reading): Sure {
  if (isSure(reading)) return reading;
  const { problem, way } = reading;
  throw new EditFault(`“${titleOf(row)}”里的${problem}`, /[？。]$/.test(way) ? way : `${way}。`);
}

/** Writes or removes the word beside a number that says how exact it is. */
function boundWrite({ kind, owner }: Typing, path: FieldPath, bound?: string): FieldWrite[] {
  const own = boundPath(kind, path);
  if (own === null) return [];
  if (bound !== undefined) return [{ path: own, value: bound }];
  const isThere = path.length === 1 && Object.hasOwn(owner, String(own[0]));
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
