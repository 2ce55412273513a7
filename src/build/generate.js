/** schemas/ → dist/generated/: validators, record types, kinds with their references, and the dictionary. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import { root } from './paths.js';
import { plainSchema } from './plain-schema.js';
import { referencesOf } from './references.js';
import { writeValidators } from './validators.js';

/** @typedef {Record<string, any>} Schema */

const folder = `${root}/schemas`;
const out = `${root}/dist/generated`;

/** Files of a ledger that hold one mapping, and no list of records: the settings, and a year's frozen figures. */
const OTHERS = ['workspace', 'frozen'];

export async function generateFromSchemas() {
  const schemas = readSchemas();
  const kinds = Object.keys(schemas)
    .filter((name) => schemas[name]?.['x-order'] !== undefined)
    .sort((a, b) => schemas[a]?.['x-order'] - schemas[b]?.['x-order']);
  const validated = [...kinds, ...OTHERS];
  writeKinds(kinds, schemas);
  writePolicies(schemas.workspace ?? {});
  writeModule('schemas', schemas, 'Readonly<Record<string, unknown>>');
  await Promise.all([writeValidators(validated, schemas), writeTypes(validated, schemas)]);
}

/** @returns {Record<string, Schema>} by the name before `.schema.json` */
function readSchemas() {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .sort();
  return Object.fromEntries(
    names.map((name) => [name.replace('.schema.json', ''), JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))]),
  );
}

/** @param {string} name @param {unknown} value @param {string} type */
function writeModule(name, value, type) {
  writeFileSync(`${out}/${name}.js`, `export const ${name} = ${JSON.stringify(value)};\n`);
  writeFileSync(`${out}/${name}.d.ts`, `export declare const ${name}: ${type};\n`);
}

/** Titles and references are needed at every start; the whole dictionary only for messages and `schema`.
 * @param {string[]} kinds @param {Record<string, Schema>} schemas */
function writeKinds(kinds, schemas) {
  const table = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      {
        title: schemas[kind]?.title,
        references: referencesOf(kind, schemas),
        words: wordsOf(schemas[kind] ?? {}),
        fields: fieldsOf(schemas[kind] ?? {}),
      },
    ]),
  );
  const reference = '{ readonly path: readonly string[]; readonly to: readonly string[] }';
  const words = 'Readonly<Record<string, readonly string[]>>';
  const fields = "Readonly<Record<string, 'number' | 'other'>>";
  const row = `{ readonly title: string; readonly references: readonly ${reference}[]; readonly words: ${words}; readonly fields: ${fields} }`;
  writeModule('kinds', table, `Readonly<Record<${kinds.map((kind) => `'${kind}'`).join(' | ')}, ${row}>>`);
}

/** The policies of the workspace: titles, units and defaults from its schema.
 * @param {Schema} workspace */
function writePolicies(workspace) {
  const settings = Object.entries(/** @type {Record<string, Schema>} */ (workspace.properties.policies.properties));
  const counted = settings.filter(([, { default: usual }]) => typeof usual === 'number');
  const table = counted.map(([name, schema]) => [
    name,
    { label: schema.title, unit: schema['x-unit'], usual: schema.default },
  ]);
  const names = counted.map(([name]) => `'${name}'`).join(' | ');
  const row = '{ readonly label: string; readonly unit: string; readonly usual: number }';
  writeModule('policies', Object.fromEntries(table), `Readonly<Record<${names}, ${row}>>`);
}

/** A kind's own fields, and which of them can be summed. @param {Schema} schema */
function fieldsOf(schema) {
  const fields = Object.entries(/** @type {Record<string, Schema>} */ (schema.properties ?? {}));
  const isNumber = (/** @type {Schema} */ field) => field.type === 'integer' || field.type === 'number';
  return Object.fromEntries(fields.map(([name, field]) => [name, isNumber(field) ? 'number' : 'other']));
}

/** The enums of a kind's own fields. @param {Schema} schema */
function wordsOf(schema) {
  const fields = Object.entries(/** @type {Record<string, Schema>} */ (schema.properties ?? {}));
  return Object.fromEntries(
    fields.flatMap(([name, field]) => {
      const words = field.enum ?? field.items?.enum;
      return words ? [[name, words]] : [];
    }),
  );
}

/** @param {string[]} names @param {Record<string, Schema>} schemas */
async function writeTypes(names, schemas) {
  const all = {
    title: 'RecordTypes',
    type: 'object',
    additionalProperties: false,
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, { $ref: `${name}.schema.json` }])),
  };
  const source = await compile(/** @type {any} */ (all), 'RecordTypes', {
    additionalProperties: false,
    bannerComment: '/* Made from schemas/ by `npm run build`: change the schema, not this file. */',
    cwd: `${folder}/`,
    format: false,
    $refOptions: {
      resolve: {
        file: { read: (/** @type {{ url: string }} */ file) => JSON.stringify(plainSchema(nameOf(file.url), schemas)) },
      },
    },
  });
  writeFileSync(`${out}/records.d.ts`, source);
}

/** @param {string} url */
const nameOf = (url) => decodeURI(url).replace(/^.*\//, '').replace('.schema.json', '');
