import type { Entry, Ledger } from '../ledger/ledger.js';
import { activityDay, activityState } from '../ledger/state.js';
import { foldName } from '../text/clean-name.js';
import type { Draft, Filled } from './draft-record.js';
import { dayOf, daysFrom, type Evidence, nameOf, numbersIn, textIn, withIssue } from './evidence.js';
import type { FileContent } from './import-content.js';
import { numbersOf } from './import-plan.js';
import { isPart, type Occasion, OccasionIndex } from './occasion-index.js';

export type Activity = Entry<'activities'>;

/** Evidence, and the record that it is about. */
export interface Matched {
  readonly evidence: Evidence;
  readonly entry: Activity | undefined;
  /** Records that may be meant. */
  readonly near: readonly Activity[];
}

/** 审批中, 待审批: nobody has said no. */
const PENDING = /[中待]/;

/** Finds the records that evidence is about; what is not certain gets a question. */
export function matchEvidence(
  ledger: Ledger,
  asOf: string,
  all: readonly Evidence[],
  files: readonly FileContent[],
): readonly Matched[] {
  return new Matching(ledger, asOf).match(all, files);
}

class Matching {
  private readonly index: OccasionIndex<Activity>;
  private readonly byNumber: ReadonlyMap<string, Activity>;
  private readonly claimed = new Map<Activity, Evidence>();

  constructor(
    private readonly ledger: Ledger,
    private readonly asOf: string,
  ) {
    const own = ledger.all('activities').filter(({ sample }) => !sample);
    this.index = new OccasionIndex(
      own.map((item) => {
        const { date, until = '', title } = item.value;
        return { item, days: [...daysFrom(date, until), activityDay(item.value, asOf)], name: title };
      }),
    );
    this.byNumber = new Map(own.flatMap((entry) => numbersOf(entry.value).map((number) => [number, entry] as const)));
  }

  /** Certain ones first, so that what is left is not taken for a record that has its own evidence. */
  match(all: readonly Evidence[], files: readonly FileContent[]): readonly Matched[] {
    const first = all.map((evidence) => this.certain(evidence));
    const rest = first.map((matched) => (matched.entry || matched.near.length > 0 ? matched : this.likely(matched)));
    return this.withRefused(files, rest);
  }

  private certain(evidence: Evidence): Matched {
    const { draft } = evidence;
    const id = textIn(draft, 'id');
    const numbered = this.numbered(draft);
    const found =
      id !== ''
        ? this.ledger.withId('activities', id)
        : numbered.length > 0
          ? numbered
          : this.index.find(dayOf(draft), nameOf(draft));
    const [entry, second] = found;
    if (entry === undefined) return { evidence, entry, near: [] };
    if (second !== undefined) {
      const listed = found.map((each) => each.id).join('、');
      return doubtful(evidence, `台账里有几条都像是它：${listed}，在“编号”一列写明`, found);
    }
    const other = this.claimed.get(entry);
    if (other) return doubtful(evidence, `台账里的“${entry.id}”已经对上了“${nameOf(other.draft)}”`, [entry]);
    this.claimed.set(entry, evidence);
    const title = nameOf(draft);
    const isSame = foldName(title) === foldName(entry.value.title);
    const taken = isSame || title === '' ? draft.taken : [...draft.taken, `“${title}”认作“${entry.id}”`];
    return { evidence: { ...evidence, draft: withState({ ...draft, taken }, entry, evidence) }, entry, near: [] };
  }

  /** The same name on another day, or the same day at the same place or of the same pairing. */
  private likely({ evidence }: Matched): Matched {
    const { draft } = evidence;
    const day = dayOf(draft);
    const isFree = (entry: Activity): boolean => !this.claimed.has(entry);
    const moved = this.index.elsewhere(day, nameOf(draft)).filter(isFree);
    if (moved.length > 0) {
      const days = moved.map(({ id, value }) => `“${id}”（${activityDay(value, this.asOf)}）`).join('、');
      return doubtful(evidence, `台账里的日期不同：${days}；是同一场就改一处日期，不是就另登记`, moved);
    }
    const alike = this.index.on(day).filter((entry) => isFree(entry) && isAlike(draft, entry));
    if (alike.length === 0) return { evidence, entry: undefined, near: [] };
    const listed = alike.map(({ id }) => `“${id}”`).join('、');
    return doubtful(evidence, `同一天的${listed}可能就是它；是就在“编号”一列写明，不是就另登记`, alike);
  }

  /** With the applications that nobody agreed to, of activities that took place all the same. */
  private withRefused(files: readonly FileContent[], rest: readonly Matched[]): readonly Matched[] {
    const indexOf = (of: (evidence: Evidence) => unknown): OccasionIndex<Matched> =>
      new OccasionIndex(rest.filter(({ evidence }) => of(evidence)).map(occasionOf));
    const applied = indexOf(({ application }) => application);
    const signed = indexOf(({ signIn }) => signIn);
    const flagged = new Map<Matched, string>();
    const open = files
      .flatMap(({ leftOut }) => leftOut)
      .flatMap((draft): readonly Matched[] => {
        const [day, name, why = ''] = [dayOf(draft), nameOf(draft), draft.row.leftOut];
        if (day === '' || name === '' || applied.find(day, name).length > 0) return [];
        const signIns = signed.find(day, name);
        for (const signIn of signIns) flagged.set(signIn, `申报的${why}，却有签到`);
        const numbered = this.numbered(draft);
        const [entry] = numbered.length > 0 ? numbered : this.index.find(day, name);
        const state = entry && activityState(entry.value, this.asOf);
        if (signIns.length > 0 || !entry || state === '已取消' || (state !== '已开展' && PENDING.test(why))) return [];
        const text = `申报的${why}，台账里${state === '已开展' ? '却已开展' : `还是${state}`}`;
        return [{ evidence: { draft: withIssue(only(draft), text), application: draft }, entry, near: [] }];
      });
    const kept = rest.map((matched): Matched => {
      const text = flagged.get(matched);
      const { evidence } = matched;
      return text === undefined
        ? matched
        : { ...matched, evidence: { ...evidence, draft: withIssue(evidence.draft, text) } };
    });
    return [...kept, ...open];
  }

  private numbered(draft: Draft): readonly Activity[] {
    return numbersIn(draft).flatMap((number) => this.byNumber.get(number) ?? []);
  }
}

/** Nothing is written of an application that nobody agreed to. */
const only = (draft: Draft): Draft => ({ ...draft, filled: draft.filled.filter(isNaming), events: [], issues: [] });
const isNaming = ({ path }: Filled): boolean => ['id', 'title', 'date'].includes(path.join());

function occasionOf(item: Matched): Occasion<Matched> {
  const { draft } = item.evidence;
  return { item, days: [dayOf(draft)], name: nameOf(draft) };
}

function doubtful(evidence: Evidence, text: string, near: readonly Activity[]): Matched {
  return { evidence: { ...evidence, draft: withIssue(evidence.draft, text) }, entry: undefined, near };
}

/** A record that was called off, though people signed in. */
function withState(draft: Draft, { value }: Activity, { signIn }: Evidence): Draft {
  const last = value.events?.at(-1);
  return signIn && last?.step === '取消' ? withIssue(draft, `台账里 ${last.on} 已取消，却有签到`) : draft;
}

function isAlike(draft: Draft, { value }: Activity): boolean {
  const place = textIn(draft, 'place');
  const pairings = draft.filled.find(({ path }) => path.join() === 'pairings')?.value;
  const shares = Array.isArray(pairings) && (value.pairings?.some((each) => pairings.includes(each)) ?? false);
  return shares || (place !== '' && isPart(foldName(place), foldName(value.place ?? ''), 2));
}
