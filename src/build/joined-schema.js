/** @typedef {Record<string, any>} Schema */

/** The reference to a kind in the joined schema. @param {string} name */
export const pointerOf = (name) => `yueyi#/$defs/kind-${name}`;

/**
 * All schemas as one, for the compiler: shared definitions become one function each instead of one for every kind,
 * `allOf` is merged into its parent so that nothing is tracked as evaluated, and words for people are left out.
 * It accepts exactly what the schemas accept, which a test checks.
 * @param {readonly string[]} names @param {Record<string, Schema>} schemas @returns {Schema}
 */
export function joinedSchema(names, schemas) {
  const { common, outlines } = schemas;
  const definitions = { ...common?.$defs, ...outlines?.$defs };
  /**
   * Lists and groups that many kinds share (excuse, evidence): checked by one function.
   * @type {Record<string, Schema>}
   */
  const hoisted = {};
  const kinds = Object.fromEntries(
    names.map((name) => [`kind-${name}`, compact({ ...schemas[name], $defs: undefined })]),
  );
  return { $defs: { ...compactEach(definitions), ...hoisted, ...kinds } };

  /** @param {Record<string, Schema>} map */
  function compactEach(map) {
    return Object.fromEntries(Object.entries(map).map(([key, schema]) => [key, compact(schema)]));
  }

  /** @param {any} schema @returns {any} */
  function compact(schema) {
    if (Array.isArray(schema)) return schema.map(compact);
    if (schema === null || typeof schema !== 'object') return schema;
    const { title, description, examples, allOf = [], unevaluatedProperties, properties, $schema, ...words } = schema;
    // A date's pattern says to other validators, which may know no formats, what its format says to ours.
    const { pattern, ...unpatterned } = words;
    const rest = words.format === undefined ? words : unpatterned;
    const parts = allOf.map((/** @type {Schema} */ part) => hoist(nameOf(part.$ref), compact(definition(part.$ref))));
    const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, compactKeyword(key, value)]));
    if (parts.length === 0 && properties === undefined) return own;
    return {
      ...own,
      properties: Object.assign(
        {},
        ...parts.map((/** @type {Schema} */ part) => part.properties),
        compactEach(properties ?? {}),
      ),
      required: [
        ...new Set([...parts.flatMap((/** @type {Schema} */ part) => part.required ?? []), ...(schema.required ?? [])]),
      ],
      ...(unevaluatedProperties === false ? { additionalProperties: false } : {}),
    };
  }

  /** Texts and numbers are checked where they stand, which is faster than a call and lets lists of texts be compared as texts.
   * @param {Schema} own */
  function inlined(own) {
    const target = own.$ref ? definition(own.$ref) : {};
    if (target.type === undefined || target.type === 'object') return own;
    const { $ref, ...beside } = own;
    return { ...compact(target), ...beside };
  }

  /** @param {string} key @param {any} value */
  function compactKeyword(key, value) {
    if (key === '$ref') return value.replace('common.schema.json', '');
    if (key === 'items') return inlined(compact(value));
    return ['anyOf', 'oneOf', 'additionalProperties', 'propertyNames'].includes(key) ? compact(value) : value;
  }

  /** @param {string} name @param {Schema} part */
  function hoist(name, part) {
    const properties = Object.entries(/** @type {Record<string, Schema>} */ (part.properties)).map(
      ([key, property]) => {
        if (property.type !== 'array') return [key, property];
        hoisted[`${name}-${key}`] = property;
        return [key, { $ref: `#/$defs/${name}-${key}` }];
      },
    );
    return { ...part, properties: Object.fromEntries(properties) };
  }

  /** @param {string} ref @returns {Schema} */
  function definition(ref) {
    return definitions[nameOf(ref)] ?? {};
  }

  /** @param {string} ref */
  function nameOf(ref) {
    return ref.replace(/^.*\$defs\//, '');
  }
}
