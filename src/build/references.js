/** @typedef {Record<string, any>} Schema */
/** @typedef {{ path: string[], to: string[] }} Reference */

/**
 * Where a kind's records refer to others: `x-ref` found by walking the schema once at build time, so that the
 * running program follows paths (`*` for list items) and never a schema.
 * @param {string} kind @param {Record<string, Schema>} schemas @returns {Reference[]}
 */
export function referencesOf(kind, schemas) {
  /** @type {Reference[]} */
  const found = [];
  walk(schemas[kind] ?? {}, kind, [], 0);
  return found;

  /** @param {Schema} schema @param {string} file @param {string[]} path @param {number} depth */
  function walk(schema, file, path, depth) {
    if (depth > 12) return;
    if (schema['x-ref']) found.push({ path, to: [schema['x-ref']].flat() });
    else if (schema.$ref) follow(schema.$ref, file, path, depth);
    for (const part of schema.allOf ?? []) walk(part, file, path, depth + 1);
    for (const [name, child] of Object.entries(schema.properties ?? {})) walk(child, file, [...path, name], depth + 1);
    if (schema.items) walk(schema.items, file, [...path, '*'], depth + 1);
  }

  /** @param {string} target @param {string} file @param {string[]} path @param {number} depth */
  function follow(target, file, path, depth) {
    const [name = '', pointer = ''] = target.split('#');
    const owner = name ? name.replace('.schema.json', '') : file;
    const schema = pointer
      .split('/')
      .slice(1)
      .reduce((/** @type {any} */ at, key) => at[key], schemas[owner]);
    walk(schema, owner, path, depth + 1);
  }
}
