import { fieldsOf, type Ledger } from '../ledger/ledger.js';
import { namesIn } from '../ledger/names.js';
import { targetKind } from '../ledger/references.js';
import { kindTitle } from '../schema/kinds.js';
import { foldName } from '../text/clean-name.js';
import { nearest } from '../text/nearest.js';
import type { Reading } from './cell-reading.js';

/** Something that can be referred to: its id, and everything it is called. */
interface Candidate {
  readonly id: string;
  readonly names: readonly string[];
}

const SHOWN = 4;

/**
 * Reads names as references: an id, a name or an alias; else the only thing whose name holds the words, or is held by them.
 * A pairing is also known by its partners.
 */
export class NameReader {
  private readonly candidates = new Map<string, readonly Candidate[]>();
  private readonly read = new Map<string, Reading>();

  constructor(private readonly ledger: Ledger) {}

  /** @param targets kinds, or lists inside records of a kind (`programs/actions`) */
  reading(typed: string, targets: readonly string[]): Reading {
    const word = foldName(typed);
    const key = `${targets.join()}\n${word}`;
    const known = this.read.get(key) ?? this.find(word, targets);
    this.read.set(key, known);
    return known;
  }

  private find(word: string, targets: readonly string[]): Reading {
    const all = targets.flatMap((target) => this.candidatesIn(target));
    const ids = (found: readonly Candidate[]): string[] => [...new Set(found.map(({ id }) => id))];
    const exact = ids(all.filter(({ id }) => foldName(id) === word));
    const called = exact.length > 0 ? exact : ids(all.filter(({ names }) => names.includes(word)));
    const parts = (): string[] =>
      word.length < 2 ? [] : ids(all.filter(({ names }) => names.some((name) => isPart(name, word))));
    const [only, ...more] = called.length > 0 ? called : parts();
    if (only !== undefined && more.length === 0)
      return { value: only, ...(only === word ? {} : { taken: `“${word}”认作“${only}”` }) };
    if (only !== undefined) {
      const listed = [only, ...more].slice(0, SHOWN).join('、');
      return { doubt: `“${word}”可能是${listed}${more.length >= SHOWN ? '等' : ''}，写明是哪一个` };
    }
    const title = kindTitle(targetKind(targets[0] ?? 'people'));
    const near = nearest(word, ids(all))[0];
    return {
      fault: `${title}里没有“${word}”${near === undefined ? '，先登记，或改成已登记的名称' : `，是不是“${near}”`}`,
    };
  }

  private candidatesIn(target: string): readonly Candidate[] {
    const known = this.candidates.get(target);
    if (known) return known;
    const found = namesIn(this.ledger, target)
      .filter(({ owner }) => owner.valid)
      .map(({ id, others, owner, pointer }): Candidate => {
        const partners = owner.kind === 'pairings' && pointer === '' ? this.partnersOf(owner.value) : [];
        return { id, names: [id, ...others, ...partners].map(foldName) };
      });
    this.candidates.set(target, found);
    return found;
  }

  private partnersOf(pairing: object): string[] {
    const { partners } = fieldsOf(pairing);
    const ids = Array.isArray(partners) ? partners.filter((id) => typeof id === 'string') : [];
    return ids.flatMap((id) => [
      id,
      ...this.candidatesIn('organizations')
        .filter((each) => each.id === id)
        .flatMap(({ names }) => names),
    ]);
  }
}

/** Whether one name is a part of the other: 东湖街道 of 东湖街道社区卫生服务中心, 越医康养 of “越医康养”服务社区行动. */
function isPart(name: string, word: string): boolean {
  return name.includes(word) || (name.length >= 2 && word.includes(name));
}
