import { foldName } from '../text/clean-name.js';
import type { Draft, DraftEvent, Filled, Issue } from './draft-record.js';
import type { FileContent } from './import-content.js';
import { OccasionIndex } from './occasion-index.js';

/** What files tell of one activity: an application, sign-ins, or both. */
export interface Evidence {
  readonly draft: Draft;
  readonly application?: Draft;
  readonly signIn?: Draft;
}

/** The applications that were agreed to and the sign-ins of files, those of one activity together. */
export function joinEvidence(files: readonly FileContent[]): readonly Evidence[] {
  const of = (role: string): readonly Draft[] =>
    once(files.filter(({ file }) => file.mapping.role === role).flatMap(({ drafts }) => drafts));
  const [applications, signIns] = [of('申报'), of('签到')];
  const index = new OccasionIndex(applications.map((item) => ({ item, days: daysOf(item), name: nameOf(item) })));
  const signed = new Map<Draft, Draft>();
  const alone = signIns.flatMap((signIn): readonly Evidence[] => {
    const [found, second] = index.find(dayOf(signIn), nameOf(signIn));
    if (second !== undefined) return [{ draft: withIssue(signIn, severalText(index, signIn)), signIn }];
    if (found === undefined || signed.has(found)) return [{ draft: signIn, signIn }];
    signed.set(found, signIn);
    return [];
  });
  return [
    ...applications.map((application): Evidence => {
      const signIn = signed.get(application);
      return signIn ? { draft: joined(application, signIn), application, signIn } : { draft: application, application };
    }),
    ...alone,
  ];
}

function severalText(index: OccasionIndex<Draft>, signIn: Draft): string {
  const lines = index.find(dayOf(signIn), nameOf(signIn)).map(({ row }) => row.line);
  return `申报里有几行都像是它：第${lines.join('、')}行，把活动名称写得一样`;
}

/** A file exported twice, or two that overlap, tells the same rows once; a row that tells something else is a question. */
function once(drafts: readonly Draft[]): readonly Draft[] {
  const known = new Map<string, Draft>();
  return drafts.flatMap((draft): readonly Draft[] => {
    const number = draft.events.find((event) => event.number !== undefined)?.number;
    const key = number ?? `${dayOf(draft)}\n${foldName(nameOf(draft))}`;
    const before = known.get(key);
    known.set(key, before ?? draft);
    if (before === undefined || key === '\n') return [draft];
    if (JSON.stringify(before.filled) === JSON.stringify(draft.filled)) return [];
    return [withIssue(draft, `和“${before.row.sheet}”第${before.row.line}行是同一场，内容却不同，删去不对的一处`)];
  });
}

/** What an application tells, and what sign-ins add to it. */
function joined(application: Draft, signIn: Draft): Draft {
  const known = new Set(application.filled.map(({ path }) => path.join()));
  const more = signIn.filled.filter(({ path }) => !known.has(path.join()));
  const [asked, signed] = [nameOf(application), nameOf(signIn)];
  return {
    row: application.row,
    filled: [...application.filled, ...more],
    events: [...application.events, ...signIn.events],
    issues: [...application.issues, ...signIn.issues],
    taken: [
      ...application.taken,
      ...signIn.taken,
      ...(asked === signed ? [] : [`签到的“${signed}”认作申报的“${asked}”`]),
    ],
  };
}

/** A draft that needs a decision. */
export function withIssue(draft: Draft, text: string): Draft {
  const issue: Issue = { column: '', text, isDoubt: true };
  return { ...draft, issues: [...draft.issues, issue] };
}

export function textIn({ filled }: Draft, key: string): string {
  const value = filled.find(({ path }: Filled) => path.join() === key)?.value;
  return typeof value === 'string' ? value : '';
}

export const dayOf = (draft: Draft): string => textIn(draft, 'date');
export const nameOf = (draft: Draft): string => textIn(draft, 'title');

/** The first and the last day of a draft, and those between. */
function daysOf(draft: Draft): readonly string[] {
  return daysFrom(dayOf(draft), textIn(draft, 'until'));
}

/** More days than these are no occasion. */
const MOST_DAYS = 31;

export function daysFrom(first: string, last: string): readonly string[] {
  const start = Date.parse(first);
  const end = last > first ? Date.parse(last) : start;
  const count = Math.min(Math.round((end - start) / 86_400_000) + 1, MOST_DAYS);
  if (!Number.isFinite(count)) return [first];
  return Array.from({ length: count }, (_, index) => new Date(start + index * 86_400_000).toISOString().slice(0, 10));
}

/** The numbers that the steps of a draft have in other systems. */
export function numbersIn({ events }: Draft): readonly string[] {
  return events.flatMap(({ number }: DraftEvent) => number ?? []);
}
