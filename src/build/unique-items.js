import { _ } from 'ajv/dist/compile/codegen/index.js';
import { parts } from './parts.js';

/**
 * The compiler's own check keeps the texts it has seen as keys of an object, where `__proto__` is never found again; or
 * it compares all pairs, which is quadratic. This one is for lists of texts.
 * @type {import('ajv').CodeKeywordDefinition}
 */
export const uniqueItems = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  error: { message: 'repeated', params: ({ params }) => _`${params.repeated}` },
  code(cxt) {
    const { gen, data, schema, parentSchema } = cxt;
    if (!schema) return;
    const { type, enum: words } = parentSchema.items;
    const texts = words ? words.every((/** @type {unknown} */ word) => typeof word === 'string') : type === 'string';
    if (!texts) throw new Error('uniqueItems is for lists of texts');
    const repeated = gen.const('repeated', _`${data}.length > 1 ? ${parts}.repeated(${data}) : null`);
    cxt.setParams({ repeated });
    cxt.fail(_`${repeated} !== null`);
  },
};
