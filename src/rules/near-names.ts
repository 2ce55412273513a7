import type { InBoth } from '../diagnostics/diagnostic.js';
import { foldName } from '../text/clean-name.js';
import { NameList } from '../text/nearest.js';

/**
 * The largest number of comparisons of a wrong name with an existing one, together less than a second. In a hospital hundreds
 * of wrong names are looked up among hundreds; thousands among thousands would take minutes.
 */
const MOST_COMPARISONS = 300_000;

/** The addition to a hint where the budget is used up. */
export const NOT_SEARCHED: InBoth = {
  zh: '（写错的名称太多，这里没有再找相近的。）',
  en: ' (With so many wrong names, no near one was looked for here.)',
};

/** A suggestion for a wrong name. */
export interface Suggestion {
  /** The one name that differs only by spaces, quotation marks and full-width letters. */
  readonly same: string | null;
  /** That, or else the nearest name; empty where none is near. */
  readonly near: string;
  /** Whether no near name was searched, because the budget was used up. */
  readonly isNotSearched: boolean;
}

interface Known {
  readonly list: NameList;
  readonly byFolded: ReadonlyMap<string, readonly string[]>;
  readonly found: Map<string, Suggestion>;
}

/** Finds suggestions for wrong names, in one run of the rules, within a budget. */
export class NameSuggestions {
  private left: number;
  private readonly known = new Map<string, Known>();

  constructor(most = MOST_COMPARISONS) {
    this.left = most;
  }

  /** @param list a key for this list of names, which is made only once */
  find(word: string, list: string, names: () => Iterable<string>): Suggestion {
    const known = this.known.get(list) ?? knownOf(names());
    this.known.set(list, known);
    const near = known.found.get(word) ?? this.look(word, known);
    known.found.set(word, near);
    return near;
  }

  private look(word: string, { list, byFolded }: Known): Suggestion {
    const same = onlySame(word, byFolded);
    if (same !== null) return { same, near: same, isNotSearched: false };
    this.left -= list.names.length;
    if (this.left < 0) return { same, near: '', isNotSearched: true };
    return { same, near: list.nearest(word)[0] ?? '', isNotSearched: false };
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
