import type { Finding, Place } from '../diagnostics/diagnostic.js';
import type { Loaded } from '../workspace/load.js';
import { findingIdentity } from './new-findings.js';
import { type MadeEdit, RepairedText } from './repaired-text.js';

/** The effect of repairs on the texts of their files. */
export interface Made {
  /** By file, in the text before. */
  readonly edits: ReadonlyMap<string, readonly MadeEdit[]>;
  /** By file, the text after. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface Harm {
  readonly isDone: boolean;
  /** The edits in the records, or lines, that have a new finding: its likely cause. */
  readonly blamed: ReadonlySet<MadeEdit>;
}

/** Not caused by a repair: references are not checked while a file cannot be read. */
const UNCHECKED = 'references-unchecked';

/**
 * Compares a ledger before and after repairs: a new finding is harm. Findings that appear because a file can be read now
 * are no harm, unless they are in a repaired line.
 */
export function watchHarm(before: Loaded): (after: Loaded, made: Made) => Harm {
  const known = new Map<string, number>();
  for (const finding of before.findings)
    known.set(findingIdentity(finding), (known.get(findingIdentity(finding)) ?? 0) + 1);
  const hidSome = before.ledger.workspace === null || before.findings.some(({ code }) => code === UNCHECKED);
  return (after, made) => {
    const left = new Map(known);
    const textOf = repairedTexts(made);
    const harmful = after.findings.filter((finding) => {
      if (finding.code === UNCHECKED) return false;
      const count = left.get(findingIdentity(finding)) ?? 0;
      left.set(findingIdentity(finding), count - 1);
      return count <= 0 && (!hidSome || isRepairedWrongly(finding, textOf(finding.at.file)));
    });
    return { isDone: harmful.length > 0, blamed: blamedFor(harmful, made, textOf) };
  };
}

type TextOf = (file: string) => RepairedText | undefined;

/** The repaired text of a file; each is parsed once, when first asked for. */
function repairedTexts({ edits, texts }: Made): TextOf {
  const files = new Map<string, RepairedText>();
  return (file) => {
    const text = texts.get(file);
    if (text === undefined) return undefined;
    const known = files.get(file) ?? new RepairedText(text, edits.get(file) ?? []);
    files.set(file, known);
    return known;
  };
}

/** Whether a finding in a repaired text is in a repaired line. */
function isRepairedWrongly({ at }: Finding, text: RepairedText | undefined): boolean {
  if (text === undefined || isWholeFile(at)) return false;
  const strict = text.strictness(at);
  // That a value is not right either was to be seen only now; that there is no such field shows a wrong guess.
  const isValue = at.pointer !== undefined && at.part !== 'key';
  return strict === undefined ? false : strict || !isValue;
}

const isWholeFile = ({ pointer, offsets }: Place): boolean => pointer === undefined && offsets === undefined;

function blamedFor(harmful: readonly Finding[], { edits }: Made, textOf: TextOf): ReadonlySet<MadeEdit> {
  const places = harmful.flatMap(({ at, related }) => [at, ...related.map((other) => other.at)]);
  const harmed = new Set<string>();
  for (const place of places) {
    const unit = isWholeFile(place) ? undefined : textOf(place.file)?.unitOf(place);
    if (unit !== undefined) harmed.add(`${place.file}\0${unit}`);
  }
  const blamed = new Set<MadeEdit>();
  if (harmed.size === 0) return blamed;
  for (const [file, own] of edits) {
    for (const edit of own) if (harmed.has(`${file}\0${textOf(file)?.unitOfEdit(edit)}`)) blamed.add(edit);
  }
  return blamed;
}
