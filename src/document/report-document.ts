import type { Figure } from './figure.js';

/** A light of progress: 已完成, 绿灯, 黄灯, 红灯, or none where there is no target. */
export type Light = 'done' | 'green' | 'yellow' | 'red' | 'none';

/** One typed piece of text. There is no bare number: a digit is a figure, a date, an ordinal or part of a name. */
export type Inline = Typed & Reach;

/** What a public version leaves out. */
interface Reach {
  readonly internal?: true;
}

type Typed =
  | { readonly type: 'text'; readonly text: string }
  /** `unit` prints the unit behind the value; `sign` prints + before a value that is not negative. */
  | { readonly type: 'figure'; readonly figure: Figure; readonly unit?: boolean; readonly sign?: boolean }
  /** Of how many records a figure is known, where it is not of all: 252场中251场有数. */
  | { readonly type: 'coverage'; readonly figure: Figure }
  /** A judging word (基本完成, 多数): its figure has the word, the rule and what it was judged by. */
  | { readonly type: 'verdict'; readonly figure: Figure }
  /** `date` is YYYY, YYYY-MM or YYYY-MM-DD; `until` makes it a period; `short` leaves the year out. */
  | { readonly type: 'date'; readonly date: string; readonly until?: string; readonly short?: boolean }
  /** `word` says more than the light's own word: 超额完成, 黄灯（补上）. */
  | { readonly type: 'light'; readonly light: Light; readonly word?: string }
  | { readonly type: 'bar'; readonly done: Figure; readonly target: Figure }
  /** The name of a record; `id` and `kind` let a reader open it. */
  | {
      readonly type: 'record';
      readonly kind: string;
      readonly id: string;
      readonly label: string;
      readonly sample?: boolean;
    }
  /** A running number: `1.` or `（1）` is the renderer's business. */
  | { readonly type: 'ordinal'; readonly value: number };

/** A table cell: usually one inline, several where names are listed. */
export type Cell = readonly Inline[];

export interface Column extends Reach {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** What a cell may hold, for a sheet to offer; `several` where it may hold more than one of them. */
  readonly choices?: { readonly words: readonly string[]; readonly several: boolean };
}

export interface Heading {
  readonly type: 'heading';
  /** The section's id in the outline; JSON names sections by it. */
  readonly id: string;
  /** 1 is a part, 2 a point within it. */
  readonly level: 1 | 2 | 3 | 4;
  /** The printed number with its punctuation (`一、`, `1.`), empty where the heading has none. */
  readonly number: string;
  readonly title: string;
  /** What its claim rests on, where the title makes one. */
  readonly claim?: Figure;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
  /** 落款 of a message: at the right on paper and on a page; text formats leave it where it can be pasted. */
  readonly isSignature?: true;
}

export interface Table {
  readonly type: 'table';
  readonly title: string;
  /** A grid (the days of a month): its columns are equally wide. */
  readonly isGrid?: true;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** A last row set apart, such as 合计（去重）. */
  readonly total?: readonly Cell[];
  /** 口径 and 截至, printed under the table. */
  readonly notes: readonly (readonly Inline[])[];
  /** For programs, and to be filled in: a sheet of it begins with the headings, without a title above. */
  readonly bare?: true;
}

export interface Notice {
  readonly type: 'notice';
  readonly tone: 'info' | 'warning';
  readonly content: readonly Inline[];
}

/**
 * Figures drawn as bars: a category each (a target, a month), a bar each series. It repeats what a table or a sentence
 * beside it tells, so text formats leave it out.
 */
export interface Chart {
  readonly type: 'chart';
  readonly title: string;
  readonly categories: readonly Cell[];
  /** As many figures as there are categories, all of one unit or without a common one. */
  readonly series: readonly { readonly name: string; readonly figures: readonly Figure[] }[];
}

/** A figure that a page begins with. */
interface Card {
  readonly label: Cell;
  readonly figure: Figure;
  /** What it is measured against. */
  readonly goal?: Figure;
  readonly light?: Light;
}

/** The figures that matter first, side by side; they stand in the text too, so text formats leave them out. */
export interface Cards {
  readonly type: 'cards';
  readonly cards: readonly Card[];
}

export type Block = Heading | Paragraph | Table | Notice | Chart | Cards;

export interface Front {
  readonly title: string;
  readonly to?: string;
  readonly issuer: string;
  readonly number?: string;
  /** 内部资料, above the title; a public version has none. */
  readonly mark?: string;
  /** 落款: the issuer and the day stand under the text instead of under the title; of a summary, not of a table. */
  readonly signed?: true;
  /** 一页纸: it stands on one page of A4, and is no official paper. */
  readonly onePage?: true;
  /** The text ends with a signature of its own (催报): none is put below it. */
  readonly ownSignature?: true;
  /** The day the product is made, YYYY-MM-DD. */
  readonly date: string;
  /** The last day whose records count, YYYY-MM-DD. */
  readonly asOf: string;
  /** How many sample records stand behind the document. */
  readonly sample: number;
  /** Shown above everything else: a sample banner, a ledger with errors. */
  readonly notices: readonly string[];
}

/** A whole product, ready for any format: renderers neither see the ledger nor compute. */
export interface ReportDocument {
  readonly front: Front;
  readonly body: readonly Block[];
  readonly appendices: readonly { readonly title: string; readonly body: readonly Block[] }[];
  /** Every figure printed and every figure those are computed from, in order of first use. */
  readonly figures: readonly Figure[];
  /** What the kinds of the records behind the figures are called. */
  readonly kindNames: Readonly<Record<string, string>>;
}

/** What can be printed: a whole document, or blocks without a title page. */
export type Printable = Pick<ReportDocument, 'body'> & Partial<ReportDocument>;
