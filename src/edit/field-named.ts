import { type FieldRow, fieldsOf } from '../schema/fields.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { nearest } from '../text/nearest.js';
import { EditFault } from './edit-fault.js';

/**
 * The field that a word names by its Chinese title or its key: 牵头, lead, 审批.审批, approval.by; one inside a group or an
 * item also by its own name alone, where no field of the record has it (审批号, 核验科室).
 * @param within a list whose items are meant first, such as `events[]`
 * @throws EditFault with the nearest
 */
export function fieldNamed(kind: Kind, typed: string, within?: string): FieldRow {
  const rows = fieldsOf(kind);
  const words = typed.split(/[.．]/).map((word) => word.trim());
  const inItem = rows.filter(({ path }) => within !== undefined && path.startsWith(`${within}.`));
  return named(inItem, words, rows) ?? named(rows, words, rows) ?? unknown(kind, typed, rows);
}

/** The least deep field of these names; undefined where none or two have them. */
function named(among: readonly FieldRow[], words: readonly string[], rows: readonly FieldRow[]): FieldRow | undefined {
  const found = among.filter((row) => {
    const steps = stepsOf(row, rows).slice(-words.length);
    return steps.length === words.length && steps.every((step, index) => isCalled(step, words[index] ?? ''));
  });
  const depth = Math.min(...found.map(depthOf));
  const [first, second] = found.filter((row) => depthOf(row) === depth);
  return second === undefined ? first : undefined;
}

const depthOf = ({ path }: FieldRow): number => path.split('.').length;

/** A field with those that hold it, outer ones first. */
function stepsOf({ path }: FieldRow, rows: readonly FieldRow[]): FieldRow[] {
  const parts = path.split('.');
  return parts.flatMap((_, index) => {
    const above = parts.slice(0, index + 1).join('.');
    return rows.find((row) => row.path === above) ?? [];
  });
}

function isCalled({ path, node }: FieldRow, word: string): boolean {
  return node.title === word || path.split('.').at(-1)?.replace('[]', '') === word;
}

function unknown(kind: Kind, typed: string, rows: readonly FieldRow[]): never {
  const own = rows.filter(({ path }) => !path.includes('.'));
  const names = own.flatMap(({ path, node }) => [node.title ?? '', path.replace('[]', '')]);
  const near = nearest(typed, names, 3);
  const all = [...new Set(own.map(({ path, node }) => node.title ?? path))].join('、');
  if (typed === '状态' || typed === 'state')
    throw new EditFault('状态不用填，由经过和日期推算', '办到哪一步用 yueyi step，例如 yueyi step 春季义诊 已开展。');
  throw new EditFault(
    `${kindTitle(kind)}没有“${typed}”这个字段`,
    near.length > 0 ? `是不是 ${near.join('、')}？` : `可用的字段：${all}。`,
  );
}
