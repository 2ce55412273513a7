import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Questions } from '../../src/cli/ask/questions.js';
import type { ProgramPath, Stream, World } from '../../src/cli/context.js';
import { main } from '../../src/cli/main.js';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A frozen copy of the hospital's ledger, so that records entered in data/ fail no test. */
export const SHAOXING = join(REPOSITORY, 'test/fixtures/shaoxing');

/** The day every run is made on unless a test sets another. */
export const TODAY = '2026-11-22';

// The bundler writes it into the program; run from its sources it is looked up here.
Object.assign(globalThis, {
  YUEYI_VERSION: (JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as { version: string }).version,
});

export interface CliOptions {
  readonly cwd?: string;
  /** Beside YUEYI_TODAY, which `env` may set or unset. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What the clock says; only seen where YUEYI_TODAY is unset. */
  readonly now?: string;
  /** Both streams are terminals this wide. */
  readonly terminal?: { readonly columns: number };
  /** Answers what the program asks at the terminal. */
  readonly ask?: (question: string) => string | null;
  /** A user at the terminal. */
  readonly questions?: Questions;
  /** How the program was started, for what starts it again. */
  readonly program?: ProgramPath;
  /** Stands in for the captured standard output. */
  readonly stdout?: Stream;
}

export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Runs one command line in this process, with captured output and its own environment. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { cwd = SHAOXING, env = {}, now = `${TODAY}T04:00:00Z`, terminal } = options;
  const captured = { stdout: '', stderr: '' };
  const capture = (name: keyof typeof captured): Stream => ({
    write: (text) => {
      captured[name] += text;
    },
    ...(terminal ? { isTTY: true, columns: terminal.columns } : {}),
  });
  const world: World = {
    stdout: options.stdout ?? capture('stdout'),
    stderr: capture('stderr'),
    env: { YUEYI_TODAY: TODAY, ...env },
    workingDirectory: cwd,
    now: () => new Date(now),
    ...(options.ask ? { ask: async (question: string) => options.ask?.(question) ?? null } : {}),
    ...(options.questions ? { questions: options.questions } : {}),
    ...(options.program ? { program: options.program } : {}),
  };
  const code = await main(args, world);
  return { ...captured, code };
}

/** As runCli, for a JSON product; the run must succeed without messages. */
export async function runJson<T = unknown>(args: readonly string[], options: CliOptions = {}): Promise<T> {
  const { stdout, stderr, code } = await runCli([...args, '--format', 'json'], options);
  if (code !== 0 || stderr !== '') throw new Error(`yueyi ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

/** A folder of its own for one test, with these files in it; gone when the test is over. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'yueyi-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** Writes files below a folder; their names may hold folders, with `/`. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
