/** A passage of a draft (文稿): a paragraph, a heading, or a cell of a table. */
export interface Passage {
  readonly text: string;
  /** Counted from 1: the line of a text file in which it begins; in a Word file, the paragraph among all paragraphs. */
  readonly place: number;
  /** Where in `text` each further line of the file begins: a paragraph may have been wrapped. */
  readonly breaks?: readonly number[];
  /** 1 for the title or a first heading, where the file itself says that it is one. */
  readonly level?: number;
  /** The titles of a cell's row and column. */
  readonly heads?: string;
}

/** A text to be held against the ledger, whatever file it was read from. */
export interface Draft {
  /** What places are counted in. */
  readonly counted: '行' | '段';
  readonly passages: readonly Passage[];
}

/** The place of a character of a passage. */
export function placeIn({ place, breaks = [] }: Passage, offset: number): number {
  return place + breaks.filter((start) => start <= offset).length;
}

/** A comment at a part of a passage; offsets in UTF-16, the end exclusive. */
export interface DraftComment {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Who says it: Word colours comments by their authors, and can show those of one alone. */
  readonly author: string;
}
