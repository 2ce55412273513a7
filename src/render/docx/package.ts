import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipped } from '../zip.js';

const CORE = 'docProps/core.xml';
const BODY = 'word/document.xml';
const TIME = /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g;
/** `word/_rels/document.xml.rels` → `word/`, `document.xml`. */
const RELATIONS = /^(.*\/|)_rels\/(.+)\.rels$/;
const ID = /(<Relationship\b[^>]*?\bId=")([^"]+)(")/g;
const DRAWING = /(<wp:docPr id=")\d+(")/g;
/** An id that counts; the library draws lots for the others. */
const COUNTED = /^rId\d+$/;

type Parts = Map<string, Uint8Array>;

/**
 * A document as bytes that depend on it alone. The library writes the time of day, draws lots for some ids, counts others on
 * from one document to the next, and compresses with whatever the host has; the sheets of its charts likewise.
 * @param day that it is made, YYYY-MM-DD
 */
export async function packed(document: Document, day: string): Promise<Uint8Array> {
  return stable(await Packer.pack(document, 'uint8array'), day);
}

function stable(bytes: Uint8Array, day: string): Uint8Array {
  const parts: Parts = new Map(Object.entries(unzipSync(bytes)));
  for (const [name, part] of parts) {
    if (name.endsWith('.xlsx')) parts.set(name, stable(part, day));
    if (name === CORE) edit(parts, name, (xml) => xml.replace(TIME, `$1${day}T00:00:00Z$3`));
    if (name === BODY) edit(parts, name, countedDrawings);
    const [, folder = '', source = ''] = RELATIONS.exec(name) ?? [];
    if (source !== '') countIds(parts, name, folder + source);
  }
  return zipped(parts);
}

/** Numbers the ids that were drawn, in the list of a part's relations and in the part. */
function countIds(parts: Parts, list: string, source: string): void {
  const drawn = new Map<string, string>();
  edit(parts, list, (xml) =>
    xml.replace(ID, (whole, before: string, id: string, after: string) => {
      if (COUNTED.test(id)) return whole;
      const counted = `rel${drawn.size + 1}`;
      drawn.set(id, counted);
      return before + counted + after;
    }),
  );
  if (drawn.size > 0)
    edit(parts, source, (xml) =>
      xml.replace(/(\br:\w+=")([^"]+)(")/g, (_, before: string, id: string, after: string) => {
        return before + (drawn.get(id) ?? id) + after;
      }),
    );
}

function countedDrawings(xml: string): string {
  let count = 0;
  return xml.replace(DRAWING, (_, before: string, after: string) => before + String(++count) + after);
}

function edit(parts: Parts, name: string, change: (xml: string) => string): void {
  const part = parts.get(name);
  if (part) parts.set(name, strToU8(change(strFromU8(part))));
}
