import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { ReadError, type Reader, type ReaderFile } from '../../src/files/reader.js';
import { diagnose } from '../../src/workspace/diagnose.js';
import { type Loaded, load } from '../../src/workspace/load.js';

/** Files by their path below the data folder; null deletes a file when merged over others. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

const root = new URL('../..', import.meta.url).pathname;

/** A ledger in memory, shown to the user as if it lay in `data/`. */
export class MemoryReader implements Reader {
  constructor(
    private readonly files: Files,
    /** Paths that cannot be read, and why: what a folder says of links and devices. */
    private readonly obstacles: Readonly<Record<string, string>> = {},
  ) {}

  list(): readonly ReaderFile[] {
    const plain = Object.keys(this.files).filter((path) => this.files[path] !== null);
    return [...new Set([...plain, ...Object.keys(this.obstacles)])].sort().map((path) => {
      const obstacle = this.obstacles[path];
      return obstacle === undefined ? { path } : { path, obstacle };
    });
  }

  read(path: string): Uint8Array {
    const content = this.files[path];
    if (content === undefined || content === null) throw new ReadError(path, '不存在');
    return typeof content === 'string' ? Buffer.from(content) : content;
  }

  display(path: string): string {
    return `data/${path}`;
  }
}

/** Every file below a folder of this repository, its path with `/` and its text. */
export function readTree(folder: string): Record<string, string> {
  const base = join(root, folder);
  const files = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(base.length).replace(/^\//, ''), readFileSync(path, 'utf8')]),
  );
}

/** A small ledger without any finding: two or three records of most kinds. */
export function baseLedger(): Record<string, string> {
  return readTree('test/fixtures/base/data');
}

/** The ledger of this repository. */
export function realLedger(): Record<string, string> {
  return readTree('test/fixtures/shaoxing/data');
}

/** The diagnostics of the base ledger with these files merged over it. */
export async function check(overrides: Files, base: Files = baseLedger()): Promise<Diagnostic[]> {
  return (await checkAll({ ...base, ...overrides })).diagnostics;
}

/** A whole ledger in memory, loaded, with its diagnostics. */
export async function checkAll(
  files: Files,
  obstacles: Readonly<Record<string, string>> = {},
): Promise<Loaded & { readonly diagnostics: Diagnostic[] }> {
  const reader = new MemoryReader(files, obstacles);
  const loaded = await load(reader);
  return { ...loaded, diagnostics: diagnose(reader, loaded.findings) };
}

/** Diagnostics in the form that tests compare: `data/pairings/pairings.yaml:9:14 repeated-partner`. */
export function places(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}
