import type { OutputFormat } from '../../document/output-format.js';
import type { Diagnostic, Language, Problem } from '../diagnostic.js';
import type { Summary } from '../summary.js';

/** The text for a screen shows this many findings and counts the rest. */
export const MOST_SHOWN = 100;

/** What a format may print beside the findings. */
export interface ValidationFacts {
  readonly summary: Summary;
  /** The language of the findings' sentences. */
  readonly language: Language;
  /** Every problem that can be found, in the catalogue's order; empty for formats for people, who use `why`. */
  readonly problems: readonly Problem[];
  /** Findings that their records are excused from; the hint is the written reason. */
  readonly excused: readonly Diagnostic[];
  /** yueyi's own version. */
  readonly version: string;
  /** The commit that was read; absent where the files were read as they are. */
  readonly rev?: string;
}

/** What text for people needs beside the findings. */
export interface ScreenFacts extends ValidationFacts {
  readonly color: boolean;
  /** Columns of the screen. */
  readonly width: number;
  /** Leaves the summary out. */
  readonly quiet: boolean;
  /** Which version was read, in the words the summary begins with. */
  readonly revision?: string;
}

/** A whole product made of findings, in pieces where there may be very many. Pure. */
type Renderer = (diagnostics: readonly Diagnostic[], facts: ScreenFacts) => Iterable<string> | Promise<string>;

export interface DiagnosticsFormat extends OutputFormat {
  /** For people: the first findings, and the excused ones only where asked for. Programs get everything. */
  readonly isForPeople: boolean;
  /** Whether its paths start at the top of the repository rather than in the working directory. */
  readonly fromTop: boolean;
  readonly load: () => Promise<Renderer>;
}

/** Every format of `validate`, the default first. A new one is a file and a row. */
export const DIAGNOSTICS_FORMATS: readonly DiagnosticsFormat[] = [
  {
    name: 'text',
    chinese: '文字',
    endings: ['.txt'],
    isForPeople: true,
    fromTop: false,
    load: async () => (await import('./screen.js')).renderForScreen,
  },
  {
    name: 'json',
    endings: ['.json'],
    isForPeople: false,
    fromTop: false,
    load: async () => (await import('./json.js')).renderDiagnosticsJson,
  },
  {
    name: 'github',
    endings: [],
    isForPeople: false,
    fromTop: true,
    load: async () => (await import('./github.js')).renderGithub,
  },
  {
    name: 'gitlab',
    endings: [],
    isForPeople: false,
    fromTop: true,
    load: async () => (await import('./gitlab.js')).renderGitlab,
  },
  {
    name: 'sarif',
    endings: ['.sarif', '.sarif.json'],
    isForPeople: false,
    fromTop: true,
    load: async () => (await import('./sarif.js')).renderSarif,
  },
];
