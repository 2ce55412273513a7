import type { InBoth } from '../diagnostics/diagnostic.js';
import type { SchemaNode } from './dictionary.js';

const TYPE_NAMES: Readonly<Record<string, InBoth>> = {
  string: { zh: '文字', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '一列内容', en: 'a list' },
  object: { zh: '一组字段', en: 'a group of fields' },
};

/** The type of a field's value, in Chinese. */
export function typeName(node: SchemaNode): string {
  return typeNames(node).zh;
}

/** The type of a field's value, in both languages. */
export function typeNames({ type = 'object' }: SchemaNode): InBoth {
  const names = [type].flat().map((name) => TYPE_NAMES[name] ?? { zh: name, en: name });
  return { zh: names.map(({ zh }) => zh).join('或'), en: names.map(({ en }) => en).join(' or ') };
}

/** Whether a field holds only text, so that a number in it needs quotes. */
export function isText({ type }: SchemaNode): boolean {
  return type === 'string';
}
