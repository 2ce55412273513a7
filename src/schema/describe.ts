import type { ErrorObject } from 'ajv';
import { validators } from '#generated/validators.js';
import { type Finding, findingOf, type Place } from '../diagnostics/diagnostic.js';
import type { ValueText } from '../source/locate.js';
import { onlySameName } from '../text/clean-name.js';
import { escapePointer } from '../text/json-pointer.js';
import { nearest } from '../text/nearest.js';
import { scalarText } from '../text/scalar-text.js';
import { nodeAt, type SchemaNode } from './dictionary.js';
import { fieldArgs, limitOf, shownValue } from './field-args.js';
import { fieldTitled } from './field-titled.js';
import type { SchemaName } from './kinds.js';
import { type FieldArgs, schemaProblems as problems } from './problems.js';
import { typeNames } from './type-name.js';
import { typedAdvice } from './typed-advice.js';

/** A record, or a file that is one mapping, that its schema finds invalid. */
export interface InvalidRecord {
  readonly kind: SchemaName;
  readonly value: unknown;
  /** Path below the data folder. */
  readonly file: string;
  /** The record's own pointer in its file. */
  readonly pointer: string;
  /** Its id, where it has one. */
  readonly record?: string;
  /** The text of the value at a pointer from the file's root; absent for a record that was never text. */
  readonly valueText?: (pointer: string) => ValueText | null;
}

/** The validator's error on one field, with what its finding needs. */
interface FieldError {
  readonly invalid: InvalidRecord;
  readonly error: ErrorObject;
  /** Field names and list indexes from the record to the value. */
  readonly path: readonly string[];
  readonly node: SchemaNode;
  /** The field's name, that of its list for an item. */
  readonly key: string;
  readonly inList: boolean;
  readonly value: unknown;
  readonly args: FieldArgs;
  readonly at: Place;
  readonly more: { readonly record?: string };
}

/** The findings on an invalid record, in the dictionary's words, with its titles and examples. */
export function describe(invalid: InvalidRecord): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const validate = validators[invalid.kind];
  validate(invalid.value);
  for (const error of validate.errors ?? []) {
    const finding = describeError(invalid, error);
    const key = finding && `${finding.code} ${finding.at.pointer} ${finding.wording('zh').message}`;
    if (!finding || !key || seen.has(key)) continue;
    seen.add(key);
    findings.push(finding);
  }
  return findings;
}

/**
 * The fields that a schema refuses: among them those that are missing, and those that a misspelt one means. null where it
 * cannot be said which: of two that exclude each other either may be wrong.
 */
export function refusedFields({ kind, value }: Pick<InvalidRecord, 'kind' | 'value'>): ReadonlySet<string> | null {
  const validate = validators[kind];
  const node = nodeAt(kind, []) ?? {};
  validate(value);
  const fields = new Set<string>();
  for (const { instancePath, params } of validate.errors ?? []) {
    const unknown = params.unevaluatedProperty ?? params.additionalProperty;
    const field: unknown =
      instancePath !== '' ? instancePath.split('/')[1] : unknown === undefined ? params.missingProperty : unknown;
    if (typeof field !== 'string') return null;
    fields.add(field);
    if (instancePath === '' && unknown !== undefined) fields.add(meantBy(node, field).near);
  }
  return fields;
}

function describeError(invalid: InvalidRecord, error: ErrorObject): Finding | null {
  // The choice itself is reported, not why each of its branches failed.
  if (/\/(?:anyOf|oneOf|propertyNames)\//.test(error.schemaPath)) return null;
  const path = error.instancePath.split('/').slice(1);
  const node = nodeAt(invalid.kind, path) ?? {};
  const at: Place = { file: invalid.file, pointer: invalid.pointer + error.instancePath };
  const more = invalid.record === undefined ? {} : { record: invalid.record };
  // Before the value is looked up: of thousands of unknown fields each must take constant time.
  const unknown = error.params.unevaluatedProperty ?? error.params.additionalProperty;
  if (unknown !== undefined) return unknownField(node, scalarText(unknown), at, more);
  const value = valueAt(invalid.value, path);
  const named = path.slice(0, path.findLastIndex((segment) => !/^\d+$/.test(segment)) + 1);
  const key = named.at(-1) ?? '';
  const args = fieldArgs({ ...nodeAt(invalid.kind, named), ...node }, key, value);
  const found = { invalid, error, path, node, key, inList: named.length < path.length, value, args, at, more };
  return (BY_KEYWORD[error.keyword] ?? outOfRange)(found);
}

/** The finding for each keyword of JSON Schema; the others are limits. */
const BY_KEYWORD: Readonly<Record<string, (found: FieldError) => Finding | null>> = {
  required: missingField,
  dependentRequired: missingField,
  enum: notAllowed,
  const: notAllowed,
  type: wrongType,
  format: badDate,
  pattern: badFormat,
  uniqueItems: repeatedItem,
  propertyNames: wrongName,
  anyOf: wrongCombination,
  oneOf: wrongCombination,
  minProperties: wrongCombination,
};

function missingField({ invalid, error, path, at, more }: FieldError): Finding {
  const key = scalarText(error.params.missingProperty);
  const child = nodeAt(invalid.kind, [...path, key]) ?? {};
  return findingOf(problems.required, fieldArgs(child, key, undefined), at, more);
}

function notAllowed(found: FieldError): Finding {
  const { node, value } = found;
  const allowed = (node.enum ?? [node.const]).map(scalarText);
  const near = nearestIn(node, scalarText(value), allowed);
  const { args, at, more } = withAdvice(found);
  return findingOf(problems.choice, { ...args, near, allowed }, at, more);
}

function wrongType(found: FieldError): Finding {
  const { args, at, more } = withAdvice(found);
  return findingOf(problems.type, { ...args, wanted: typeNames(found.node) }, at, more);
}

function badDate(found: FieldError): Finding {
  const { args, at, more } = withAdvice(found);
  return findingOf(problems.date, args, at, more);
}

function badFormat(found: FieldError): Finding | null {
  const { node, value } = found;
  // The minimum length is reported already.
  if (value === '' && node.minLength !== undefined) return null;
  const { args, at, more } = withAdvice(found);
  return findingOf(problems.pattern, { ...args, rule: node.description ?? '' }, at, more);
}

function repeatedItem({ error, value, args, at, more }: FieldError): Finding {
  const second = Math.max(Number(error.params.i), Number(error.params.j));
  const item = Array.isArray(value) ? value[second] : undefined;
  const place = { ...at, pointer: `${at.pointer}/${second}` };
  return findingOf(problems.repeated, { ...args, shown: shownValue(item) }, place, more);
}

function wrongName({ error, node, args, at, more }: FieldError): Finding {
  const key = escapePointer(scalarText(error.params.propertyName));
  const place: Place = { ...at, pointer: `${at.pointer}/${key}`, part: 'key' };
  return findingOf(problems.combination, { ...args, detail: node.description ?? '' }, place, more);
}

function wrongCombination({ node, args, at, more }: FieldError): Finding {
  return findingOf(problems.combination, { ...args, detail: node.description ?? '' }, at, more);
}

function outOfRange({ error, args, at, more }: FieldError): Finding | null {
  const limit = limitOf(error);
  return limit ? findingOf(problems.range, { ...args, limit }, at, more) : null;
}

/** A file's year is likely that of a date without one. */
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;

/** The arguments, the place and the repair of a finding on a value whose meaning may be known from how it was typed. */
function withAdvice({ invalid, path, node, key, inList, value, args, at, more }: FieldError) {
  const source = invalid.valueText?.(at.pointer ?? '') ?? null;
  const unit = valueAt(invalid.value, [...path.slice(0, -1), 'unit']);
  const beside = nodeAt(invalid.kind, path.slice(0, -1))?.properties ?? {};
  const year = YEAR.exec(invalid.file)?.[0] ?? '2025';
  const { way, offsets, repair, shown } = typedAdvice({ node, key, inList, value, source, unit, beside, year });
  return {
    args: { ...args, way, ...(shown === undefined ? {} : { shown }) },
    at: offsets ? { ...at, offsets } : at,
    more: repair ? { ...more, repair: [{ text: repair }] } : more,
  };
}

function unknownField(node: SchemaNode, key: string, parent: Place, more: { record?: string }): Finding | null {
  const known = Object.keys(node.properties ?? {});
  // A declared field that is invalid counts as not evaluated; its own error says more.
  if (known.includes(key)) return null;
  const at: Place = { ...parent, pointer: `${parent.pointer}/${escapePointer(key)}`, part: 'key' };
  const { same, near } = meantBy(node, key);
  const repair = same === null ? {} : { repair: [{ text: same }] };
  return findingOf(problems.unknown, { key, near, known }, at, { ...more, ...repair });
}

/** The field that a name means which the dictionary does not have: certainly, and as far as one can guess. */
function meantBy(node: SchemaNode, key: string): { readonly same: string | null; readonly near: string } {
  const known = Object.keys(node.properties ?? {});
  const same = onlySameName(key, known);
  return { same, near: same ?? fieldTitled(node, key) ?? nearestIn(node, key, known) };
}

/** The names of a part of the dictionary that are nearest to words: what one record has wrong, thousands may have. */
const NEAREST = new WeakMap<SchemaNode, Map<string, string>>();

function nearestIn(node: SchemaNode, word: string, names: readonly string[]): string {
  const known = NEAREST.get(node) ?? new Map<string, string>();
  NEAREST.set(node, known);
  const near = known.get(word) ?? nearest(word, names)[0] ?? '';
  known.set(word, near);
  return near;
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
