import type { Diagnostic, Language, Problem } from '../diagnostic.js';
import type { Summary } from '../summary.js';

/** All findings are found; the text for a screen shows so many and counts the rest. */
export const MOST_SHOWN = 100;

/** What a format may tell beside the findings. */
export interface ValidationFacts {
  readonly summary: Summary;
  /** The language the findings are told in. */
  readonly language: Language;
  /** Everything that can be found, in the order it is looked for. */
  readonly problems: readonly Problem[];
  /** Findings that their records are excused from; the hint is the written reason. */
  readonly excused: readonly Diagnostic[];
  /** yueyi's own version. */
  readonly version: string;
  /** The commit that was read; absent where the files were read as they are. */
  readonly rev?: string;
}

/** A whole product made of findings, for a program to read. Pure. */
type DiagnosticsFormat = (diagnostics: readonly Diagnostic[], facts: ValidationFacts) => string;

interface FormatRow {
  /** Whether its reader knows files by their path from the top of the repository, not from where the user stands. */
  readonly fromTop: boolean;
  readonly load: () => Promise<DiagnosticsFormat>;
}

/** Every format of `validate` that is for programs. A new one is a file and a row. */
const FORMATS: Readonly<Record<string, FormatRow>> = {
  json: { fromTop: false, load: async () => (await import('./json.js')).renderDiagnosticsJson },
  github: { fromTop: true, load: async () => (await import('./github.js')).renderGithub },
  gitlab: { fromTop: true, load: async () => (await import('./gitlab.js')).renderGitlab },
  sarif: { fromTop: true, load: async () => (await import('./sarif.js')).renderSarif },
};

/** The names of the formats for programs, in the order the help lists them. */
export const DIAGNOSTICS_FORMATS: readonly string[] = Object.keys(FORMATS);

/** The row of a format for programs; undefined for another. */
export function diagnosticsFormat(name: string): FormatRow | undefined {
  return Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
}
