import {
  type Finding,
  findingOf,
  type Place,
  type Problem,
  type RelatedPlace,
  type Repair,
  type Severity,
} from '../diagnostics/diagnostic.js';
import type { Entry } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import type { RuleContext } from './rule-context.js';

/** What a rule points at: a record, the workspace's settings, or a file without a record's id. */
export type RuleSubject = Pick<Entry, 'file' | 'pointer'> & Partial<Pick<Entry, 'id' | 'value' | 'valid'>>;

/** Why a record is excused from a rule, as its `excuse` says. */
export type Excuse = NonNullable<Entry['value']['excuse']>[number];

/** A finding that its record is excused from: not reported, but listed. */
export interface Excused {
  readonly finding: Finding;
  readonly excuse: Excuse;
}

/** Reports a finding of a rule: on a record, at a pointer within it, with the arguments of its sentences. */
export type Report<A> = (
  entry: RuleSubject,
  pointer: string,
  args: A,
  more?: {
    part?: Place['part'];
    offsets?: Place['offsets'];
    related?: readonly RelatedPlace[];
    repair?: readonly Repair[];
  },
) => void;

export interface RuleFindings {
  readonly findings: readonly Finding[];
  readonly excused: readonly Excused[];
}

/** A check of single records: what a record shows by itself, and with the records that it names. */
export interface RecordCheck<A> {
  readonly kinds: readonly Kind[];
  readonly run: (entry: Entry, report: Report<A>, context: RuleContext) => void;
}

/** Collects the findings of the rules. */
export class FindingCollector implements RuleFindings {
  readonly findings: Finding[] = [];
  readonly excused: Excused[] = [];
}

/** A rule, with any arguments of its sentences. */
export interface Rule extends Checks<unknown> {
  readonly problem: Problem & Samples;
  /** The workspace may not relax it: what it finds makes figures wrong, or gives a person's data away. */
  readonly locked: boolean;
  /** Makes the function with which it reports; its own severity unless another is given. */
  readonly reportTo: (found: FindingCollector, severity?: Severity) => Report<unknown>;
}

/** Files that pass a rule and files that fail it, in the form `filesOf` reads. */
interface Samples {
  readonly pass: string;
  readonly fail: string;
}

/** What a rule checks: single records, or the ledger as a whole, or both. */
interface Checks<A> {
  readonly record?: RecordCheck<A>;
  readonly check?: (context: RuleContext, report: Report<A>) => void;
}

/**
 * Makes a rule of its sentences, its samples and its checks: a `record` check for what a single record shows, alone or with
 * those it names; a `check` for what needs the whole ledger. A finding that its record excuses with a written reason is listed, not reported.
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

/** A check of each record of some kinds. */
export function eachOf<K extends Kind, A>(
  kinds: readonly K[],
  run: (entry: Entry<K>, report: Report<A>, context: RuleContext) => void,
): RecordCheck<A> {
  // `checkRules` runs it only on records of these kinds, which its type cannot express.
  return { kinds, run: run as RecordCheck<A>['run'] };
}

function reportTo<A>(problem: Problem<A>, found: FindingCollector): Report<unknown> {
  const report: Report<A> = (entry, pointer, args, { part, offsets, related = [], repair } = {}) => {
    const place = placeOf(entry, pointer);
    // A comment, or a text that is invalid YAML, has offsets but no pointer.
    const value = offsets && place.pointer === '' ? { file: entry.file } : place;
    const at = { ...value, ...(part ? { part } : {}), ...(offsets ? { offsets } : {}) };
    const finding = findingOf(problem, args, at, {
      ...(entry.id === undefined ? {} : { record: entry.id }),
      related,
      ...(repair ? { repair } : {}),
    });
    // In an invalid record `excuse` may be anything.
    const excuse = entry.valid ? entry.value?.excuse?.find(({ code }) => code === problem.code) : undefined;
    if (excuse) found.excused.push({ finding, excuse });
    else found.findings.push(finding);
  };
  return report as Report<unknown>;
}

/** The place in its file of a pointer within a record. */
export function placeOf(entry: Pick<Entry, 'file' | 'pointer'>, pointer = ''): Place {
  return { file: entry.file, pointer: `${entry.pointer}${pointer}` };
}
