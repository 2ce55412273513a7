import type { Entry } from '../../ledger/ledger.js';
import { xmlText } from '../../render/xml-text.js';
import { zipped } from '../../render/zip.js';
import type { ReportContext } from '../../reports/context.js';
import { noticesOf } from '../../reports/front.js';
import { writeXml, type XmlElement, type XmlNode } from '../xml.js';
import type { Meanings } from './meanings.js';
import { textElement } from './place-tags.js';
import type { Tag } from './tag.js';
import type { Template } from './template.js';
import { isElement, type Loop, type TemplateElement, type TemplateNode } from './template-tree.js';
import { uniqueIds } from './unique-ids.js';
import { printed, recordValue, type Scope, valuesOf } from './values.js';

/** What is printed where nothing is known, to be filled in by hand. */
export const BLANK = '＿＿＿＿';

/** Word takes no cell, text box, header, footer or note without a paragraph at its end. */
const ENDS_WITH_PARAGRAPH = ['w:tc', 'w:txbxContent', 'w:hdr', 'w:ftr', 'w:footnote', 'w:endnote'];

/**
 * A template filled with a record, as a Word file: the same template, ledger and day give the same bytes.
 * @param entry none where no tag depends on a record
 */
export function fillTemplate(
  context: ReportContext,
  template: Template,
  { of }: Meanings,
  entry: Entry | undefined,
): Uint8Array {
  let isSample = entry?.sample ?? false;

  const nodes = (node: TemplateNode, scope: Scope): XmlNode[] => {
    if (typeof node === 'string') return [node];
    if (isElement(node)) return [element(node, scope)];
    return node.type === 'tag' ? value(node, scope) : repeated(node, scope);
  };

  const element = (node: TemplateElement, scope: Scope): XmlElement => {
    const children = node.children.flatMap((child) => nodes(child, scope));
    const last = children.at(-1);
    const lacks = ENDS_WITH_PARAGRAPH.includes(node.name) && (typeof last !== 'object' || last.name !== 'w:p');
    return { ...node, children: lacks ? [...children, PARAGRAPH] : children };
  };

  const value = (tag: Tag, scope: Scope): XmlNode[] => {
    const meaning = of.get(tag);
    const { text = null, sample = false } = meaning ? printed(context, meaning, scope) : {};
    isSample ||= sample;
    return linesOf(text === null ? BLANK : xmlText(text));
  };

  const repeated = ({ tag, children }: Loop, outer: Scope): XmlNode[] => {
    const meaning = of.get(tag);
    const values = meaning?.type === 'field' ? valuesOf(context, meaning, outer) : [];
    // A table without its row is no form to fill in by hand, and one without any row is no table.
    if (values.length === 0 && isRows(children))
      return children.flatMap((child) => nodes(child, { value: null, ordinal: 1, outer }));
    return values.flatMap((item, index) =>
      children.flatMap((child) => nodes(child, { value: item, ordinal: index + 1, outer })),
    );
  };

  const scope = { value: entry ? recordValue(entry) : null, ordinal: 1 };
  const texts = new Map([...template.texts].map(([name, root]) => [name, element(root, scope)]));
  const notices = noticesOf(context, isSample ? 1 : 0);
  const parts = new Map(template.parts);
  for (const [name, root] of uniqueIds(texts)) {
    parts.set(name, writeXml(name === template.main ? withNotices(root, notices) : root));
  }
  return zipped(parts);
}

const PARAGRAPH: XmlElement = { name: 'w:p', attributes: {}, children: [] };

function isRows(children: readonly TemplateNode[]): boolean {
  return children.some((child) => isElement(child) && child.name === 'w:tr');
}

/** A text in a run; its line feeds are line breaks. */
function linesOf(text: string): XmlNode[] {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ name: 'w:br', attributes: {}, children: [] }]),
      ...(line === '' ? [] : [textElement(line)]),
    ]);
}

/** What is to be known before reading, in red above everything else. */
function withNotices(root: XmlElement, notices: readonly string[]): XmlElement {
  const told = notices.map((notice) => redParagraph(xmlText(notice)));
  return {
    ...root,
    children: root.children.map((node) =>
      typeof node !== 'string' && node.name === 'w:body' ? { ...node, children: [...told, ...node.children] } : node,
    ),
  };
}

function redParagraph(text: string): XmlElement {
  const element = (name: string, value: Record<string, string>, ...children: XmlNode[]): XmlElement => ({
    name,
    attributes: value,
    children,
  });
  return element(
    'w:p',
    {},
    element('w:pPr', {}, element('w:jc', { 'w:val': 'center' })),
    element('w:r', {}, element('w:rPr', {}, element('w:color', { 'w:val': 'FF0000' })), textElement(text)),
  );
}
