import type { Finding } from '../diagnostics/diagnostic.js';
import { WORKSPACE_FILE } from '../files/find-data.js';
import { ReadError, type Reader, type ReaderFile } from '../files/reader.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Excused } from '../rules/rule.js';
import { roleOf } from './layout.js';
import type { IndexStore, LedgerIndex } from './ledger-index.js';
import { Loading } from './loading.js';

export interface Loaded {
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  /** What records are excused from, with the reasons. */
  readonly excused: readonly Excused[];
  /** YAML files read, and records found in them. */
  readonly files: number;
  readonly records: number;
}

export interface LoadOptions {
  /** Leaves the sample folder out. */
  readonly noSample?: boolean;
  /** Where nothing but the findings is asked for. */
  readonly lean?: Lean;
  /** Called at the end of each part of the work, for `--timing`. */
  readonly mark?: (part: '读取' | '核对字段' | '规则') => void;
}

/** How a ledger is checked that may be too large to be held in memory. */
export interface Lean {
  /** How many bytes of files may have their records in memory; the others are read again where a rule asks for them. */
  readonly room: number;
  /** A ledger with at least so many bytes of records is worth an index, which is kept between runs. */
  readonly large: number;
  /** Where; called for a large ledger alone, and only once. */
  readonly store?: () => Promise<IndexStore | null>;
}

/** Reads and checks a whole ledger. Bad data is returned as findings, never thrown. @throws ReadError for the folder itself */
export async function load(reader: Reader, options: LoadOptions = {}): Promise<Loaded> {
  const files = reader.list();
  const index = await indexFor(reader, files, options.lean);
  try {
    return await new Loading(reader, files, options, index).run();
  } catch (error) {
    if (index === null) throw error;
    // An index that holds what no rule expects, or no file, was made by another hand: without it everything is as ever.
    return new Loading(reader, files, options, null).run();
  }
}

async function indexFor(reader: Reader, files: readonly ReaderFile[], lean?: Lean): Promise<LedgerIndex | null> {
  const records = files.filter(({ path, obstacle }) => roleOf(path, obstacle === undefined).role === 'records');
  const size = records.reduce((sum, file) => sum + (file.size ?? 0), 0);
  if (lean?.store === undefined || size < lean.large) return null;
  const store = await lean.store();
  const settings = settingsIn(reader, files);
  if (store === null || settings === null) return null;
  const { LedgerIndex } = await import('./ledger-index.js');
  return LedgerIndex.open(store, settings);
}

/** What the settings' file holds; null where there is none that can be read, which is told when it is taken. */
function settingsIn(reader: Reader, files: readonly ReaderFile[]): Uint8Array | null {
  const found = files.find(({ path }) => path === WORKSPACE_FILE);
  try {
    return found && found.obstacle === undefined ? reader.read(found.path) : null;
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}
