import { createHash, createHmac } from 'node:crypto';
import type { FileNotes } from '../rules/rule-run.js';
import type { RecordFile } from './record-file.js';

/** Where an index is kept between runs: one place for each ledger. What cannot be kept is done again. */
export interface IndexStore {
  /** What tells this program from other versions of it, which may judge otherwise. */
  readonly build: string;
  /** What only this user's yueyi knows: an index that is not signed with it was written by somebody else. */
  readonly secret: string;
  /** What was written last, or null. Never throws. */
  readonly read: () => Uint8Array | null;
  /** Writes it whole, in these parts, or not at all; never throws. */
  readonly write: (parts: readonly Uint8Array[]) => void;
}

/** What is remembered of a file of records that had nothing wrong by itself. */
export interface Remembered {
  readonly ids: readonly string[];
  readonly notes: FileNotes;
}

/** By path: the hash of the file's bytes, and what is remembered of it. */
type Files = Readonly<Record<string, readonly [hash: string, ids: readonly string[], notes: FileNotes]>>;

/** This part of the files, by their bytes, must be new before the index is written again: that takes as long as reading it. */
const WORTH_WRITING = 1 / 32;

/**
 * What is remembered of a large ledger's files: `validate` looks again only at those that have changed. It holds nothing
 * that is not in the files, and can be deleted at any time.
 */
export class LedgerIndex {
  private readonly next: Record<string, Files[string]> = Object.create(null);
  private learned = 0;
  private seen = 0;

  private constructor(
    private readonly store: IndexStore,
    private readonly key: string,
    private readonly files: Files,
  ) {}

  /** The index in a store; an empty one where that holds none made by this build and under these settings, or a damaged one. */
  static open(store: IndexStore, settings: Uint8Array): LedgerIndex {
    // Rules ask the settings; everything else is in the files themselves.
    const key = hashOf(Buffer.concat([Buffer.from(`${store.build}\n`), settings]));
    return new LedgerIndex(store, key, read(store, key));
  }

  /** What is remembered of a file with these bytes. */
  find(path: string, bytes: Uint8Array): { readonly hash: string; readonly known: Remembered | null } {
    const hash = hashOf(bytes);
    this.seen += bytes.length;
    const found = Object.hasOwn(this.files, path) ? this.files[path] : undefined;
    if (found?.[0] !== hash) return { hash, known: null };
    this.next[path] = found;
    return { hash, known: { ids: found[1], notes: found[2] } };
  }

  /** Remembers a file that has nothing wrong by itself; its size in bytes. */
  learn({ path, entries, notes }: RecordFile, hash: string, size: number): void {
    const ids = entries.map(({ id }) => id);
    this.next[path] = [hash, ids, notes];
    this.learned += size;
  }

  /** Writes what was learned, where it is enough; `paths` are the ledger's files, also those that were not looked at. */
  save(paths: ReadonlySet<string>): void {
    if (this.learned === 0 || this.learned < this.seen * WORTH_WRITING) return;
    const others = Object.entries(this.files).filter(([path]) => paths.has(path) && !(path in this.next));
    const body = Buffer.from(JSON.stringify({ ...this.next, ...Object.fromEntries(others) }));
    this.store.write([Buffer.from(`${this.key} ${signatureOf(this.key, body, this.store)}\n`), body]);
  }
}

/** One line with the key and the signature of what follows: an index cut short, or written by another hand, is none. */
function read(store: IndexStore, key: string): Files {
  const content = store.read();
  const end = content?.indexOf(0x0a) ?? -1;
  if (content === null || end === -1) return {};
  const body = content.subarray(end + 1);
  const head = Buffer.from(content.buffer, content.byteOffset, end).toString('latin1');
  if (head !== `${key} ${signatureOf(key, body, store)}`) return {};
  try {
    const files: unknown = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'));
    return isFiles(files) ? files : {};
  } catch {
    return {};
  }
}

/** Whether it has the form of an index, whoever made it. */
function isFiles(files: unknown): files is Files {
  return (
    files !== null &&
    typeof files === 'object' &&
    Object.values(files).every(
      (file: unknown) =>
        Array.isArray(file) &&
        typeof file[0] === 'string' &&
        Array.isArray(file[1]) &&
        file[1].every((id) => typeof id === 'string') &&
        file[2] !== null &&
        typeof file[2] === 'object',
    )
  );
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/** Signed with its key: what another version found, or under other settings, cannot be passed off as found by this one. */
function signatureOf(key: string, body: Uint8Array, { secret }: IndexStore): string {
  return createHmac('sha256', secret).update(key).update(body).digest('base64url');
}
