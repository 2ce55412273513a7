/** A cell as a person reads it; empty text where nothing stands in it. */
export interface SheetCell {
  /** Without spaces around it; a day is YYYY-MM-DD, a number as it is calculated with. */
  readonly text: string;
  /** What a number cell holds: a serial of a day may be meant. */
  readonly number?: number;
  /** Why the cell cannot be read, in Chinese. */
  readonly fault?: string;
}

/** A block of cells that a sheet shows as one; rows and columns from 0, the ends included. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** One sheet of a file that is imported. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly Merge[];
}

/** Nobody keeps more rows by hand: it is an empty sheet that was formatted to its end. */
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 500;
