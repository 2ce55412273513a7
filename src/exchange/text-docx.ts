import type { Draft, Passage } from '../document/draft.js';
import { element } from './comment-docx.js';
import { BODY, type WordDraft } from './read-docx.js';
import type { RunPiece } from './word-text.js';
import { writeXml, type XmlElement } from './xml.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const BODY_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A draft that is no Word file as one: a paragraph a passage, so that comments can be put beside its numbers. */
export function textDocx(draft: Draft): WordDraft {
  const runs = new Map<Passage, readonly RunPiece[]>();
  const paragraphs = draft.passages.map((passage) => {
    const run = element('w:r', {}, textOf(passage.text));
    runs.set(passage, [{ run, start: 0 }]);
    return element('w:p', {}, [run]);
  });
  const document = element('w:document', { 'xmlns:w': WORD }, [element('w:body', {}, paragraphs)]);
  const parts = new Map([
    ['[Content_Types].xml', writeXml(types())],
    ['_rels/.rels', writeXml(relations())],
    [BODY, writeXml(document)],
  ]);
  return { draft, parts, document, runs, marks: new Map() };
}

/** Line feeds as breaks, tabs as tabs: as they are read back. */
function textOf(text: string): readonly XmlElement[] {
  return text
    .split(/([\n\t])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\n') return element('w:br');
      return piece === '\t' ? element('w:tab') : element('w:t', { 'xml:space': 'preserve' }, [piece]);
    });
}

function types(): XmlElement {
  return element('Types', { xmlns: `${PACKAGE}/content-types` }, [
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    element('Override', { PartName: `/${BODY}`, ContentType: BODY_TYPE }),
  ]);
}

function relations(): XmlElement {
  return element('Relationships', { xmlns: `${PACKAGE}/relationships` }, [
    element('Relationship', { Id: 'rId1', Type: OFFICE, Target: BODY }),
  ]);
}
