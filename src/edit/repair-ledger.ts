import type { Finding } from '../diagnostics/diagnostic.js';
import type { Reader } from '../files/reader.js';
import { addTo } from '../ledger/add-to.js';
import { Locator } from '../source/locate.js';
import { type Loaded, type LoadOptions, load } from '../workspace/load.js';
import { withOverlay } from '../workspace/overlay.js';
import { applyEdits } from './apply-edits.js';
import { fileText } from './file-text.js';
import { mayHoldField } from './known-field.js';
import { type Harm, watchHarm } from './repair-harm.js';
import type { MadeEdit } from './repaired-text.js';

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
  /** The number of trials after which the search for harmless repairs was given up; absent where it was completed. */
  readonly stoppedAfter?: number;
  /** The ledger as it is then, and what is still wrong with it. */
  readonly loaded: Loaded;
  readonly reader: Reader;
}

/** The number of rounds: repairing one mistake may reveal the next. */
const MOST_ROUNDS = 10;
/** The number of trials, each of which loads the whole ledger; then the remaining repairs are not made, and that is said. */
const MOST_ATTEMPTS = 20;

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
  const budget = { attempts: MOST_ATTEMPTS, isShort: false };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const candidates = candidatesIn(state, isMeant);
    const made = await tryAll(state, candidates, options, budget);
    if (made.accepted.length === 0) break;
    mended += new Set(made.accepted.map(({ finding }) => finding)).size;
    for (const [file, text] of made.texts) texts.set(file, text);
    state = { reader: state.reader, loaded: made.loaded };
  }
  const files = [...texts]
    .map(([file, after]) => ({ file, before: fileText(reader, file), after }))
    .filter(({ before, after }) => before !== after);
  const sorted = files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { files: sorted, mended, ...state, ...(budget.isShort ? { stoppedAfter: MOST_ATTEMPTS } : {}) };
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
    const known = files.get(file) ?? opened(fileText(reader, file));
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

interface Budget {
  attempts: number;
  /** Whether it was used up before the search was completed. */
  isShort: boolean;
}

/**
 * The harmless edits: all of them, or else those of two parts, each tried in turn. The parts are the edits that are not
 * blamed, which are harmless as a rule, and those that are; the two halves where all or none are blamed.
 */
async function tryAll(
  state: State,
  candidates: readonly Candidate[],
  options: LoadOptions,
  budget: Budget,
): Promise<Attempt> {
  const harmOf = watchHarm(state.loaded);
  const search = async (accepted: Attempt, more: readonly Candidate[]): Promise<Attempt> => {
    if (more.length === 0) return accepted;
    if (budget.attempts <= 0) {
      budget.isShort = true;
      return accepted;
    }
    budget.attempts -= 1;
    const { harm, ...together } = await attempt(state, [...accepted.accepted, ...more], options, harmOf);
    if (!harm.isDone) return together;
    if (more.length === 1) return accepted;
    const [first, second] = parted(more, harm);
    return search(await search(accepted, first), second);
  };
  return search({ accepted: [], texts: new Map(), loaded: state.loaded }, candidates);
}

function parted(more: readonly Candidate[], { blamed }: Harm): readonly [Candidate[], Candidate[]] {
  const innocent = more.filter(({ edit }) => !blamed.has(edit));
  const others = more.filter(({ edit }) => blamed.has(edit));
  if (innocent.length > 0 && others.length > 0) return [innocent, others];
  const middle = more.length >> 1;
  return [more.slice(0, middle), more.slice(middle)];
}

async function attempt(
  { reader }: State,
  accepted: readonly Candidate[],
  options: LoadOptions,
  harmOf: ReturnType<typeof watchHarm>,
): Promise<Attempt & { readonly harm: Harm }> {
  const edits = new Map<string, MadeEdit[]>();
  for (const { file, edit } of accepted) addTo(edits, file, edit);
  const texts = new Map([...edits].map(([file, all]) => [file, applyEdits(fileText(reader, file), all)]));
  const loaded = await load(withOverlay(reader, texts), options);
  return { accepted, texts, loaded, harm: harmOf(loaded, { edits, texts }) };
}
