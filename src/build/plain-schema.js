/** @typedef {Record<string, any>} Schema */

/**
 * A kind's schema in the form the type generator understands: `allOf` merged into its parent, shared definitions put in
 * place, English type names instead of Chinese titles.
 * @param {string} name @param {Record<string, Schema>} schemas @returns {Schema}
 */
export function plainSchema(name, schemas) {
  const schema = plain(schemas[name] ?? {});
  return { ...schema, title: `${name.charAt(0).toUpperCase()}${name.slice(1)}Record` };

  /** @param {any} at @returns {any} */
  function plain(at) {
    if (Array.isArray(at)) return at.map(plain);
    if (at === null || typeof at !== 'object') return at;
    const { allOf = [], title, examples, minItems, maxItems, ...rest } = at;
    // Conditions such as “one of these is required” have no counterpart in a type.
    for (const key of ['anyOf', 'oneOf'])
      if (rest[key]?.every((/** @type {Schema} */ part) => part.required)) delete rest[key];
    const parts = allOf.map((/** @type {Schema} */ part) => plain(part));
    if (typeof rest.$ref === 'string' && !rest.$ref.startsWith('#/$defs/section')) parts.push(plain(target(rest.$ref)));
    const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value)]));
    if (parts.length === 0) return typeof title === 'object' ? { ...own, title: plain(title) } : own;
    const merged = Object.assign({}, ...parts, own);
    merged.properties = Object.assign(
      {},
      ...parts.map((/** @type {Schema} */ part) => part.properties),
      own.properties,
    );
    merged.required = [...new Set([...parts, own].flatMap((part) => part.required ?? []))];
    if (Object.keys(merged.properties).length === 0) delete merged.properties;
    if (merged.required.length === 0) delete merged.required;
    delete merged.$ref;
    return merged;
  }

  /** @param {string} ref */
  function target(ref) {
    const [file = '', pointer = ''] = ref.split('#');
    const owner =
      schemas[file ? file.replace('.schema.json', '') : pointer.startsWith('/$defs/section') ? name : 'common'];
    return pointer
      .split('/')
      .slice(1)
      .reduce((/** @type {any} */ at, key) => at[key], owner);
  }
}
