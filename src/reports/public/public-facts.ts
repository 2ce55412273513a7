import type { Figure } from '../../document/figure.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { inTens, isFew, isMany, isPersonUnit } from './persons.js';
import { FEW, UNPUBLISHED } from './unpublished.js';

type Fact = Entry<'facts'>;

/** What a public version prints of a document's number of persons: a number, or the words that stand for it. */
type PublicFact = Pick<Figure, 'value' | 'bound' | 'missing'>;

/**
 * Documents' numbers of persons in a public version, and no other facts. What a public document states is printed as it
 * stands. Of the others, few persons are 不足10. A whole is the sum of those parts that are not few (不少于); a part that
 * leaves few others of its whole is 不公布, and so is each number connected with both few persons and a public number,
 * from which they could be computed. A number that is printed so does not depend on how many the few are.
 */
export class PublicFacts {
  constructor(private readonly ledger: Ledger) {}

  /** @returns undefined for what is printed as it stands */
  of(fact: Fact): PublicFact | undefined {
    if (!isPersonUnit(fact.value.unit) || this.isPublic(fact)) return undefined;
    const { value, unit, bound, parts } = fact.value;
    const family = this.family(fact);
    const isMixed = family.some((each) => this.isPublic(each));
    if (isMixed && family.some((each) => this.concernsFew(each))) return hidden();
    if (isFew(value) && parts === undefined) return { value: null, missing: `${FEW.once}${unit}` };
    if (this.leavesFew(fact)) return hidden();
    return parts === undefined ? rounded(value, bound) : this.sumOf(this.leaves(fact));
  }

  /** A whole by the parts at its ends, without those of few persons. */
  private sumOf(leaves: readonly Fact[]): PublicFact {
    const many = leaves.filter(({ value }) => !isFew(value.value));
    const sum = many.reduce((all, { value }) => all + value.value, 0);
    if (many.length === leaves.length) return rounded(sum, '约');
    return sum === 0 ? hidden() : rounded(sum, '不少于');
  }

  private leaves(fact: Fact, above: readonly Fact[] = []): readonly Fact[] {
    const parts = above.includes(fact) ? [] : this.facts(fact.value.parts ?? []);
    return parts.length === 0 ? [fact] : parts.flatMap((part) => this.leaves(part, [...above, fact]));
  }

  /** Whether the others of the number it belongs to are few, or none, and not public already as the difference of both. */
  private leavesFew(fact: Fact): boolean {
    const { of, value } = fact.value;
    const wholes = this.facts(of === undefined ? [] : [of]);
    return wholes.some((whole) => !isMany(whole.value.value - value) && !(this.isPublic(whole) && this.isPublic(fact)));
  }

  private concernsFew(fact: Fact): boolean {
    return (isFew(fact.value.value) && !this.isPublic(fact)) || this.leavesFew(fact);
  }

  private isPublic({ value }: Fact): boolean {
    return this.ledger.get('sources', value.source)?.value.public === true;
  }

  /** The facts connected with one as parts and wholes. */
  private family(fact: Fact): readonly Fact[] {
    const found = new Set([fact]);
    for (const each of found) {
      const { parts = [], of } = each.value;
      const above = this.ledger
        .all('facts')
        .filter(({ value }) => value.of === each.id || value.parts?.includes(each.id));
      for (const near of [...this.facts([...parts, ...(of === undefined ? [] : [of])]), ...above]) found.add(near);
    }
    return [...found];
  }

  private facts(ids: readonly string[]): readonly Fact[] {
    return ids.flatMap((id) => this.ledger.get('facts', id) ?? []);
  }
}

function hidden(): PublicFact {
  return { value: null, missing: UNPUBLISHED };
}

function rounded(count: number, bound: Figure['bound']): PublicFact {
  if (count === 0) return { value: 0 };
  return { value: inTens(count, bound), bound: bound ?? '约' };
}
