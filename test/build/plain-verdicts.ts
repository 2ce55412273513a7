import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { validators } from '#generated/validators.js';
import { isValid } from '../../src/schema/check.js';
import { nodeAt, schemaOf } from '../../src/schema/dictionary.js';
import { isKind, KINDS, type Kind } from '../../src/schema/kinds.js';
import { isDate, isPartialDate } from '../../src/text/date-format.js';

export type Value = undefined | null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Judged = Kind | 'workspace';

const plain = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
plain.addVocabulary(['x-ref', 'x-unit', 'x-order']);
plain.addFormat('date', isDate);
plain.addFormat('partial-date', isPartialDate);
for (const name of readdirSync('schemas').filter((file) => file.endsWith('.schema.json'))) {
  plain.addSchema(JSON.parse(readFileSync(`schemas/${name}`, 'utf8')), name);
}

/** What ajv says of a value by the schemas as they are written. */
export function plainVerdict(kind: Judged, value: Value): boolean {
  return plain.getSchema(`${kind}.schema.json`)?.(value) === true;
}

/** All who judge one value, in the same order for each: ajv by the schemas as written, the quick verdict, and what explains. */
export function verdictsOf(kind: Judged, value: Value): boolean[] {
  return [plainVerdict(kind, value), isValid(kind, value), validators[kind](value)];
}

/** The schemas' own examples, a record with every field there is, and all records of data/ and of the test ledgers. */
export function allRecords(): (readonly [Judged, Value])[] {
  return [...KINDS, 'workspace' as const]
    .flatMap((kind): (readonly [Judged, Value])[] => [
      ...(schemaOf(kind).examples ?? []).map((example) => [kind, example as Value] as const),
      [kind, withEveryField(kind, [])],
    ])
    .concat(recordsIn('data'), recordsIn('test/fixtures'));
}

/** What the dictionary gives as examples, put together. A group inside its like has none in turn. */
function withEveryField(kind: Judged, path: readonly string[]): Value {
  const { properties, items, examples = [] } = nodeAt(kind, path) ?? {};
  if (properties) {
    const names = Object.keys(properties).filter((name) => !path.includes(name));
    return Object.fromEntries(names.map((name) => [name, withEveryField(kind, [...path, name])]));
  }
  return items && nodeAt(kind, [...path, '0'])?.properties
    ? [withEveryField(kind, [...path, '0'])]
    : (examples[0] as Value);
}

function recordsIn(folder: string): (readonly [Judged, Value])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .flatMap((path): (readonly [Judged, Value])[] => {
      const value = contentOf(`${folder}/${path}`);
      const kind = path.split('/').find(isKind);
      if (path.endsWith('workspace.yaml')) return [['workspace', value]];
      return kind !== undefined && Array.isArray(value)
        ? value.map((record): readonly [Judged, Value] => [kind, record])
        : [];
    });
}

/** The files of the test ledgers are wrong in many ways, some no YAML at all. */
function contentOf(path: string): Value {
  try {
    return load(readFileSync(path, 'utf8')) as Value;
  } catch {
    return null;
  }
}
