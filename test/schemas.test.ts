import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import * as formats from '../src/schema/formats.js';

type Json = null | boolean | number | string | readonly Json[] | Schema;
interface Schema {
  readonly [key: string]: Json | undefined;
}
interface Node {
  readonly file: string;
  readonly pointer: string;
  readonly schema: Schema;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const SUFFIX = '.schema.json';
/** Folders of data/ that hold something other than records. */
const RESERVED = ['sample', 'templates', 'imports', 'evidence', 'frozen'];

const read = (path: string): Schema => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));
const names = readdirSync(`${root}schemas`)
  .filter((name) => name.endsWith(SUFFIX))
  .map((name) => name.slice(0, -SUFFIX.length));
const schemas = new Map(names.map((name) => [name, read(`schemas/${name}${SUFFIX}`)]));
const kinds = names
  .filter((name) => schemas.get(name)?.['x-order'] !== undefined)
  .sort((a, b) => orderOf(a) - orderOf(b));
const vocabulary = read('schemas/vocabulary.json');
const nodes = [...schemas].flatMap(([file, schema]) => walk(file, '', schema));

function orderOf(name: string): number {
  return Number(schemas.get(name)?.['x-order']);
}

function isSchema(value: Json | undefined): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every schema within a schema, by JSON pointer. */
function walk(file: string, pointer: string, schema: Schema): Node[] {
  const maps = ['properties', '$defs', 'patternProperties'].flatMap((key) =>
    Object.entries(isSchema(schema[key]) ? schema[key] : {}).map(([name, child]) => [`${key}/${name}`, child] as const),
  );
  const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'].flatMap((key) =>
    (Array.isArray(schema[key]) ? (schema[key] as readonly Json[]) : []).map(
      (child, index) => [`${key}/${index}`, child] as const,
    ),
  );
  const single = ['items', 'additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else'].map(
    (key) => [key, schema[key]] as const,
  );
  const children = [...maps, ...lists, ...single].flatMap(([at, child]) =>
    isSchema(child) ? walk(file, `${pointer}/${at}`, child) : [],
  );
  return [{ file, pointer, schema }, ...children];
}

const place = ({ file, pointer }: Node): string => `${file}${SUFFIX}#${pointer}`;

function metaErrors(schema: unknown): string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const validate = ajv.compile(vocabulary);
  return validate(schema)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the vocabulary', () => {
  it.each(names)('holds for %s', (name) => {
    expect(metaErrors(schemas.get(name))).toEqual([]);
  });

  const field = { title: '名称', description: '说明', examples: ['甲'] };
  it.each([
    ['a reference that names no kind', { properties: { a: { ...field, 'x-ref': 5 } } }],
    ['a reference two levels deep', { properties: { a: { ...field, 'x-ref': 'a/b/c' } } }],
    ['an unknown keyword of ours', { items: { 'x-colour': 'red' } }],
    ['a unit that is no word', { 'x-unit': 1 }],
    ['a field without examples', { properties: { a: { title: '名称', description: '说明' } } }],
    [
      'a field deep inside with an English title',
      { allOf: [{ items: { properties: { a: { ...field, title: 'name' } } } }] },
    ],
    ['what JSON Schema itself refuses', { items: { type: 'text' } }],
  ])('refuses %s', (_, schema) => {
    expect(metaErrors(schema)).not.toEqual([]);
  });
});

describe('the schemas', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, formats });
  ajv.addVocabulary(['x-ref', 'x-unit', 'x-order']);
  for (const [name, schema] of schemas) ajv.addSchema(schema, `${name}${SUFFIX}`);

  it('give examples that are valid', () => {
    const wrong = nodes.flatMap((node) => {
      const { examples } = node.schema;
      if (!Array.isArray(examples)) return [];
      const validate = ajv.getSchema(`${node.file}${SUFFIX}#${encodeURI(node.pointer)}`);
      return examples
        .filter((example) => validate?.(example) !== true)
        .map((example) => `${place(node)}: ${JSON.stringify(example)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('close every object, so that a mistyped field is found', () => {
    const open = nodes
      .filter(({ schema }) => schema.properties !== undefined && schema.unevaluatedProperties !== false)
      // A shared part is closed by the schema that takes it in.
      .filter(
        ({ file, pointer }) =>
          !(file === 'common' && ['/$defs/record', '/$defs/event', '/$defs/stated'].includes(pointer)),
      );
    expect(open.map(place)).toEqual([]);
    const takenIn = nodes.filter(({ schema }) => /\/\$defs\/(?:record|event|stated)$/.test(String(schema.$ref)));
    expect(takenIn.filter(({ pointer }) => !pointer.includes('/allOf/')).map(place)).toEqual([]);
  });

  it('refer to kinds, and to lists of parts with an id, that exist', () => {
    const wrong = nodes.flatMap((node) =>
      [node.schema['x-ref'] ?? []]
        .flat()
        .filter((to) => !isReferable(String(to)))
        .map((to) => `${place(node)}: ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have an order without gaps or repetition', () => {
    expect(kinds.map(orderOf)).toEqual(kinds.map((_, index) => index + 1));
  });

  it('stand for every folder of data/', () => {
    const folders = ['data', 'data/sample'].filter((path) => existsSync(`${root}${path}`)).flatMap(foldersOf);
    expect(folders.filter((folder) => !kinds.includes(folder) && !RESERVED.includes(folder))).toEqual([]);
  });
});

function foldersOf(path: string): string[] {
  return readdirSync(`${root}${path}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** `branches`, or `programs/actions`: a list of objects with an id in a kind's records. */
function isReferable(to: string): boolean {
  const [kind = '', list] = to.split('/');
  if (!kinds.includes(kind)) return false;
  if (list === undefined) return true;
  const parts = nodes.find(({ file, pointer }) => file === kind && pointer === `/properties/${list}/items`)?.schema;
  const ref = String(parts?.$ref ?? '').replace(/^#/, '');
  const item = ref ? nodes.find(({ file, pointer }) => file === kind && pointer === ref)?.schema : parts;
  return isSchema(item?.properties) && item.properties.id !== undefined;
}

describe('schemas/README.md', () => {
  it('lists every kind with its folder, title and meaning (UPDATE=1 rewrites the table)', () => {
    const path = `${root}schemas/README.md`;
    const text = readFileSync(path, 'utf8');
    const rows = kinds.map((kind) => {
      const { title, description } = schemas.get(kind) ?? {};
      return `| \`data/${kind}/\` | [${title}](${kind}${SUFFIX}) | ${description} |`;
    });
    const table = ['| 文件夹 | 类别 | 说明 |', '| --- | --- | --- |', ...rows].join('\n');
    const expected = text.replace(/(?<=<!-- kinds -->\n).*(?=<!-- \/kinds -->)/s, () => `${table}\n`);
    if (process.env.UPDATE === '1') writeFileSync(path, expected);
    else expect(text, 'run UPDATE=1 npx vitest run --config test/vitest.config.ts test/schemas.test.ts').toBe(expected);
    expect(expected).toContain(table);
  });
});
