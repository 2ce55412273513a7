import { strToU8, zipSync } from 'fflate';
import { officeParts } from './office-file.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A paragraph of runs, as Word splits them. */
export const p = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;

/** A table: a list of rows, a row of cells, a cell of one paragraph or of XML. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map(
      (cells) =>
        `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

/** A small Word file with this body; other parts beside or instead of its own. */
export function wordFile(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${TYPE}.header+xml"/></Types>`,
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...more,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

/** A header's part for `wordFile`. */
export const header = (body: string): Record<string, string> => ({
  'word/header1.xml': `<w:hdr xmlns:w="${W}">${body}</w:hdr>`,
});

/** The paragraphs of a part as lines; cells of a row are separated by tabs, line breaks are shown as ↵. */
export function wordText(file: Uint8Array, part = 'word/document.xml'): string {
  const xml = officeParts(file).get(part) ?? '';
  return xml
    .replace(/<w:pPr\b[^>]*>.*?<\/w:pPr>/gs, '')
    .replace(/<w:br\/>/g, '↵')
    .replace(/<w:tab\/>/g, '⇥')
    .replace(/<\/w:p>(?=<\/w:tc>)/g, '\t')
    .replace(/<\/w:p>|<w:p\/>|<\/w:tr>/g, '\n')
    .replace(/\t<\/w:tc>\n/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/\t\n/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();
}
