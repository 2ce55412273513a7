/** The joined schema → dist/generated/validators.js. */
import { writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { joinedSchema, pointerOf } from './joined-schema.js';
import { parts } from './parts.js';
import { root } from './paths.js';
import { uniqueItems } from './unique-items.js';

/** @typedef {Record<string, any>} Schema */

const out = `${root}/dist/generated`;
const standalone = /** @type {any} */ (standaloneModule).default ?? standaloneModule;

/** Our own keywords beside JSON Schema's; `schemas/vocabulary.json` says what each may hold. */
const keywords = ['x-ref', 'x-unit', 'x-order'];

/** Strict, so that a misspelt keyword of a schema stops the build; the schema itself is checked before. */
const settings = {
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  messages: false,
  inlineRefs: false,
  meta: false,
  validateSchema: false,
};

/** @param {string[]} names @param {Record<string, Schema>} schemas */
export async function writeValidators(names, schemas) {
  const joined = joinedSchema(names, schemas);
  new Ajv2020().validateSchema(joined, true);
  const kinds = names.map((name) => `'${name}'`).join(' | ');
  const told = `import type { ErrorObject } from 'ajv';
export type Validate = { (value: unknown): boolean; errors?: ErrorObject[] | null };
export declare const validators: Readonly<Record<${kinds}, Validate>>;
`;
  await writeModule('validators', names, validatorsCode(names, joined), told);
}

/** Each finds all that is wrong. @param {string[]} names @param {Schema} joined */
function validatorsCode(names, joined) {
  const ajv = new Ajv2020({
    ...settings,
    allErrors: true,
    code: { source: true, esm: true, formats: parts },
  });
  ajv.addVocabulary(keywords);
  ajv.removeKeyword('uniqueItems').addKeyword(uniqueItems);
  return codeOf(ajv, names, joined);
}

/** @param {import('ajv').default} ajv @param {string[]} names @param {Schema} schema @returns {string} */
function codeOf(ajv, names, schema) {
  // The functions themselves live in src/schema/; the compiler only needs to know the names.
  for (const format of ['date', 'partial-date']) ajv.addFormat(format, () => true);
  ajv.addSchema(schema, 'yueyi');
  return standalone(ajv, Object.fromEntries(names.map((name) => [name, pointerOf(name)])));
}

/** @param {string} module @param {string[]} names @param {string} code @param {string} types */
async function writeModule(module, names, code, types) {
  const contents = `import * as parts from './src/schema/compiled-parts.ts';
${code}
export const ${module} = { ${names.join(', ')} };`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile: `${out}/${module}.js`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    charset: 'utf8',
    legalComments: 'none',
    minify: true,
  });
  writeFileSync(`${out}/${module}.d.ts`, types);
}
