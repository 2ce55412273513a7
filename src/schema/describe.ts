import type { ErrorObject } from 'ajv';
import { validators } from '#generated/validators.js';
import { type Finding, findingOf, type Place } from '../diagnostics/diagnostic.js';
import { nearest } from '../text/nearest.js';
import { nodeAt, type SchemaNode } from './dictionary.js';
import type { Kind } from './kinds.js';
import { type FieldArgs, schemaProblems as problems } from './problems.js';
import { showValue } from './show-value.js';
import { isText, typeName } from './type-name.js';

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
    const key = finding && `${finding.code} ${finding.at.pointer} ${finding.message}`;
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
      return findingOf(
        problems.unknown,
        { key, near: nearest(key, known)[0] ?? '', known: known.join('、') },
        place,
        more,
      );
    }
    case 'enum':
    case 'const': {
      const allowed = (node.enum ?? [node.const]).map(String);
      const near = nearest(String(value), allowed)[0] ?? '';
      return findingOf(problems.choice, { ...args, near, allowed: allowed.join('、') }, at, more);
    }
    case 'type': {
      const bare = isText(node) && (typeof value === 'number' || typeof value === 'boolean');
      const example = bare ? `${named.at(-1)}: "${value}"（写在引号里）` : args.example;
      return findingOf(problems.type, { ...args, example, wanted: typeName(node) }, at, more);
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
      return findingOf(problems.repeated, { ...args, shown: showValue(item) }, place, more);
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
  const field = key ? (node.title ? `“${node.title}”（${key}）` : `“${key}”`) : '这条记录';
  return { field, shown: showValue(value), example: showExample(node, key) };
}

function showExample(node: SchemaNode, key: string): string {
  const [example] = node.examples ?? [];
  return example === undefined ? '见 yueyi schema' : `${key ? `${key}: ` : ''}${showValue(example)}`;
}

function limitOf({ keyword, params }: ErrorObject): string | null {
  const limit = params.limit;
  const limits: Readonly<Record<string, string>> = {
    minimum: `不能小于 ${limit}`,
    maximum: `不能大于 ${limit}`,
    exclusiveMinimum: `必须大于 ${limit}`,
    minLength: '不能为空',
    maxLength: `最多 ${limit} 个字`,
    minItems: '至少要有一项',
    maxItems: `最多 ${limit} 项`,
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
