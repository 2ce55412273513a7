import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { isValid } from '../../src/schema/check.js';
import { date, 'partial-date' as partialDate } from '../../src/schema/formats.js';
import { isKind, KINDS, type Kind } from '../../src/schema/kinds.js';

type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

const original = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
original.addVocabulary(['x-ref', 'x-unit', 'x-order']);
original.addFormat('date', date);
original.addFormat('partial-date', partialDate);
for (const name of readdirSync('schemas').filter((file) => file.endsWith('.schema.json'))) {
  original.addSchema(JSON.parse(readFileSync(`schemas/${name}`, 'utf8')), name);
}

const records: readonly (readonly [Kind, Value])[] = [...exampleRecords(), ...dataRecords()];

test('the compiled validators accept every example and every record', () => {
  for (const [kind, value] of records) expect(isValid(kind, value), `${kind} ${JSON.stringify(value)}`).toBe(true);
});

test('joining the schemas for the compiler changes no verdict: broken records are refused by both or by none', () => {
  const odd = fc.constantFrom<Value>(
    null,
    true,
    0,
    -1,
    1.5,
    '',
    ' 甲',
    '2025-02-30',
    '2025-02',
    '甲',
    [],
    ['甲', '甲'],
    {},
    { id: '甲' },
  );
  const change = fc.record({
    record: fc.nat(),
    path: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
    value: odd,
    remove: fc.boolean(),
    add: fc.boolean(),
  });
  let refused = 0;
  fc.assert(
    fc.property(change, ({ record, path, value, remove, add }) => {
      const [kind, valid] = records[record % records.length] ?? ['people', null];
      const broken = mutate(valid, path, value, remove, add);
      const verdict = isValid(kind, broken);
      if (!verdict) refused += 1;
      expect(verdict, JSON.stringify(broken)).toBe(original.getSchema(`${kind}.schema.json`)?.(broken));
    }),
    { numRuns: 4000, seed: 20250311 },
  );
  expect(refused).toBeGreaterThan(1000);
});

/** Replaces, removes or adds one value somewhere inside a record. */
function mutate(value: Value, path: readonly number[], odd: Value, remove: boolean, add: boolean): Value {
  const [step = 0, ...rest] = path;
  if (value === null || typeof value !== 'object') return odd;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined || (rest.length === 0 && add))
    return Array.isArray(value) ? [...value, odd] : { ...value, 多余: odd };
  const child = (value as { [key: string]: Value })[key] ?? null;
  const entries = Object.entries(value).flatMap(([name, old]): [string, Value][] => {
    if (name !== key) return [[name, old]];
    return rest.length === 0 && remove ? [] : [[name, rest.length === 0 ? odd : mutate(child, rest, odd, remove, add)]];
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

function exampleRecords(): [Kind, Value][] {
  return KINDS.flatMap((kind) => {
    const { examples } = JSON.parse(readFileSync(`schemas/${kind}.schema.json`, 'utf8')) as { examples: Value[] };
    return examples.map((example): [Kind, Value] => [kind, example]);
  });
}

function dataRecords(): [Kind, Value][] {
  return readdirSync('data', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml') && path.includes('/'))
    .flatMap((path) => {
      const [kind = ''] = path.split('/');
      const list = load(readFileSync(`data/${path}`, 'utf8')) as Value[];
      return isKind(kind) ? list.map((value): [Kind, Value] => [kind, value]) : [];
    });
}
