/** The replacement of a range of a text; offsets are UTF-16, the end exclusive. */
export interface Edit {
  readonly offsets: readonly [start: number, end: number];
  readonly text: string;
}

/** Applies edits to a text. Of overlapping edits only the first is applied. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { offsets, text: replacement } of [...edits].sort(byPlace)) {
    if (offsets[0] < at) continue;
    result += text.slice(at, offsets[0]) + replacement;
    at = offsets[1];
  }
  return result + text.slice(at);
}

const byPlace = (a: Edit, b: Edit): number => a.offsets[0] - b.offsets[0] || a.offsets[1] - b.offsets[1];
