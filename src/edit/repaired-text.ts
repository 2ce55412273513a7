import type { Place } from '../diagnostics/diagnostic.js';
import { Locator } from '../source/locate.js';
import type { Edit } from './apply-edits.js';

/** An edit, and whether the value that it makes must be valid (see `Repair.strict`). */
export interface MadeEdit extends Edit {
  readonly strict: boolean;
}

/** A file's text after its edits, and where in it they are. */
export class RepairedText {
  private readonly locator: Locator;
  /** The repaired lines, from 1, and whether their repair is strict. */
  private readonly lines = new Map<number, boolean>();
  /** The offset of what each edit wrote, without the byte order mark. */
  private readonly starts = new Map<MadeEdit, number>();

  constructor(text: string, edits: readonly MadeEdit[]) {
    const mark = text.startsWith('\ufeff') ? 1 : 0;
    this.locator = new Locator(text.slice(mark));
    let shift = -mark;
    for (const edit of [...edits].sort((a, b) => a.offsets[0] - b.offsets[0])) {
      const start = Math.max(edit.offsets[0] + shift, 0);
      const line = this.lineAt(start);
      this.lines.set(line, edit.strict || this.lines.get(line) === true);
      this.starts.set(edit, start);
      shift += edit.text.length - (edit.offsets[1] - edit.offsets[0]);
    }
  }

  /** Whether the repair of a place's line is strict; undefined for a line without repair. */
  strictness(place: Place): boolean | undefined {
    return this.lines.get(this.locator.range(place).line);
  }

  /** Names the record that holds a place, or the line of a place outside records. */
  unitOf(place: Place): string {
    const start = place.offsets?.[0] ?? this.locator.offsets(place)?.[0] ?? 0;
    return RECORD.exec(place.pointer ?? '')?.[0] ?? this.unitAt(start);
  }

  unitOfEdit(edit: MadeEdit): string {
    return this.unitAt(this.starts.get(edit) ?? 0);
  }

  private unitAt(offset: number): string {
    return RECORD.exec(this.locator.pointerAt(offset))?.[0] ?? `line ${this.lineAt(offset)}`;
  }

  private lineAt(offset: number): number {
    return this.locator.range({ file: '', offsets: [offset, offset] }).line;
  }
}

/** The part of a pointer that names a record of its file. */
const RECORD = /^\/\d+(?=\/|$)/;
