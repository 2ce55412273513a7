/** @typedef {Record<string, any>} Schema */

/** Keywords on which no verdict depends. */
const SILENT = ['x-ref', 'x-unit', 'x-order', 'default'];

/** The pattern of any letter or digit, and a faster one for those in most ids. */
const EVERY_LETTER = '\\p{L}\\p{N}';
const USUAL_LETTER = '0-9A-Za-z\\u4e00-\\u9fa5';

/**
 * The joined schema in the form that is fastest to decide, with the keywords of `verdict-keywords.js`:
 * a closed object is one pass over the present keys, and a schema used in several places is one function.
 * @param {Schema} joined @returns {Schema}
 */
export function verdictSchema(joined) {
  const definitions = mapValues(joined.$defs, quick);
  const repeated = repeatedIn(Object.values(definitions));
  const names = new Map([...repeated].map((text, index) => [text, `shared-${index}`]));
  /** @type {Schema} */
  const shared = {};
  const own = mapValues(definitions, (schema) => mapSchemas(schema, once));
  return { $defs: mapValues({ ...own, ...shared }, (schema) => ({ verdict: schema })) };

  /** @param {Schema} schema @returns {Schema} */
  function once(schema) {
    const name = names.get(JSON.stringify(schema));
    if (name === undefined) return mapSchemas(schema, once);
    shared[name] ??= mapSchemas(schema, once);
    return { $ref: `#/$defs/${name}` };
  }
}

/** @param {Schema} schema @returns {Schema} */
function quick(schema) {
  const own = Object.fromEntries(
    Object.entries(mapSchemas(schema, quick)).filter(([keyword]) => !SILENT.includes(keyword)),
  );
  const { additionalProperties, properties, required = [], pattern, ...rest } = own;
  if (additionalProperties === false) return { ...rest, fields: properties, demanded: required };
  if (!pattern?.includes(EVERY_LETTER)) return own;
  return { ...rest, anyOf: [{ pattern: pattern.replaceAll(EVERY_LETTER, USUAL_LETTER) }, { pattern }] };
}

/** Lists and objects that occur in several places, as text. Those only inside such a one are not counted again.
 * @param {readonly Schema[]} schemas @returns {Set<string>} */
function repeatedIn(schemas) {
  const seen = new Set();
  const repeated = new Set();
  for (const schema of schemas) mapSchemas(schema, look);
  return repeated;

  /** @param {Schema} schema @returns {Schema} */
  function look(schema) {
    const text = JSON.stringify(schema);
    if (seen.has(text)) repeated.add(text);
    else {
      if (schema.items !== undefined || schema.fields !== undefined) seen.add(text);
      mapSchemas(schema, look);
    }
    return schema;
  }
}

/** The same schema with a change applied to every schema directly inside it.
 * @param {Schema} schema @param {(inner: Schema) => Schema} change @returns {Schema} */
function mapSchemas(schema, change) {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === 'properties' || keyword === 'fields') return [keyword, mapValues(value, change)];
      if (keyword === 'anyOf' || keyword === 'oneOf') return [keyword, value.map(change)];
      const holdsSchema = ['items', 'additionalProperties', 'propertyNames'].includes(keyword) && value !== false;
      return [keyword, holdsSchema ? change(value) : value];
    }),
  );
}

/** @template T @param {Record<string, T>} map @param {(value: T) => T} change @returns {Record<string, T>} */
function mapValues(map, change) {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
