import type { OutputFormat } from '../../document/output-format.js';
import type { Diagnostic, Language, Problem } from '../diagnostic.js';
import type { Summary } from '../summary.js';

/** All findings are found; the text for a screen shows so many and counts the rest. */
export const MOST_SHOWN = 100;

/** What a format may tell beside the findings. */
export interface ValidationFacts {
  readonly summary: Summary;
  /** The language the findings are told in. */
  readonly language: Language;
  /** Everything that can be found, in the order it is looked for; none for people, who ask `why`. */
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

/** A whole product made of findings. Pure. */
type Renderer = (diagnostics: readonly Diagnostic[], facts: ScreenFacts) => string | Promise<string>;

export interface DiagnosticsFormat extends OutputFormat {
  /** For people: they see the first findings, and what is excused where they ask for it. Programs get everything. */
  readonly isForPeople: boolean;
  /** Whether its reader knows files by their path from the top of the repository, not from where the user stands. */
  readonly fromTop: boolean;
  readonly load: () => Promise<Renderer>;
}

/** Every format of `validate`, the usual one first. A new one is a file and a row. */
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
