import type { Finding } from '../diagnostics/diagnostic.js';
import type { Reader } from '../files/reader.js';
import { Locator } from '../source/locate.js';
import { type Loaded, type LoadOptions, load } from '../workspace/load.js';
import { withOverlay } from '../workspace/overlay.js';
import { applyEdits } from './apply-edits.js';
import { mayHoldField } from './known-field.js';
import { doHarm, type MadeEdit } from './repair-harm.js';

/** One file that a repair changes. */
interface RepairedFile {
  /** Path below the data folder, with `/`. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface Repaired {
  readonly files: readonly RepairedFile[];
  /** The number of findings repaired. */
  readonly mended: number;
  /** The ledger as it is then, and what is still wrong with it. */
  readonly loaded: Loaded;
  readonly reader: Reader;
}

/** The number of rounds: repairing one mistake may reveal the next. */
const MOST_ROUNDS = 10;
/** The number of trials, each of which loads the whole ledger; after that the remaining repairs are not made. */
const MOST_ATTEMPTS = 100;

/** One edit of a finding's repair. */
interface Candidate {
  readonly finding: Finding;
  readonly file: string;
  readonly edit: MadeEdit;
}

/**
 * Makes the repairs of all findings, in memory. Each is tried: one that causes a new finding is not made.
 * @param isMeant which files may be changed
 */
export async function repairLedger(
  reader: Reader,
  found: Loaded,
  options: LoadOptions,
  isMeant: (file: string) => boolean,
): Promise<Repaired> {
  const texts = new Map<string, string>();
  let state: State = { reader: withOverlay(reader, texts), loaded: found };
  let mended = 0;
  const budget = { attempts: MOST_ATTEMPTS };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const candidates = candidatesIn(state, isMeant);
    const made = await tryAll(state, candidates, options, budget);
    if (made.accepted.length === 0) break;
    mended += new Set(made.accepted.map(({ finding }) => finding)).size;
    for (const [file, text] of made.texts) texts.set(file, text);
    state = { reader: state.reader, loaded: made.loaded };
  }
  const files = [...texts]
    .map(([file, after]) => ({ file, before: readText(reader, file), after }))
    .filter(({ before, after }) => before !== after);
  return { files: files.sort((a, b) => (a.file < b.file ? -1 : 1)), mended, ...state };
}

/** The text of a file, with its byte order mark. */
function readText(reader: Reader, file: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.read(file));
}

interface State {
  readonly reader: Reader;
  readonly loaded: Loaded;
}

interface Attempt {
  readonly accepted: readonly Candidate[];
  readonly texts: ReadonlyMap<string, string>;
  readonly loaded: Loaded;
}

function candidatesIn({ reader, loaded }: State, isMeant: (file: string) => boolean): Candidate[] {
  const files = new Map<string, { readonly mark: number; readonly locator: Locator }>();
  return loaded.findings.flatMap((finding): Candidate[] => {
    const { file } = finding.at;
    if (!finding.repair || !isMeant(file)) return [];
    const known = files.get(file) ?? opened(readText(reader, file));
    files.set(file, known);
    const { mark, locator } = known;
    return finding.repair.flatMap((repair): Candidate[] => {
      const offsets = repair.offsets ?? locator.offsets(finding.at);
      if (!offsets || (repair.field !== undefined && !mayHoldField(file, repair.field))) return [];
      const { text, strict = false } = repair;
      return [{ finding, file, edit: { offsets: [offsets[0] + mark, offsets[1] + mark], text, strict } }];
    });
  });
}

/** The length of the byte order mark, which offsets do not count. */
function opened(text: string): { readonly mark: number; readonly locator: Locator } {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  return { mark, locator: new Locator(text.slice(mark)) };
}

/** The harmless edits, found by bisection: all of them, or else the harmless ones of each half. */
async function tryAll(
  state: State,
  candidates: readonly Candidate[],
  options: LoadOptions,
  budget: { attempts: number },
): Promise<Attempt> {
  const search = async (accepted: Attempt, more: readonly Candidate[]): Promise<Attempt> => {
    if (more.length === 0 || budget.attempts <= 0) return accepted;
    budget.attempts -= 1;
    const together = await attempt(state, [...accepted.accepted, ...more], options);
    if (together !== null) return together;
    if (more.length === 1) return accepted;
    const middle = more.length >> 1;
    return search(await search(accepted, more.slice(0, middle)), more.slice(middle));
  };
  return search({ accepted: [], texts: new Map(), loaded: state.loaded }, candidates);
}

async function attempt(
  { reader, loaded: before }: State,
  accepted: readonly Candidate[],
  options: LoadOptions,
): Promise<Attempt | null> {
  const edits = new Map<string, MadeEdit[]>();
  for (const { file, edit } of accepted) {
    const known = edits.get(file) ?? [];
    known.push(edit);
    edits.set(file, known);
  }
  const texts = new Map([...edits].map(([file, all]) => [file, applyEdits(readText(reader, file), all)]));
  const loaded = await load(withOverlay(reader, texts), options);
  return doHarm(before, loaded, { edits, texts }) ? null : { accepted, texts, loaded };
}
