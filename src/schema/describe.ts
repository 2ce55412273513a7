import type { ErrorObject } from 'ajv';
import { validators } from '#generated/validators.js';
import { type Finding, findingOf, type Place } from '../diagnostics/diagnostic.js';
import type { Written } from '../source/locate.js';
import { onlySameName } from '../text/clean-name.js';
import { nearest } from '../text/nearest.js';
import { scalarText } from '../text/scalar-text.js';
import { nodeAt, type SchemaNode } from './dictionary.js';
import { fieldArgs, limitOf, shownValue } from './field-args.js';
import type { Kind } from './kinds.js';
import { schemaProblems as problems } from './problems.js';
import { typeNames } from './type-name.js';
import { typedAdvice } from './typed-advice.js';

/** One record that its schema refuses, and where it stands. */
export interface Refused {
  readonly kind: Kind | 'workspace';
  readonly value: unknown;
  readonly file: string;
  /** The record's own pointer in its file. */
  readonly pointer: string;
  readonly record?: string;
  /** The value at a pointer from the file's root as it was typed; absent for a record that was never text. */
  readonly written?: (pointer: string) => Written | null;
}

/** Finds all that is wrong with a record and tells it as findings in the clerk's words, with the dictionary's titles and examples. */
export function describe(refused: Refused): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const validate = validators[refused.kind];
  validate(refused.value);
  for (const error of validate.errors ?? []) {
    const finding = describeError(refused, error);
    const key = finding && `${finding.code} ${finding.at.pointer} ${finding.wording('zh').message}`;
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
  // Told without the record around it: of thousands of unknown fields none may cost a look at all the others.
  const unknown = error.params.unevaluatedProperty ?? error.params.additionalProperty;
  if (unknown !== undefined) return unknownField(node, scalarText(unknown), at, more);
  const value = valueAt(refused.value, path);
  const named = path.slice(0, path.findLastIndex((segment) => !/^\d+$/.test(segment)) + 1);
  const args = fieldArgs({ ...nodeAt(refused.kind, named), ...node }, named.at(-1) ?? '', value);
  const advice = () => {
    const written = refused.written?.(at.pointer ?? '') ?? null;
    const unit = valueAt(refused.value, [...path.slice(0, -1), 'unit']);
    const { way, offsets, repair, shown } = typedAdvice({
      node,
      key: named.at(-1) ?? '',
      inList: named.length < path.length,
      value,
      written,
      unit,
    });
    return {
      args: { ...args, way, ...(shown === undefined ? {} : { shown }) },
      at: offsets ? { ...at, offsets } : at,
      more: repair ? { ...more, repair: [{ text: repair }] } : more,
    };
  };

  switch (error.keyword) {
    case 'required':
    case 'dependentRequired': {
      const key = scalarText(error.params.missingProperty);
      const child = nodeAt(refused.kind, [...path, key]) ?? {};
      return findingOf(problems.required, fieldArgs(child, key, undefined), at, more);
    }
    case 'enum':
    case 'const': {
      const allowed = (node.enum ?? [node.const]).map(scalarText);
      const near = nearest(scalarText(value), allowed)[0] ?? '';
      const typed = advice();
      return findingOf(problems.choice, { ...typed.args, near, allowed }, typed.at, typed.more);
    }
    case 'type': {
      const typed = advice();
      return findingOf(problems.type, { ...typed.args, wanted: typeNames(node) }, typed.at, typed.more);
    }
    case 'format': {
      const typed = advice();
      return findingOf(problems.date, typed.args, typed.at, typed.more);
    }
    case 'pattern': {
      // That it is empty is told already.
      if (value === '' && node.minLength !== undefined) return null;
      const typed = advice();
      return findingOf(problems.pattern, { ...typed.args, rule: node.description ?? '' }, typed.at, typed.more);
    }
    case 'uniqueItems': {
      const second = Math.max(Number(error.params.i), Number(error.params.j));
      const item = Array.isArray(value) ? value[second] : undefined;
      const place = { ...at, pointer: `${at.pointer}/${second}` };
      return findingOf(problems.repeated, { ...args, shown: shownValue(item) }, place, more);
    }
    case 'propertyNames': {
      const key = escapePointer(scalarText(error.params.propertyName));
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

function unknownField(node: SchemaNode, key: string, parent: Place, more: { record?: string }): Finding | null {
  const known = Object.keys(node.properties ?? {});
  // A declared field whose own check failed counts as not evaluated; its own error says more.
  if (known.includes(key)) return null;
  const at: Place = { ...parent, pointer: `${parent.pointer}/${escapePointer(key)}`, part: 'key' };
  const same = onlySameName(key, known);
  const near = same ?? titled(node, key) ?? nearest(key, known)[0] ?? '';
  const repair = same === null ? {} : { repair: [{ text: same }] };
  return findingOf(problems.unknown, { key, near, known }, at, { ...more, ...repair });
}

/** The field whose Chinese title was typed instead of its key. */
function titled({ properties = {} }: SchemaNode, key: string): string | undefined {
  return Object.keys(properties).find((name) => properties[name]?.title === key);
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
