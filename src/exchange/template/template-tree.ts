import type { XmlElement } from '../xml.js';
import type { Tag } from './tag.js';

/** A part of a template: XML in which tags stand where their values go. */
export type TemplateNode = TemplateElement | Tag | Loop | string;

export interface TemplateElement extends Omit<XmlElement, 'children'> {
  readonly children: readonly TemplateNode[];
}

/** What is repeated for each item: pieces of a line, whole paragraphs, or rows of a table. */
export interface Loop {
  readonly type: 'loop';
  readonly tag: Tag;
  readonly children: readonly TemplateNode[];
}

export function isElement(node: TemplateNode): node is TemplateElement {
  return typeof node !== 'string' && 'children' in node && !('type' in node);
}
