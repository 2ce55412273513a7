import type { Finding } from '../diagnostics/diagnostic.js';
import { LineIndex } from '../source/line-index.js';
import { Locator } from '../source/locate.js';
import type { Loaded } from '../workspace/load.js';
import type { Edit } from './apply-edits.js';

/** An edit, and whether the value that it makes must be valid (see `Repair.strict`). */
export interface MadeEdit extends Edit {
  readonly strict: boolean;
}

/** The effect of repairs on the texts of their files. */
export interface Made {
  /** By file, in the text before. */
  readonly edits: ReadonlyMap<string, readonly MadeEdit[]>;
  /** By file, the text after. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Not caused by a repair: references are not checked while a file cannot be read. */
const UNCHECKED = 'references-unchecked';

/**
 * Whether repairs cause a new finding. Findings that appear because a file can be read now are no harm, unless
 * they are in a repaired line.
 */
export function doHarm(before: Loaded, after: Loaded, made: Made): boolean {
  const known = new Map<string, number>();
  for (const finding of before.findings) known.set(identity(finding), (known.get(identity(finding)) ?? 0) + 1);
  const hidSome = before.ledger.workspace === null || before.findings.some(({ code }) => code === UNCHECKED);
  const isMended = mendedPlaces(made);
  return after.findings.some((finding) => {
    if (finding.code === UNCHECKED) return false;
    const left = known.get(identity(finding)) ?? 0;
    known.set(identity(finding), left - 1);
    return left <= 0 && (!hidSome || isMended(finding));
  });
}

/** Identifies a finding independently of its lines. */
function identity({ code, at, record, wording }: Finding): string {
  return JSON.stringify([code, at.file, at.pointer ?? '', record ?? '', wording('en').message]);
}

/** Whether a finding in the repaired texts is in a repaired line. */
function mendedPlaces({ edits, texts }: Made): (finding: Finding) => boolean {
  const files = new Map<string, { locator: Locator; lines: ReadonlyMap<number, boolean> }>();
  return ({ at }) => {
    const text = texts.get(at.file);
    const isWholeFile = at.pointer === undefined && at.offsets === undefined;
    if (text === undefined || isWholeFile) return false;
    const known = files.get(at.file) ?? {
      locator: new Locator(text.replace(/^\ufeff/, '')),
      lines: mendedLines(text, edits.get(at.file) ?? []),
    };
    files.set(at.file, known);
    const strict = known.lines.get(known.locator.range(at).line);
    // That a value is not right either was to be seen only now; that there is no such field shows a wrong guess.
    const isValue = at.pointer !== undefined && at.part !== 'key';
    return strict === undefined ? false : strict || !isValue;
  };
}

/** The repaired lines of a text, from 1, and whether their repair is strict. */
function mendedLines(text: string, edits: readonly MadeEdit[]): ReadonlyMap<number, boolean> {
  const index = new LineIndex(text);
  const lines = new Map<number, boolean>();
  let shift = 0;
  for (const { offsets, text: written, strict } of [...edits].sort((a, b) => a.offsets[0] - b.offsets[0])) {
    const at = Math.max(offsets[0] + shift, 0);
    const { line } = index.range(at, at);
    lines.set(line, strict || lines.get(line) === true);
    shift += written.length - (offsets[1] - offsets[0]);
  }
  return lines;
}
