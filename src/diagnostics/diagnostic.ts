import type { ShownText } from '../text/shown-text.js';

export type Severity = 'error' | 'warning';

/** The languages in which problems are reported. */
export type Language = 'zh' | 'en';

/** The same words in each language. */
export type InBoth = Readonly<Record<Language, string>>;

/** What a user reads about a problem, in one language. */
interface Sentences<A> {
  /** A heading of a few words. */
  readonly title: string;
  /** Why it matters to the user. */
  readonly why: string;
  /** What is wrong with which value: one sentence. */
  readonly message: (args: A) => string;
  /** What to do about it: one sentence. */
  readonly fix: (args: A) => string;
}

/**
 * One thing that can be wrong, described once: every sentence a user reads about it stands here, in Chinese and in
 * English. `A` are the arguments that fill the sentences.
 */
export interface Problem<A = never> {
  /** Lower-case words joined by hyphens; stable, for `excuse` and `yueyi why`. */
  readonly code: string;
  readonly severity: Severity;
  readonly zh: Sentences<A>;
  readonly en: Sentences<A>;
  /** Files that are right and files that have this problem, in the form `filesOf` reads; absent where no text can show it. */
  readonly pass?: string;
  readonly fail?: string;
}

/** A problem that is an error. */
export function errorProblem<A>(code: string, words: Omit<Problem<A>, 'code' | 'severity'>): Problem<A> {
  return { code, severity: 'error', ...words };
}

/** Where a finding points: a place in the data, turned into lines only when it is shown. */
export interface Place {
  /** Path below the data folder, with `/`. */
  readonly file: string;
  /** JSON pointer from the file's root; absent for a finding about the whole file. */
  readonly pointer?: string;
  /** Whether the key or the value at `pointer` is meant; the value unless given. */
  readonly part?: 'key' | 'value';
  /** UTF-16 offsets in the text, end exclusive, where there is no value to point at (broken YAML). */
  readonly offsets?: readonly [start: number, end: number];
}

export interface RelatedPlace {
  readonly at: Place;
  readonly message: InBoth;
}

/** What is wrong and what to do about it, in one language. */
interface Wording {
  readonly message: string;
  readonly hint: string;
}

/** A change of text that repairs a problem. It keeps the number of lines. */
export interface Repair {
  /** What is replaced; absent where it is all the finding points at. -1 is the byte order mark before the text. */
  readonly offsets?: readonly [start: number, end: number];
  readonly text: string;
  /** The key that the repair turns into a field: it is made only where the kind of the file has such a field. */
  readonly field?: string;
  /** Made only where the repaired value is valid: otherwise something else was meant. */
  readonly strict?: true;
}

/** A problem found in the data, in data paths. Bad data is data: findings are returned, never thrown. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly wording: (language: Language) => Wording;
  readonly at: Place;
  readonly record?: string;
  readonly related: readonly RelatedPlace[];
  /** What `validate --fix` writes instead; only where the data has a single possible meaning. */
  readonly repair?: readonly Repair[];
}

/** A problem at one place; its sentences are filled with `args` when they are asked for. */
export function findingOf<A>(
  problem: Problem<A>,
  args: A,
  at: Place,
  more: {
    readonly record?: string;
    readonly related?: readonly RelatedPlace[];
    readonly repair?: readonly Repair[];
  } = {},
): Finding {
  return {
    code: problem.code,
    severity: problem.severity,
    wording: (language) => ({ message: problem[language].message(args), hint: problem[language].fix(args) }),
    at,
    ...(more.record === undefined ? {} : { record: more.record }),
    related: more.related ?? [],
    ...(more.repair === undefined ? {} : { repair: more.repair }),
  };
}

/** A stretch of text: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding with its lines: what every output format reads. All of its texts may be shown as they are. */
export interface Diagnostic extends Range {
  readonly code: string;
  readonly severity: Severity;
  readonly message: ShownText;
  readonly hint: ShownText;
  /** Relative to the working directory, with `/`. */
  readonly file: ShownText;
  /** JSON pointer from the file's root, or null. */
  readonly path: ShownText | null;
  readonly record: ShownText | null;
  readonly related: readonly {
    readonly file: ShownText;
    readonly line: number;
    readonly column: number;
    readonly message: ShownText;
  }[];
  /** The source lines from `line` to `endLine`, for the frame; never part of the JSON contract. */
  readonly lines: readonly ShownText[];
}
