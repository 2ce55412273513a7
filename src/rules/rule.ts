import { type Finding, findingOf, type Place, type Problem, type RelatedPlace } from '../diagnostics/diagnostic.js';
import type { Entry } from '../ledger/ledger.js';
import type { RuleContext } from './rule-context.js';

/** What a rule points at: a record, the workspace's settings, or a file without a record's id. */
export type Reported = Pick<Entry, 'file' | 'pointer'> & {
  readonly id?: string;
  readonly value?: Pick<Entry['value'], 'excuse'>;
};

/** Why a record is excused from a rule, as its `excuse` says. */
export type Excuse = NonNullable<Entry['value']['excuse']>[number];

/** A finding that its record is excused from: not reported, but listed. */
export interface Excused {
  readonly finding: Finding;
  readonly excuse: Excuse;
}

/** A rule's own way to say what it found. */
export type Report<A> = (
  entry: Reported,
  pointer: string,
  args: A,
  more?: { part?: Place['part']; offsets?: Place['offsets']; related?: readonly RelatedPlace[] },
) => void;

export interface Found {
  readonly findings: readonly Finding[];
  readonly excused: readonly Excused[];
}

export interface Rule {
  readonly problem: Problem & Samples;
  /** The workspace may not relax it: what it finds makes figures wrong, or gives a person's data away. */
  readonly locked: boolean;
  readonly run: (context: RuleContext) => Found;
}

/** A rule is shown by files that it passes and files that it does not: see `filesOf`. */
interface Samples {
  readonly pass: string;
  readonly fail: string;
}

/**
 * A rule is one file: its sentences, its samples and its check, which reports records by the pointer within them.
 * What a record excuses with a written reason is set aside.
 */
export function defineRule<A>(
  problem: Problem<A> &
    Samples & {
      readonly locked?: true;
      readonly check: (context: RuleContext, report: Report<A>) => void;
    },
): Rule {
  return {
    problem,
    locked: problem.locked ?? false,
    run(context) {
      const findings: Finding[] = [];
      const excused: Excused[] = [];
      problem.check(context, (entry, pointer, args, { part, offsets, related = [] } = {}) => {
        const place = placeOf(entry, pointer);
        // A comment, or a text that cannot be read, has a place but no value.
        const value = offsets && place.pointer === '' ? { file: entry.file } : place;
        const at = { ...value, ...(part ? { part } : {}), ...(offsets ? { offsets } : {}) };
        const finding = findingOf(problem, args, at, {
          ...(entry.id === undefined ? {} : { record: entry.id }),
          related,
        });
        const excuse = entry.value?.excuse?.find(({ code }) => code === problem.code);
        if (excuse) excused.push({ finding, excuse });
        else findings.push(finding);
      });
      return { findings, excused };
    },
  };
}

/** Where a pointer within a record stands in its file. */
export function placeOf(entry: Pick<Entry, 'file' | 'pointer'>, pointer = ''): Place {
  return { file: entry.file, pointer: `${entry.pointer}${pointer}` };
}
