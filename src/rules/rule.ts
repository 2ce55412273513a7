import { type Finding, findingOf, type Place, type Problem, type RelatedPlace } from '../diagnostics/diagnostic.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';

/** What a rule may look at. Rules look at records alone: nothing here depends on the day. */
export interface RuleContext {
  readonly ledger: Ledger;
  /** Kinds of which a file could not be read: what is missing there is unknown, not absent. */
  readonly unreadable: ReadonlySet<Kind>;
  /** Whether an id names a figure that can be computed. */
  readonly knowsFigure: (id: string) => boolean;
  /** Ids of figures that a wrong one may have meant. */
  readonly figureIds: () => readonly string[];
}

/** What a rule points at: a record, or the workspace's settings. */
type Reported = Pick<Entry, 'file' | 'pointer' | 'id'> & { readonly value: Pick<Entry['value'], 'excuse'> };

/** A rule's own way to say what it found. */
export type Report<A> = (
  entry: Reported,
  pointer: string,
  args: A,
  more?: { part?: Place['part']; related?: readonly RelatedPlace[] },
) => void;

export interface Rule {
  readonly problem: Problem;
  readonly run: (context: RuleContext) => Finding[];
}

/**
 * A rule is one file: its sentences and its check, which reports records by the pointer within them.
 * A record excused from the rule, with its written reason, is not reported.
 */
export function defineRule<A>(
  problem: Problem<A> & { readonly check: (context: RuleContext, report: Report<A>) => void },
): Rule {
  return {
    problem,
    run(context) {
      const findings: Finding[] = [];
      problem.check(context, (entry, pointer, args, { part, related = [] } = {}) => {
        if (entry.value.excuse?.some(({ code }) => code === problem.code)) return;
        const at = { ...placeOf(entry, pointer), ...(part ? { part } : {}) };
        findings.push(findingOf(problem, args, at, { record: entry.id, related }));
      });
      return findings;
    },
  };
}

/** Where a pointer within a record stands in its file. */
export function placeOf(entry: Pick<Entry, 'file' | 'pointer'>, pointer = ''): Place {
  return { file: entry.file, pointer: `${entry.pointer}${pointer}` };
}
