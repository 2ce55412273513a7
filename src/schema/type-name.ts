import type { SchemaNode } from './dictionary.js';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: 'true 或 false',
  array: '一列内容',
  object: '一组字段',
};

/** What kind of value a field holds, in Chinese. */
export function typeName({ type = 'object' }: SchemaNode): string {
  return [type]
    .flat()
    .map((name) => TYPE_NAMES[name] ?? name)
    .join('或');
}

/** Whether a field holds text alone, so that a bare number in it wants quotes. */
export function isText({ type }: SchemaNode): boolean {
  return type === 'string';
}
