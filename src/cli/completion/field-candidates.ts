import type { Reader } from '../../files/reader.js';
import { type Field, fieldNamed, ownFields } from '../../reports/registry/field.js';
import { isKind, KINDS, type Kind, kindTitle } from '../../schema/kinds.js';
import { scalarText } from '../../text/scalar-text.js';
import { recordNames } from '../../workspace/record-names.js';
import { type Candidate, plain } from './candidate.js';
import { isId } from './offered-word.js';

/** Fields to sort by or to show: the last of several separated by commas, or one after `-`. */
export function fieldCandidates(words: readonly string[], typed: string): readonly Candidate[] {
  const kind = kindListed(words);
  const [lead = ''] = /^(?:-|.*[,，、])/.exec(typed) ?? [];
  return kind ? named(ownFields(kind), typed.slice(lead.length), lead, '') : [];
}

/** Fields to filter by, or after `=` the values of the field. */
export function conditionCandidates(
  words: readonly string[],
  typed: string,
  readerOf: () => Promise<Reader>,
): Promise<readonly Candidate[]> {
  const kind = kindListed(words);
  if (!kind) return Promise.resolve([]);
  const [, lead, name] = /^((.+?)[!！]?[=＝](?:.*[|｜])?)/.exec(typed) ?? [];
  if (lead === undefined || name === undefined) {
    const fields = ownFields(kind).filter(({ nested }) => !nested);
    return Promise.resolve(named(fields, typed, '', '='));
  }
  return valuesOf(fieldNamed(kind, name), lead, readerOf);
}

/** The values of a field: the words of its enum, or the records it refers to. */
async function valuesOf({ item }: Field, lead: string, readerOf: () => Promise<Reader>): Promise<readonly Candidate[]> {
  const words = item.enum?.map(scalarText) ?? (item.type === 'boolean' ? ['是', '否'] : undefined);
  const kinds = [item['x-ref'] ?? []].flat().filter(isKind);
  const values = words
    ? plain(words)
    : (await recordNames(await readerOf(), kinds))
        .filter(({ id }) => isId(id))
        .map(({ id, label }) => ({ value: id, text: label }));
  return values.map(({ value, text }) => ({ value: `${lead}${value}`, text }));
}

/** Fields by their Chinese titles, or by their keys where a key is being typed. */
function named(fields: readonly Field[], typed: string, lead: string, end: string): Candidate[] {
  const byKey = /^[\x21-\x7e]/.test(typed);
  return fields.map(({ path, title }) => ({
    value: `${lead}${byKey ? path : title}${end}`,
    text: byKey ? title : path,
  }));
}

/** The kind given to `list`, by its folder or its title. */
function kindListed(words: readonly string[]): Kind | undefined {
  return KINDS.find((kind) => words.includes(kind) || words.includes(kindTitle(kind)));
}
