/**
 * The keywords of `verdict-schema.js`: compiled code that only decides, where the compiler's own would collect errors.
 */

import { _, or } from 'ajv/dist/compile/codegen/index.js';
import { resolveRef, SchemaEnv } from 'ajv/dist/compile/index.js';
import { getValidate } from 'ajv/dist/vocabularies/core/ref.js';
import { parts } from './parts.js';
import { uniqueItems } from './unique-items.js';

/** @typedef {import('ajv').CodeKeywordDefinition} Keyword */

/** All of a definition, without errors. @type {Keyword} */
const verdict = {
  keyword: 'verdict',
  schemaType: 'object',
  code: (cxt) => void cxt.subschema({ keyword: 'verdict', createErrors: false }, cxt.gen.name('valid')),
};

/**
 * A closed object: `fields` are allowed, `demanded` are required. One pass over the keys of the record, which has fewer than
 * its schema; a field that is `undefined` counts as absent, as it does everywhere in the compiler.
 * @type {Keyword}
 */
const fields = {
  keyword: 'fields',
  type: 'object',
  schemaType: 'object',
  code(cxt) {
    const { gen, data, schema, parentSchema, it } = cxt;
    if (it.compositeRule) throw new Error('a closed group inside a choice needs a definition of its own');
    const missing = gen.let('missing', parentSchema.demanded.length);
    gen.forIn('key', data, (key) => {
      const value = gen.const('value', _`${data}[${key}]`);
      gen.if(false);
      for (const [name = '', ...others] of alike(schema, parentSchema.demanded)) {
        gen.elseIf(or(_`${key} === ${name}`, ...others.map((other) => _`${key} === ${other}`)));
        gen.if(_`${value} !== undefined`, () => {
          if (parentSchema.demanded.includes(name)) gen.code(_`${missing}--`);
          cxt.subschema({ keyword: 'fields', schemaProp: name, data: value }, gen.name('valid'));
        });
      }
      gen.else();
      cxt.error();
      gen.endIf();
    });
    cxt.fail(_`${missing} > 0`);
  },
};

/** The names of fields, grouped by schema. @param {Record<string, unknown>} schema @param {string[]} demanded */
function alike(schema, demanded) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const [name, field] of Object.entries(schema)) {
    const asked = JSON.stringify([field, demanded.includes(name)]);
    groups.set(asked, [...(groups.get(asked) ?? []), name]);
  }
  return groups.values();
}

/** Calls a definition's function with the value alone: only errors need its path. @type {Keyword} */
const reference = {
  keyword: '$ref',
  schemaType: 'string',
  code(cxt) {
    const { it, schema, data } = cxt;
    const target = resolveRef.call(it.self, it.schemaEnv.root, it.baseId, schema);
    if (!(target instanceof SchemaEnv)) throw new Error(`${schema} is not a definition of its own`);
    cxt.pass(_`${getValidate(cxt, target)}(${data})`);
  },
};

/** A text has at most as many characters as UTF-16 units, and at least half as many, so that few must be counted.
 * @type {Keyword} */
const maxLength = {
  keyword: 'maxLength',
  type: 'string',
  schemaType: 'number',
  code(cxt) {
    const { data, schema } = cxt;
    cxt.fail(
      _`${data}.length > ${schema} && (${data}.length > ${2 * schema} || ${parts}.characters(${data}) > ${schema})`,
    );
  },
};

/** @type {Keyword} */
const minLength = {
  keyword: 'minLength',
  type: 'string',
  schemaType: 'number',
  code(cxt) {
    const { data, schema } = cxt;
    if (schema === 1) cxt.fail(_`${data} === ""`);
    else cxt.fail(_`${data}.length < ${2 * schema} && ${parts}.characters(${data}) < ${schema}`);
  },
};

export const verdictKeywords = [verdict, fields, reference, maxLength, minLength, uniqueItems];
