import { NameReader } from '../../edit/name-reader.js';
import { wordsFor } from '../../edit/read-value.js';
import { itemOf } from '../../edit/typed-field.js';
import type { Ledger } from '../../ledger/ledger.js';
import type { FieldRow } from '../../schema/fields.js';
import type { Kind } from '../../schema/kinds.js';
import { scalarText } from '../../text/scalar-text.js';
import type { Offered, Questions } from './questions.js';

const NONE: Offered = { value: '', shown: '（不填）' };
const DONE: Offered = { value: '', shown: '（好了）' };

/** No id and no word. */
const ALL_OF_THEM = '、';

/** A field that is asked for, with what is known of it. */
export interface FieldQuestion {
  readonly ledger: Ledger;
  readonly kind: Kind;
  readonly row: FieldRow;
  /** The record as far as it is known: an action belongs to its program. */
  readonly owner: object;
  /** Of samples only a sample may name others. */
  readonly sample: boolean;
  /** What the field usually has: offered first. */
  readonly usual: readonly string[];
  readonly isRequired: boolean;
  /** Why a text cannot be taken; null where it can. */
  readonly check: (text: string) => Promise<string | null>;
}

/**
 * Asks for the value of a field: words and references from a menu, several of them one after the other, all else as a text.
 * @returns what would be typed for it; empty where it is left out
 * @throws Left
 */
export async function askField(questions: Questions, asked: FieldQuestion): Promise<string> {
  const { row, usual, isRequired, check } = asked;
  const title = row.node.title ?? row.path;
  const offered = offeredFor(asked);
  if (offered)
    return isList(row) ? chooseSeveral(questions, title, offered, asked) : chooseOne(questions, title, offered, asked);
  return questions.type({
    title,
    usual: usual.join('、'),
    check: async (text) => (text.trim() === '' ? (isRequired ? '要填。' : null) : check(text)),
  });
}

const isList = ({ node }: FieldRow): boolean => node.items !== undefined;

/** The values that a field can have; undefined where anything may be typed. */
function offeredFor({ ledger, kind, row, owner, sample }: FieldQuestion): readonly Offered[] | undefined {
  const node = row.node.items ? itemOf(kind, row) : row.node;
  if (node.enum) {
    const words = node.enum.map(scalarText).map((value) => ({ value, names: wordsFor(value) }));
    return words.map(({ value, names }) => ({ value, shown: names.at(-1) ?? value, names }));
  }
  if (node.type === 'boolean') return [{ value: '是' }, { value: '否' }];
  if (node['x-ref'] === undefined) return undefined;
  const candidates = new NameReader(ledger, { sample }).candidatesFor([node['x-ref']].flat(), owner);
  return candidates.map(({ id, names }) => {
    const [, name = id] = names;
    return { value: id, shown: id.includes(name) ? id : `${id} ${name}`, names };
  });
}

function chooseOne(
  questions: Questions,
  title: string,
  offered: readonly Offered[],
  { usual, isRequired }: FieldQuestion,
): Promise<string> {
  const [first, rest] = parted(offered, usual);
  return questions.choose({ title, offered: [...first, ...(isRequired ? [] : [NONE]), ...rest] });
}

async function chooseSeveral(
  questions: Questions,
  title: string,
  offered: readonly Offered[],
  { usual, isRequired }: FieldQuestion,
): Promise<string> {
  const [first, rest] = parted(offered, usual);
  const values = first.map(({ value }) => value).join('、');
  const all = first.length > 0 ? [{ value: ALL_OF_THEM, shown: `${values}（就这些）`, names: [] }] : [];
  const none = isRequired ? [] : [NONE];
  const one = await questions.choose({ title, offered: [...all, ...first, ...none, ...rest] });
  if (one === '') return '';
  if (one === ALL_OF_THEM) return values;
  const chosen = [one];
  for (;;) {
    const free = [...first, ...rest].filter(({ value }) => !chosen.includes(value));
    const next = free.length === 0 ? '' : await questions.choose({ title: `${title}，还有`, offered: [DONE, ...free] });
    if (next === '') return chosen.join('、');
    chosen.push(next);
  }
}

/** Those that a field usually has, and the others. */
function parted(offered: readonly Offered[], usual: readonly string[]): readonly [Offered[], Offered[]] {
  const isUsual = ({ value }: Offered): boolean => usual.includes(value);
  return [offered.filter(isUsual), offered.filter((one) => !isUsual(one))];
}
