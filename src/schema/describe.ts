import type { ErrorObject } from 'ajv';
import { validators } from '#generated/validators.js';
import { type Finding, findingOf, type InBoth, type Place } from '../diagnostics/diagnostic.js';
import { nearest } from '../text/nearest.js';
import { nodeAt, type SchemaNode } from './dictionary.js';
import type { Kind } from './kinds.js';
import { type FieldArgs, schemaProblems as problems } from './problems.js';
import { showValue } from './show-value.js';
import { isText, typeNames } from './type-name.js';

/** One record that its schema refuses, and where it stands. */
export interface Refused {
  readonly kind: Kind | 'workspace';
  readonly value: unknown;
  readonly file: string;
  /** The record's own pointer in its file. */
  readonly pointer: string;
  readonly record?: string;
}

/** Finds all that is wrong with a record and tells it as findings in the clerk's words, with the dictionary's titles and examples. */
export function describe(refused: Refused): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const validate = validators[refused.kind];
  validate(refused.value);
  for (const error of validate.errors ?? []) {
    const finding = describeError(refused, error);
    const key = finding && `${finding.code} ${finding.at.pointer} ${finding.say('zh').message}`;
    if (!finding || !key || seen.has(key)) continue;
    seen.add(key);
    findings.push(finding);
  }
  return findings;
}

function describeError(refused: Refused, error: ErrorObject): Finding | null {
  // The choice itself is told, not why each of its branches failed.
  if (/\/(?:anyOf|oneOf|propertyNames)\//.test(error.schemaPath)) return null;
  const path = error.instancePath.split('/').slice(1);
  const node = nodeAt(refused.kind, path) ?? {};
  const at: Place = { file: refused.file, pointer: refused.pointer + error.instancePath };
  const more = refused.record === undefined ? {} : { record: refused.record };
  const value = valueAt(refused.value, path);
  const named = path.slice(0, path.findLastIndex((segment) => !/^\d+$/.test(segment)) + 1);
  const args = fieldArgs({ ...nodeAt(refused.kind, named), ...node }, named.at(-1) ?? '', value);

  switch (error.keyword) {
    case 'required':
    case 'dependentRequired': {
      const key = String(error.params.missingProperty);
      const child = nodeAt(refused.kind, [...path, key]) ?? {};
      return findingOf(problems.required, fieldArgs(child, key, undefined), at, more);
    }
    case 'unevaluatedProperties':
    case 'additionalProperties': {
      const key = String(error.params.unevaluatedProperty ?? error.params.additionalProperty);
      const known = Object.keys(node.properties ?? {});
      // A declared field whose own check failed counts as not evaluated; its own error says more.
      if (known.includes(key)) return null;
      const place: Place = { ...at, pointer: `${at.pointer}/${escapePointer(key)}`, part: 'key' };
      return findingOf(problems.unknown, { key, near: nearest(key, known)[0] ?? '', known }, place, more);
    }
    case 'enum':
    case 'const': {
      const allowed = (node.enum ?? [node.const]).map(String);
      const near = nearest(String(value), allowed)[0] ?? '';
      return findingOf(problems.choice, { ...args, near, allowed }, at, more);
    }
    case 'type': {
      const bare = isText(node) && (typeof value === 'number' || typeof value === 'boolean');
      const example = bare ? inQuotes(`${named.at(-1)}: "${value}"`) : args.example;
      return findingOf(problems.type, { ...args, example, wanted: typeNames(node) }, at, more);
    }
    case 'format':
      return findingOf(problems.date, args, at, more);
    case 'pattern':
      // That it is empty is told already.
      if (value === '' && node.minLength !== undefined) return null;
      return findingOf(problems.pattern, { ...args, rule: node.description ?? '' }, at, more);
    case 'uniqueItems': {
      const second = Math.max(Number(error.params.i), Number(error.params.j));
      const item = Array.isArray(value) ? value[second] : undefined;
      const place = { ...at, pointer: `${at.pointer}/${second}` };
      return findingOf(problems.repeated, { ...args, shown: shownValue(item) }, place, more);
    }
    case 'propertyNames': {
      const key = escapePointer(String(error.params.propertyName));
      const place: Place = { ...at, pointer: `${at.pointer}/${key}`, part: 'key' };
      return findingOf(problems.combination, { ...args, detail: node.description ?? '' }, place, more);
    }
    case 'anyOf':
    case 'oneOf':
    case 'minProperties':
      return findingOf(problems.combination, { ...args, detail: node.description ?? '' }, at, more);
    default: {
      const limit = limitOf(error);
      return limit ? findingOf(problems.range, { ...args, limit }, at, more) : null;
    }
  }
}

function fieldArgs(node: SchemaNode, key: string, value: unknown): FieldArgs {
  return { field: fieldName(node, key), shown: shownValue(value), example: showExample(node, key) };
}

function fieldName({ title }: SchemaNode, key: string): InBoth {
  if (!key) return { zh: '这条记录', en: 'this record' };
  return title ? { zh: `“${title}”（${key}）`, en: `“${key}” (${title})` } : { zh: `“${key}”`, en: `“${key}”` };
}

function shownValue(value: unknown): InBoth {
  const zh = showValue(value);
  return { zh, en: value === undefined || value === null ? 'nothing' : zh };
}

function showExample(node: SchemaNode, key: string): InBoth {
  const [example] = node.examples ?? [];
  if (example === undefined) return { zh: '见 yueyi schema', en: 'see yueyi schema' };
  const shown = `${key ? `${key}: ` : ''}${showValue(example)}`;
  return { zh: shown, en: shown };
}

const inQuotes = (example: string): InBoth => ({
  zh: `${example}（写在引号里）`,
  en: `${example} (in quotation marks)`,
});

function limitOf({ keyword, params }: ErrorObject): InBoth | null {
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

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      at !== null && typeof at === 'object' && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
