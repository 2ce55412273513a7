import type { ErrorObject } from 'ajv';
import type { InBoth } from '../diagnostics/diagnostic.js';
import type { SchemaNode } from './dictionary.js';
import type { FieldArgs } from './problems.js';
import { showValue } from './show-value.js';

/** The arguments of a finding about a field: its name, its value and an example. */
export function fieldArgs(node: SchemaNode, key: string, value: unknown): FieldArgs {
  return { field: fieldName(node, key), shown: shownValue(value), example: showExample(node, key) };
}

function fieldName({ title }: SchemaNode, key: string): InBoth {
  if (!key) return { zh: '这条记录', en: 'this record' };
  return title ? { zh: `“${title}”（${key}）`, en: `“${key}” (${title})` } : { zh: `“${key}”`, en: `“${key}”` };
}

/** A value as it would be typed, in words of both languages. */
export function shownValue(value: unknown): InBoth {
  const zh = showValue(value);
  return { zh, en: value === undefined || value === null ? 'nothing' : zh };
}

function showExample(node: SchemaNode, key: string): InBoth {
  const [example] = node.examples ?? [];
  if (example === undefined) return { zh: '见 yueyi schema', en: 'see yueyi schema' };
  const shown = `${key ? `${key}: ` : ''}${showValue(example)}`;
  return { zh: shown, en: shown };
}

/** The limit that a value exceeds, or null where the error is of another keyword. */
export function limitOf({ keyword, params }: ErrorObject): InBoth | null {
  const limit = params.limit;
  const limits: Readonly<Record<string, InBoth>> = {
    minimum: { zh: `不能小于 ${limit}`, en: `may not be less than ${limit}` },
    maximum: { zh: `不能大于 ${limit}`, en: `may not be more than ${limit}` },
    exclusiveMinimum: { zh: `必须大于 ${limit}`, en: `must be more than ${limit}` },
    minLength: { zh: '不能为空', en: 'may not be empty' },
    maxLength: { zh: `最多 ${limit} 个字`, en: `may have ${limit} characters at most` },
    minItems: { zh: '至少要有一项', en: 'must have an item' },
    maxItems: { zh: `最多 ${limit} 项`, en: `may have ${limit} items at most` },
  };
  return limits[keyword] ?? null;
}
