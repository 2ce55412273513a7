import type { InBoth } from '../diagnostics/diagnostic.js';
import { foldName } from '../text/clean-name.js';
import { NameList } from '../text/nearest.js';

/**
 * Each compares a wrong name with an existing one; together they take less than a second. Of a hospital's ledger hundreds
 * of wrong names may be looked up among hundreds; thousands among thousands would take minutes.
 */
const MOST_COMPARISONS = 300_000;

/** What a hint says where the budget is used up. */
export const GIVEN_UP: InBoth = {
  zh: '（写错的名称太多，这里没有再找相近的。）',
  en: ' (With so many wrong names, no near one was looked for here.)',
};

/** What a wrong name may have meant. */
export interface Near {
  /** The one name that differs by nothing but spaces, quotation marks and full-width letters. */
  readonly same: string | null;
  /** That, or else the nearest name; empty where none is near. */
  readonly near: string;
  /** Whether no near name was looked for, because too many were before. */
  readonly isGivenUp: boolean;
}

interface Known {
  readonly list: NameList;
  readonly byFolded: ReadonlyMap<string, readonly string[]>;
  readonly found: Map<string, Near>;
}

/** Finds what wrong names may have meant, in one run of the rules, within a budget. */
export class NearNames {
  private left: number;
  private readonly known = new Map<string, Known>();

  constructor(most = MOST_COMPARISONS) {
    this.left = most;
  }

  /** @param list tells the names from other lists of names; they are made only once */
  find(word: string, list: string, names: () => Iterable<string>): Near {
    const known = this.known.get(list) ?? knownOf(names());
    this.known.set(list, known);
    const near = known.found.get(word) ?? this.look(word, known);
    known.found.set(word, near);
    return near;
  }

  private look(word: string, { list, byFolded }: Known): Near {
    const same = onlySame(word, byFolded);
    if (same !== null) return { same, near: same, isGivenUp: false };
    this.left -= list.names.length;
    if (this.left < 0) return { same, near: '', isGivenUp: true };
    return { same, near: list.nearest(word)[0] ?? '', isGivenUp: false };
  }
}

function knownOf(names: Iterable<string>): Known {
  const list = new NameList(names);
  const byFolded = new Map<string, string[]>();
  for (const name of list.names) {
    const folded = foldName(name);
    const others = byFolded.get(folded);
    if (others) others.push(name);
    else byFolded.set(folded, [name]);
  }
  return { list, byFolded, found: new Map() };
}

/** As `onlySameName`. */
function onlySame(word: string, byFolded: Known['byFolded']): string | null {
  const folded = foldName(word);
  const same = (word === folded ? [] : (byFolded.get(folded) ?? [])).filter((name) => name !== word);
  return same.length === 1 && same[0] === folded ? folded : null;
}
