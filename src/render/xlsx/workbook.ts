import { unzipSync } from 'fflate';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Block, Printable, Table } from '../../document/report-document.js';
import { appendixTitle, headingText } from '../plain-text.js';
import { xmlText } from '../xml-text.js';
import { zipped } from '../zip.js';
import { CHOICES, ChoiceLists } from './choice-lists.js';
import { sheetNames } from './sheet-names.js';
import { FONT } from './styles.js';
import { tableSheet } from './table-sheet.js';
import { isProse, type Prose, textSheet } from './text-sheet.js';

/** The name of the sheet with everything that is no table. */
const TEXT = '正文';
/** For blocks without a title page, which have no day of their own. */
const NO_DAY = '1980-01-01';

/**
 * A document as an Excel workbook (ECMA-376): a sheet for each table, in their order, then one with the text. Numbers,
 * days and percentages are such; no text is a formula.
 * @param ids whether each cell carries its figures' ids as a comment
 */
export async function renderXlsx(document: Printable, ids = false): Promise<Uint8Array> {
  const { front } = document;
  const tables = titledTables(document);
  const prose = proseOf(document);
  const titles = [...tables.map(({ title }) => title), ...(prose.length > 0 || tables.length === 0 ? [TEXT] : [])];
  const choices = new ChoiceLists();
  const sheets = sheetNames(titles, [CHOICES]).map((name, index): WriteSheet => {
    const entry = tables[index];
    return entry
      ? tableSheet(entry.table, { name, title: entry.title, front, ids, choices })
      : textSheet(prose, { name, front, ids });
  });
  const made = new Date(`${front?.date ?? NO_DAY}T00:00:00Z`);
  const title = xmlText(front?.title ?? titles[0] ?? '');
  const bytes = await writeXlsx({
    sheets: [...sheets, ...choices.sheets()],
    defaultFont: FONT,
    properties: { title, creator: xmlText(front?.issuer ?? ''), created: made, modified: made },
  });
  // The library compresses with Node's own zlib, which differs between versions.
  return zipped(new Map(Object.entries(unzipSync(bytes))));
}

/** Every table with columns and its title: its own, else that of the heading or the appendix above it. */
function titledTables({ front, body, appendices = [] }: Printable): { title: string; table: Table }[] {
  const parts = [
    { title: front?.title ?? '', body },
    ...appendices.map((appendix, index) => ({
      title: appendixTitle(appendix.title, index, appendices.length),
      body: appendix.body,
    })),
  ];
  return parts.flatMap((part) => {
    let above = part.title;
    return part.body.flatMap((block) => {
      if (block.type === 'heading') above = headingText(block);
      return block.type === 'table' && block.columns.length > 0 ? [{ title: block.title || above, table: block }] : [];
    });
  });
}

/** The text around the tables; an appendix of tables alone has none. */
function proseOf({ body, appendices = [] }: Printable): Prose[] {
  const proseIn = (blocks: readonly Block[]) => blocks.flatMap(proseBlock);
  return [
    ...proseIn(body),
    ...appendices.flatMap(({ title, body: blocks }, index) => {
      const text = proseIn(blocks);
      const heading = { type: 'heading', id: '', level: 1, number: '', title: '' } as const;
      return text.length === 0 ? [] : [{ ...heading, title: appendixTitle(title, index, appendices.length) }, ...text];
    }),
  ];
}

/** A block as text; a table without columns is only notes. */
function proseBlock(block: Block): Prose[] {
  if (isProse(block)) return [block];
  if (block.type !== 'table' || block.columns.length > 0) return [];
  return block.notes.map((content) => ({ type: 'paragraph', content }));
}
