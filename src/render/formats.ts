import type { CalendarEvents } from '../document/calendar-events.js';
import type { OutputFormat } from '../document/output-format.js';
import type { Paper } from '../document/paper.js';
import type { RecordSet } from '../document/record-set.js';
import type { Printable, Table } from '../document/report-document.js';
import type { TerminalOptions } from './look.js';

/** The parts a product may have; a format is made from one of them. */
interface Parts {
  /** For people: a document, or blocks without a title page. */
  readonly document: Printable;
  /** For a screen: a document that may be longer, because its reader chooses what to read. */
  readonly page: Printable;
  /** For programs: the object of a JSON contract (`schemas/contracts/`). */
  readonly contract: object;
  /** For spreadsheets: one table with all of its columns. */
  readonly table: Table;
  /** For workbooks: a document whose tables are made for calculating. */
  readonly workbook: Printable;
  /** For signing and sending: a document with what an official paper needs beside it, or a Word template already filled. */
  readonly paper: Paper | Uint8Array;
  /** For databases and programs: whole records with the types of their fields. */
  readonly records: RecordSet;
  /** For keeping: files as they are, by their paths. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** For calendars of phones and Outlook: whole-day events. */
  readonly events: CalendarEvents;
}

export type Part = keyof Parts;

/** A command's product: the parts it has, each made when a format needs it; null means that nothing is written. */
export type Product = { readonly [P in Part]?: () => OrNone<Parts[P]> | Promise<OrNone<Parts[P]>> };
type OrNone<T> = T | null;

/** A product in a format. */
type Made = string | Uint8Array;

/** The layout of text for people; formats for programs ignore it. */
export type Layout = TerminalOptions;

interface Row<P extends Part> extends OutputFormat {
  /** The part of a product that it is made from: every command that has the part makes the format. */
  readonly from: P;
  /** Loads the renderer, which is pure: the same part and layout give the same text or bytes. */
  readonly load: () => Promise<(part: Parts[P], layout: Layout) => Made | Promise<Made>>;
  readonly join?: Join;
}

/** Joins several products into one; without it each needs a file of its own. */
type Join = (products: readonly string[]) => string;

const oneAfterAnother: Join = (products) => products.join('\n');
const asList: Join = (products) => `[\n${products.map((product) => product.trimEnd()).join(',\n')}\n]\n`;

/** A format that products come in. */
export interface ProductFormat extends OutputFormat {
  readonly from: Part;
  /**
   * The product in this format; null where there is nothing to write.
   * @throws TypeError where the product lacks the part: its command claims a format that it does not make
   */
  readonly render: (product: Product, layout: Layout) => Promise<Made | null>;
  readonly join?: Join;
}

/**
 * Every format of products, the default first; help, completion, refusals and the endings of `-o` come from here.
 * A new one is a file and a row.
 */
export const FORMATS: readonly ProductFormat[] = [
  format({
    name: 'text',
    chinese: '文字',
    also: ['table', '表格'],
    endings: ['.txt'],
    from: 'document',
    load: async () => (await import('./terminal.js')).renderTerminal,
    join: oneAfterAnother,
  }),
  format({
    name: 'markdown',
    endings: ['.md', '.markdown'],
    from: 'document',
    load: async () => {
      const { renderMarkdown } = await import('./markdown.js');
      return (document, { ids }) => renderMarkdown(document, ids);
    },
    join: oneAfterAnother,
  }),
  format({
    name: 'html',
    chinese: '网页',
    endings: ['.html', '.htm'],
    from: 'page',
    load: async () => (await import('./html/page.js')).renderHtml,
  }),
  format({
    name: 'csv',
    endings: ['.csv'],
    from: 'table',
    load: async () => (await import('./csv.js')).renderCsv,
  }),
  format({
    name: 'xlsx',
    chinese: '电子表格',
    also: ['excel'],
    endings: ['.xlsx'],
    isBinary: true,
    from: 'workbook',
    load: async () => {
      const { renderXlsx } = await import('./xlsx/workbook.js');
      return (document, { ids }) => renderXlsx(document, ids);
    },
  }),
  format({
    name: 'docx',
    chinese: '公文',
    also: ['word'],
    endings: ['.docx'],
    isBinary: true,
    from: 'paper',
    load:
      async () =>
      async (paper, { ids }) => {
        if (paper instanceof Uint8Array) return paper;
        const { renderDocx } = await import('./docx/paper.js');
        return renderDocx(paper, ids);
      },
  }),
  format({
    name: 'json',
    endings: ['.json'],
    from: 'contract',
    load: async () => (await import('./json.js')).renderJson,
    join: asList,
  }),
  format({
    name: 'ndjson',
    also: ['jsonl'],
    endings: ['.ndjson', '.jsonl'],
    from: 'records',
    load: async () => (await import('./ndjson.js')).renderNdjson,
  }),
  format({
    name: 'parquet',
    endings: ['.parquet'],
    isBinary: true,
    from: 'records',
    load: async () => (await import('./parquet.js')).renderParquet,
  }),
  format({
    name: 'zip',
    chinese: '压缩包',
    endings: ['.zip'],
    isBinary: true,
    from: 'files',
    load: async () => (await import('./zip.js')).zipped,
  }),
  format({
    name: 'ics',
    chinese: '日程',
    also: ['ical'],
    endings: ['.ics'],
    from: 'events',
    load: async () => (await import('./ics.js')).renderIcs,
  }),
];

/** The format of a name. @throws TypeError where no format has it */
export function productFormat(name: string): ProductFormat {
  const row = FORMATS.find((each) => each.name === name);
  if (!row) throw new TypeError(`no such format of products: ${name}`);
  return row;
}

/** The formats that can be made from these parts of a product. */
export function formatsFrom(...parts: readonly Part[]): readonly ProductFormat[] {
  return FORMATS.filter(({ from }) => parts.includes(from));
}

function format<P extends Part>({ load, ...row }: Row<P>): ProductFormat {
  return {
    ...row,
    render: async (product, layout) => {
      const make = product[row.from];
      if (!make) throw new TypeError(`${row.name} is made from a product's ${row.from}, and this one has none`);
      const part = await make();
      return part === null ? null : (await load())(part, layout);
    },
  };
}
