import { rowNamed } from '../../figures/registry.js';
import type { Ledger } from '../../ledger/ledger.js';
import { nodeAt } from '../../schema/dictionary.js';
import { nearest } from '../../text/nearest.js';
import { type Name, namedIn, namesOf, type Shape } from './names.js';
import { type Tag, TemplateFault } from './tag.js';

/** What a tag stands for. `up` counts loops outwards from where the tag stands. */
export type Meaning =
  /** Fields followed from an item or the record; the first of their names is printed in messages and lists. */
  | { readonly type: 'field'; readonly up: number; readonly keys: readonly string[] }
  /** The item of a loop itself, or its number from 1. */
  | { readonly type: 'item' | 'ordinal' }
  | { readonly type: 'setting'; readonly key: Setting }
  | { readonly type: 'today' }
  | { readonly type: 'figure'; readonly id: string };

export type Setting = (typeof SETTINGS)[number];

/** What every template may take from the ledger's settings. */
export const SETTINGS = ['hospital', 'issuer', 'office', 'superior'] as const;

/** Words that are no fields. */
export const WORDS = { item: '.', ordinal: '序号', today: '今天' } as const;

/** What stands for the record's own id in the id of a figure: {activities@pairing=编号}. */
const OWN_ID = /=(?:编号|id)(?=,|$)/g;

/** A tag's meaning, and what a loop over it repeats its content for; null shapes where it cannot be repeated. */
export interface Understood {
  readonly meaning: Meaning;
  readonly shapes: readonly Shape[];
}

/**
 * What a tag means where it stands.
 * @param scopes the loops around it, the innermost first, and the record's kind last
 * @throws TemplateFault for an unknown name, with the nearest
 */
export function understand(ledger: Ledger, tag: Tag, scopes: readonly (readonly Shape[])[]): Understood {
  const { name } = tag;
  const inLoop = scopes.length > 1;
  if (inLoop && name === WORDS.item) return { meaning: { type: 'item' }, shapes: scopes[0] ?? [] };
  const words = name.split('.');
  for (const [up, shapes] of scopes.entries()) {
    if (namedIn(shapes, words[0] ?? '').length > 0) return field(tag, words, up, shapes);
  }
  if (inLoop && name === WORDS.ordinal) return plain({ type: 'ordinal' });
  const setting = SETTINGS.find((key) => key === name || settingTitle(key) === name);
  if (setting) return plain({ type: 'setting', key: setting });
  if (name === WORDS.today) return plain({ type: 'today' });
  if (isFigure(ledger, name)) return plain({ type: 'figure', id: name });
  throw unknown(tag, words[0] ?? '', scopes.flat(), [...SETTINGS.map(settingTitle), WORDS.today]);
}

const plain = (meaning: Meaning): Understood => ({ meaning, shapes: [] });

export function settingTitle(key: Setting): string {
  return nodeAt('workspace', [key])?.title ?? key;
}

function field(tag: Tag, words: readonly string[], up: number, from: readonly Shape[]): Understood {
  let shapes = from;
  const keys: string[] = [];
  for (const [index, word] of words.entries()) {
    const names: readonly Name[] = namedIn(shapes, word);
    const [first] = names;
    if (!first) {
      if (shapes.length > 0) throw unknown(tag, word, shapes);
      const before = words.slice(0, index).join('.');
      throw new TemplateFault(tag.place, `“${before}”后面没有可以再写的内容`, `写成 {${before}}。`);
    }
    keys.push(first.key);
    shapes = names.flatMap((name) => name.shapes);
  }
  return { meaning: { type: 'field', up, keys }, shapes };
}

function unknown(tag: Tag, word: string, shapes: readonly Shape[], others: readonly string[] = []): TemplateFault {
  const names = shapes.flatMap(namesOf);
  const titles = [...new Set(names.map(({ title }) => title)), ...others];
  const [near] = nearest(word, [...titles, ...names.map(({ key }) => key)]);
  const way = near === undefined ? `可用：${titles.join('、')}。` : `是不是 ${tag.name.replace(word, () => near)}？`;
  return new TemplateFault(tag.place, `没有“${word}”这个标记`, way);
}

/** Whether a name is meant as the id of a figure; whether there is such a one is asked for each record. */
function isFigure(ledger: Ledger, name: string): boolean {
  return name.includes('@') || ledger.has('facts', name) || rowNamed(name) !== undefined;
}

/** The id of a figure for a record. */
export function figureIdFor(id: string, record: string): string {
  return id.replace(OWN_ID, () => `=${record}`);
}

/** Whether a meaning depends on the record. */
export function isAboutRecord(meaning: Meaning): boolean {
  return meaning.type === 'field' || (meaning.type === 'figure' && figureIdFor(meaning.id, '') !== meaning.id);
}
