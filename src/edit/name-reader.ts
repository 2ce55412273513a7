import { fieldsOf, type Ledger } from '../ledger/ledger.js';
import { namesIn } from '../ledger/names.js';
import { knownIds, type OwnerFields, targetKind } from '../ledger/references.js';
import { kindTitle } from '../schema/kinds.js';
import { foldName } from '../text/clean-name.js';
import { nearest } from '../text/nearest.js';
import { calledLike, type PinyinRank } from './by-name.js';
import { quoted, type Reading } from './reading.js';

/** Something that can be referred to: its id, and everything it is called, the id first. */
export interface Candidate {
  readonly id: string;
  readonly names: readonly string[];
}

/** No more names than this are listed to choose from. */
const SHOWN = 6;

/** What is read beside names as they are written. */
interface Reach {
  /** Samples may be meant: the record is one itself. */
  readonly sample?: boolean;
  /** A single character of a name is enough, and pinyin, where it is loaded. */
  readonly guesses?: { readonly pinyin: PinyinRank | undefined };
}

/**
 * Reads names as references: an id, a name, an alias, the only thing of whose name it is a part; else the only one whose
 * name it holds (东湖街道社区卫生服务中心党支部). A pairing is also known by its partners.
 */
export class NameReader {
  private readonly candidates = new Map<string, readonly Candidate[]>();
  private readonly known = new Map<string, Reading>();

  constructor(
    private readonly ledger: Ledger,
    private readonly reach: Reach = {},
  ) {}

  /**
   * @param targets kinds, or lists inside records of a kind (`programs/actions`)
   * @param owner the record with the reference: an action is looked up in its own program
   */
  reading(text: string, targets: readonly string[], owner: object): Reading {
    const word = foldName(text);
    const { program, board, year }: OwnerFields = fieldsOf(owner);
    const home = targets.some((target) => target.includes('/')) ? [program, board, year].join() : '';
    const key = `${targets.join()}\n${home}\n${word}`;
    const known = this.known.get(key) ?? this.find(word, text, targets, { key: home, owner });
    this.known.set(key, known);
    return known;
  }

  /** Everything that a reference may name. */
  candidatesFor(targets: readonly string[], owner: object): readonly Candidate[] {
    return targets.flatMap((target) => this.lookUp(target, owner));
  }

  private find(word: string, text: string, targets: readonly string[], home: Home): Reading {
    const all = targets.flatMap((target) => this.candidatesIn(target, home));
    const found = [...new Set(this.called(word, all).map(({ id }) => id))];
    const [only, second] = found;
    if (only !== undefined && second === undefined)
      return { value: only, ...(only === word ? {} : { taken: `“${word}”认作“${only}”` }) };
    if (only !== undefined) {
      const listed = `${found.slice(0, SHOWN).join('、')}${found.length > SHOWN ? ' 等' : ''}`;
      return { problem: `${quoted(text)}不止一个`, way: `写明是哪一个：${listed}`, isDoubt: true };
    }
    const near = nearest(word, [...new Set(all.flatMap(({ names }) => names))], 3);
    const way = near.length > 0 ? `是不是 ${near.join('、')}？` : wayFor(targets[0] ?? 'people', all);
    return { problem: `${quoted(text)}没有登记`, way, isDoubt: false };
  }

  private called(word: string, all: readonly Candidate[]): readonly Candidate[] {
    const { guesses } = this.reach;
    const isPart = guesses !== undefined || word.length > 1;
    const found = isPart
      ? calledLike(word, all, ({ names }) => names, guesses?.pinyin)
      : all.filter(({ names }) => names.includes(word));
    if (found.length > 0) return found;
    return all.filter(({ names }) => names.some((name) => name.length > 1 && word.includes(name)));
  }

  private candidatesIn(target: string, { key, owner }: Home): readonly Candidate[] {
    const name = `${target}\n${key}`;
    const known = this.candidates.get(name);
    if (known) return known;
    const found = this.lookUp(target, owner);
    this.candidates.set(name, found);
    return found;
  }

  private lookUp(target: string, owner: object): readonly Candidate[] {
    const ids = new Set(knownIds(this.ledger, target, { value: owner }));
    const named = namesIn(this.ledger, target);
    const called = named
      .filter(({ id, owner: { valid, sample } }) => valid && ids.has(id) && (!sample || this.reach.sample))
      .map(({ id, others, owner: { kind, value }, pointer }): Candidate => {
        const partners = kind === 'pairings' && pointer === '' ? this.partnersOf(value) : [];
        return { id, names: [id, ...others, ...partners].map(foldName) };
      });
    // The sections of the built-in outline stand in no record.
    const inRecords = new Set(named.map(({ id }) => id));
    const bare = [...ids].filter((id) => !inRecords.has(id));
    return [...called, ...bare.map((id) => ({ id, names: [foldName(id)] }))];
  }

  private partnersOf(pairing: object): string[] {
    const { partners } = fieldsOf(pairing);
    const ids = Array.isArray(partners) ? partners.filter((id) => typeof id === 'string') : [];
    const organizations = this.candidatesIn('organizations', { key: '', owner: {} });
    return ids.flatMap((id) => [id, ...organizations.filter((each) => each.id === id).flatMap(({ names }) => names)]);
  }
}

/** The record whose lists a name is looked up in, and a key for it. */
interface Home {
  readonly key: string;
  readonly owner: object;
}

function wayFor(target: string, all: readonly Candidate[]): string {
  const title = kindTitle(targetKind(target));
  if (!target.includes('/')) return `先登记（yueyi add ${title}），或改成已登记的名称`;
  return all.length === 0 ? `先写进${title}的记录里` : `可选：${all.map(({ id }) => id).join('、')}`;
}
