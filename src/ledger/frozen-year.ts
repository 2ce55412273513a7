import type { RecordTypes } from '#generated/records.js';
import type { Entry } from './ledger.js';

/** The folder of the frozen years, below the data folder. */
export const FROZEN_FOLDER = 'frozen';

/** The file of a frozen year, below the data folder. */
export function frozenFileName(year: number): string {
  return `${FROZEN_FOLDER}/${year}.yaml`;
}

/** What data/frozen/2025.yaml holds: the figures of a year as they were reported, and every restatement. */
export type Frozen = RecordTypes['frozen'];

/** A frozen figure as it stands now: after every restatement. */
export type FrozenFigure = Frozen['figures'][number];

export type Restatement = NonNullable<Frozen['restatements']>[number];

/** What a figure says: its number, or why it has none, or its judging word. */
export type StatedValue = Pick<FrozenFigure, 'value' | 'bound' | 'missing' | 'word'>;

/** The frozen figures of a year and their file. */
export interface FrozenYear {
  /** Path below the data folder. */
  readonly file: string;
  readonly value: Frozen;
}

/** A record of a frozen year that is not as it was when the year was frozen. */
export interface TouchedRecord {
  readonly kind: string;
  readonly id: string;
  readonly how: 'added' | 'edited' | 'removed';
  /** Absent for a removed one. */
  readonly entry?: Entry;
}

/** A frozen figure that the records now give another value. */
export interface FrozenChange {
  /** JSON pointer of the figure in its file. */
  readonly pointer: string;
  readonly frozen: FrozenFigure;
  /** What it is now; undefined where there is no such figure any more. */
  readonly now: StatedValue | undefined;
  /** The records touched since that may explain it, the likeliest first; empty where the cause is none of the year's. */
  readonly touched: readonly TouchedRecord[];
  /** Whether it follows from another change: it is a part of that figure, or computed from it. */
  readonly follows: boolean;
}

/** A frozen year held against the records. */
export interface FrozenCheck {
  readonly frozen: FrozenYear;
  /** Whether the file is as the program wrote it. */
  readonly isIntact: boolean;
  readonly changes: readonly FrozenChange[];
  /** Records that came or went behind figures whose values are what they were. */
  readonly exchanged: readonly TouchedRecord[];
}
