import { type Finding, findingOf, type InBoth, type RelatedPlace } from '../diagnostics/diagnostic.js';
import { sourceProblems as problems } from './problems.js';

const MARKER = /^(?:(<{7}|>{7})(?: ([^\r\n]*))?|(={7}|\|{7}(?: [^\r\n]*)?))\r?$/gm;
/** In a rebase or cherry-pick git labels the incoming side with its hash; the sides are then swapped. */
const COMMIT = /^[0-9a-f]{7,40}\b/;

/** No more conflicts than this are reported in one file. */
const MOST_CONFLICTS = 100;

interface Mark {
  readonly sign: string;
  readonly label: string;
  readonly offsets: readonly [start: number, end: number];
}

/** The conflict markers that git leaves where two people changed the same lines: one finding for each, with both sides. */
export function conflictFindings(file: string, text: string): Finding[] {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return [];
  const marks = [...text.matchAll(MARKER)].map(({ 0: all, 1: side, 2: label = '', 3: middle = '', index }): Mark => {
    return { sign: (side ?? middle).charAt(0), label, offsets: [index, index + all.trimEnd().length] };
  });
  const starts = marks.flatMap(({ sign }, at) => (sign === '<' ? [at] : [])).slice(0, MOST_CONFLICTS);
  return starts.flatMap((at) => {
    const first = marks[at];
    const inside = untilEnd(marks, at + 1);
    if (first === undefined) return [];
    return [
      conflict(
        file,
        first,
        inside.find(({ sign }) => sign === '='),
        inside.find(({ sign }) => sign === '>'),
      ),
    ];
  });
}

/** The following marks that belong to the same conflict. */
function untilEnd(marks: readonly Mark[], from: number): Mark[] {
  const inside = marks.slice(from, from + 3);
  const next = inside.findIndex(({ sign }) => sign === '<');
  return next === -1 ? inside : inside.slice(0, next);
}

function conflict(file: string, first: Mark, middle: Mark | undefined, last: Mark | undefined): Finding {
  const ours = first.label || 'HEAD';
  const theirs = last?.label || '?';
  const replayed = COMMIT.test(theirs);
  const related = [
    ...side(file, first, replayed ? upperReplayed(ours) : upper(ours)),
    ...side(file, middle ?? last, replayed ? lowerReplayed(theirs) : lower(theirs)),
  ];
  return findingOf(problems.conflict, { ours, theirs }, { file, offsets: first.offsets }, { related });
}

function side(file: string, mark: Mark | undefined, message: InBoth): RelatedPlace[] {
  return mark === undefined ? [] : [{ at: { file, offsets: mark.offsets }, message }];
}

const upper = (label: string): InBoth => ({
  zh: `从这里到“=======”是您自己这边（当前分支，${label}）的内容`,
  en: `From here to “=======” stands your own side (the current branch, ${label})`,
});
const lower = (label: string): InBoth => ({
  zh: `从这里到“>>>>>>>”是合并进来的那边（${label}）的内容`,
  en: `From here to “>>>>>>>” stands the side that is merged in (${label})`,
});
const upperReplayed = (label: string): InBoth => ({
  zh: `从这里到“=======”是对方（变基或拣选的目标，${label}）已有的内容`,
  en: `From here to “=======” stands what the others already have (${label}, onto which is rebased or picked)`,
});
const lowerReplayed = (label: string): InBoth => ({
  zh: `从这里到“>>>>>>>”是正要接上去的那次提交（${label}）的内容，变基时就是您自己的`,
  en: `From here to “>>>>>>>” stands the commit that is being applied (${label}), your own in a rebase`,
});
