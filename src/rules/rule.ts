import {
  type Finding,
  findingOf,
  type Place,
  type Problem,
  type RelatedPlace,
  type Repair,
  type Severity,
} from '../diagnostics/diagnostic.js';
import type { Entry, Workspace } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import type { RuleContext } from './rule-context.js';

/** What a rule points at: a record, the workspace's settings, or a file without a record's id. */
export type Reported = Pick<Entry, 'file' | 'pointer'> & Partial<Pick<Entry, 'id' | 'value' | 'valid'>>;

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
  more?: {
    part?: Place['part'];
    offsets?: Place['offsets'];
    related?: readonly RelatedPlace[];
    repair?: readonly Repair[];
  },
) => void;

export interface Found {
  readonly findings: readonly Finding[];
  readonly excused: readonly Excused[];
}

/** A rule's look at one record by itself. */
export interface RecordCheck<A> {
  readonly kinds: readonly Kind[];
  readonly look: (entry: Entry, report: Report<A>, settings: Workspace | null) => void;
}

/** What rules have found so far. */
export class FoundList implements Found {
  readonly findings: Finding[] = [];
  readonly excused: Excused[] = [];
}

/** A rule, whatever its sentences are filled with. */
export interface Rule extends Checks<unknown> {
  readonly problem: Problem & Samples;
  /** The workspace may not relax it: what it finds makes figures wrong, or gives a person's data away. */
  readonly locked: boolean;
  /** How it says what it found, with its own severity unless another is given. */
  readonly reportTo: (found: FoundList, severity?: Severity) => Report<unknown>;
}

/** A rule is shown by files that it passes and files that it does not: see `filesOf`. */
interface Samples {
  readonly pass: string;
  readonly fail: string;
}

/** What a rule looks at: one record after another, or the ledger as a whole, or both. */
interface Checks<A> {
  readonly record?: RecordCheck<A>;
  readonly check?: (context: RuleContext, report: Report<A>) => void;
}

/**
 * A rule is one file: its sentences, its samples and what it checks. What one record shows by itself is a `record` check,
 * what takes the whole ledger to see a `check`. What a record excuses with a written reason is set aside.
 */
export function defineRule<A>(problem: Problem<A> & Samples & { readonly locked?: true } & Checks<A>): Rule {
  const { record, check, locked = false } = problem;
  const checks = { ...(record ? { record } : {}), ...(check ? { check } : {}) };
  return {
    ...(checks as Checks<unknown>),
    problem,
    locked,
    reportTo: (found, severity) => reportTo(severity === undefined ? problem : { ...problem, severity }, found),
  };
}

/** A look at each record of some kinds. */
export function eachOf<K extends Kind, A>(
  kinds: readonly K[],
  look: (entry: Entry<K>, report: Report<A>, settings: Workspace | null) => void,
): RecordCheck<A> {
  // The run gives a look only records of its kinds, which the list of all looks cannot say.
  return { kinds, look: look as RecordCheck<A>['look'] };
}

function reportTo<A>(problem: Problem<A>, found: FoundList): Report<unknown> {
  const report: Report<A> = (entry, pointer, args, { part, offsets, related = [], repair } = {}) => {
    const place = placeOf(entry, pointer);
    // A comment, or a text that cannot be read, has a place but no value.
    const value = offsets && place.pointer === '' ? { file: entry.file } : place;
    const at = { ...value, ...(part ? { part } : {}), ...(offsets ? { offsets } : {}) };
    const finding = findingOf(problem, args, at, {
      ...(entry.id === undefined ? {} : { record: entry.id }),
      related,
      ...(repair ? { repair } : {}),
    });
    // Where the schema refuses the record, anything may stand there.
    const excuse = entry.valid ? entry.value?.excuse?.find(({ code }) => code === problem.code) : undefined;
    if (excuse) found.excused.push({ finding, excuse });
    else found.findings.push(finding);
  };
  return report as Report<unknown>;
}

/** Where a pointer within a record stands in its file. */
export function placeOf(entry: Pick<Entry, 'file' | 'pointer'>, pointer = ''): Place {
  return { file: entry.file, pointer: `${entry.pointer}${pointer}` };
}
