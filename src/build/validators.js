/**
 * Compiles the joined schema: dist/generated/verdicts.js, which every start loads, and validators.js, which reports
 * errors.
 */
import { writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import dependentRequiredModule from 'ajv/dist/vocabularies/validation/dependentRequired.js';
import { build } from 'esbuild';
import { joinedSchema, pointerOf } from './joined-schema.js';
import { parts } from './parts.js';
import { root } from './paths.js';
import { uniqueItems } from './unique-items.js';
import { verdictKeywords } from './verdict-keywords.js';
import { verdictSchema } from './verdict-schema.js';

/** @typedef {Record<string, any>} Schema */

const out = `${root}/dist/generated`;
const standalone = /** @type {any} */ (standaloneModule).default ?? standaloneModule;
const dependentRequired = /** @type {any} */ (dependentRequiredModule).default ?? dependentRequiredModule;

/** Our own keywords beside JSON Schema's; `schemas/vocabulary.json` says what each may hold. */
const keywords = ['x-ref', 'x-unit', 'x-order'];

/** Strict, so that a misspelt keyword of a schema stops the build; the schema itself is checked once for both. */
const settings = {
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  messages: false,
  inlineRefs: false,
  meta: false,
  validateSchema: false,
};

/** A pattern may be tried before the length is. @param {string} pattern @param {string} flags */
const shortPattern = (pattern, flags) => new RegExp(pattern, flags);
shortPattern.code = 'parts.shortPattern';

/** @param {string[]} names @param {Record<string, Schema>} schemas */
export async function writeValidators(names, schemas) {
  const joined = joinedSchema(names, schemas);
  new Ajv2020().validateSchema(joined, true);
  const kinds = names.map((name) => `'${name}'`).join(' | ');
  const told = `import type { ErrorObject } from 'ajv';
export type Validate = { (value: unknown): boolean; errors?: ErrorObject[] | null };
export declare const validators: Readonly<Record<${kinds}, Validate>>;
`;
  const answered = `export declare const verdicts: Readonly<Record<${kinds}, (value: unknown) => boolean>>;\n`;
  await Promise.all([
    writeModule('validators', names, validatorsCode(names, joined), told),
    writeModule('verdicts', names, verdictsCode(names, joined), answered),
  ]);
}

/** Validators that report all errors. @param {string[]} names @param {Schema} joined */
function validatorsCode(names, joined) {
  const ajv = new Ajv2020({
    ...settings,
    allErrors: true,
    code: { source: true, esm: true, formats: parts, regExp: shortPattern },
  });
  ajv.addVocabulary(keywords);
  ajv.removeKeyword('uniqueItems').addKeyword(uniqueItems);
  return codeOf(ajv, names, joined);
}

/**
 * Validators that stop at the first error and return only true or false. The compiler has no setting for that, so that code
 * only for errors is removed from its output: the path of a value, and the list of errors.
 * @param {string[]} names @param {Schema} joined
 */
function verdictsCode(names, joined) {
  // The joined schema has none of the keywords that 2020-12 tracks evaluated fields for.
  const ajv = new Ajv({
    ...settings,
    code: { source: true, esm: true, optimize: 2, formats: parts, regExp: shortPattern },
  });
  for (const definition of verdictKeywords) ajv.removeKeyword(String(definition.keyword)).addKeyword(definition);
  ajv.addKeyword(dependentRequired);
  ajv.addVocabulary(['demanded']);
  const code = codeOf(ajv, names, verdictSchema(joined))
    .replaceAll(', {instancePath="", parentData, parentDataProperty, rootData=data}={}', '')
    .replaceAll(/validate\d+\.errors = (?:vErrors|\[\{\}\]);/g, '');
  const left = /instancePath|parentData|rootData|\.errors/.exec(code);
  if (left) throw new Error(`compiled verdicts still speak of errors: ${code.slice(left.index, left.index + 80)}`);
  return code;
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
