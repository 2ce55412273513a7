import type { InBoth } from '../diagnostics/diagnostic.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { referencesOf, resolves } from '../ledger/references.js';
import { KINDS } from '../schema/kinds.js';
import { yamlText } from '../schema/yaml-text.js';
import { hasLookAlikes, plainLetters, skeleton } from '../text/look-alikes.js';
import { defineRule, placeOf, type Report } from './rule.js';

interface Args {
  readonly id: string;
  /** The letters that look like others, with their numbers: “Ａ”（U+FF21）. */
  readonly letters: string;
  /** The id it looks like, or would be in usual letters. */
  readonly like: string;
  /** A record of that name is there. */
  readonly isTaken: boolean;
}

const OTHER: InBoth = { zh: '看起来一样的在这里', en: 'The one that looks the same is here' };

/** An id looks like another one, or has letters that look like others. */
export const lookAlikeId = defineRule<Args>({
  code: 'look-alike-id',
  severity: 'error',
  locked: true,
  zh: {
    title: '编号看起来和别的一样',
    why: '看着一样、其实不同的编号，引用时分不清，数字会算到两处去。',
    message: ({ id, letters, like, isTaken }) =>
      isTaken ? `编号“${id}”看起来和“${like}”一样，其实不同` : `“${id}”里的${letters}看起来像别的字`,
    fix: ({ like, isTaken }) =>
      isTaken ? '是同一个的，合成一条；不是的，换一个一眼能分清的编号。' : `改成“${like}”，用平常的字。`,
  },
  en: {
    title: 'An id that looks like another',
    why: 'Ids that look the same and are not cannot be told apart in references, and figures are split between them.',
    message: ({ id, letters, like, isTaken }) =>
      isTaken ? `“${id}” looks like “${like}”, but is another id` : `${letters} in “${id}” looks like another letter`,
    fix: ({ like, isTaken }) =>
      isTaken
        ? 'Join them if they are the same; else choose an id that anybody can tell from the other.'
        : `Write “${like}”, in usual letters.`,
  },
  pass: `
    # data/departments/2025.yaml
    - id: CT室`,
  fail: `
    # data/departments/2025.yaml
    - id: ＣＴ室`,
  check({ ledger }, report) {
    for (const kind of KINDS) {
      const first = new Map<string, Entry>();
      const entries: readonly Entry[] = ledger.all(kind);
      if (!entries.some(({ id }) => hasLookAlikes(id))) continue;
      for (const entry of entries) {
        const looks = skeleton(entry.id);
        const other = first.get(looks);
        if (other === undefined) first.set(looks, entry);
        if (other && other.id !== entry.id) reportTaken(entry, other, report);
        else if (plainLetters(entry.id) !== entry.id) reportOdd(entry, '/id', entry.id, report);
      }
    }
    for (const entry of referring(ledger)) {
      for (const reference of referencesOf(entry)) {
        if (plainLetters(reference.id) !== reference.id && resolves(ledger, reference, entry))
          reportOdd(entry, reference.pointer, reference.id, report);
      }
    }
  },
});

function reportTaken(entry: Entry, other: Entry, report: Report<Args>): void {
  const related = [{ at: placeOf(other, '/id'), message: OTHER }];
  report(entry, '/id', { id: entry.id, letters: '', like: other.id, isTaken: true }, { related });
}

/** The repair: the id in usual letters, also in everything that refers to it. */
function reportOdd(entry: Entry, pointer: string, id: string, report: Report<Args>): void {
  const like = plainLetters(id);
  const usual = [...like];
  const letters = [...id]
    .filter((letter) => !usual.includes(letter))
    .map((letter) => `“${letter}”（U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`)
    .join('、');
  report(entry, pointer, { id, letters, like, isTaken: false }, { repair: [{ text: yamlText(like) }] });
}

function* referring(ledger: Ledger): Generator<Entry> {
  // Only where an id has such letters can a reference have them and still be found.
  if (!KINDS.some((kind) => ledger.ids(kind).some((id) => plainLetters(id) !== id))) return;
  for (const kind of KINDS) yield* ledger.all(kind);
}
