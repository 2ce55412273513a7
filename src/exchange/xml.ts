import { SaxesParser } from 'saxes';

/** An element with its name as written, prefix and all. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** An element, or text with its entities resolved. */
export type XmlNode = XmlElement | string;

/** Deeper elements than any office program writes; code that walks them calls itself at each. */
const DEEPEST = 400;

/**
 * A part of an Office file as a tree; comments and processing instructions are left out.
 * @throws Error for what is no well-formed XML in UTF-8, declares a document type, or nests too deep
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser();
  const top: XmlNode[] = [];
  const open: XmlNode[][] = [top];
  const add = (text: string): void => {
    open.at(-1)?.push(text);
  };
  parser.on('opentag', ({ name, attributes }) => {
    const children: XmlNode[] = [];
    open.at(-1)?.push({ name, attributes, children });
    open.push(children);
    if (open.length > DEEPEST) throw new Error('nested too deep');
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('doctype', () => {
    throw new Error('a document type');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  const root = top.find((node) => typeof node !== 'string');
  if (!root) throw new Error('no element');
  return root;
}

/** A tree as a part of an Office file. */
export function writeXml(root: XmlElement): Uint8Array {
  const pieces: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  write(root, pieces);
  return new TextEncoder().encode(pieces.join(''));
}

function write(node: XmlNode, pieces: string[]): void {
  if (typeof node === 'string') {
    pieces.push(escaped(node));
    return;
  }
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  pieces.push(`<${node.name}${attributes.join('')}`);
  if (node.children.length === 0) pieces.push('/>');
  else {
    pieces.push('>');
    for (const child of node.children) write(child, pieces);
    pieces.push(`</${node.name}>`);
  }
}

/** In text and in attributes alike; line ends are written as references, because a reader would fold them. */
function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (found) => ESCAPES[found] ?? found);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
