import type { SchemaNode } from './dictionary.js';

/** The field of a group whose Chinese title is written instead of its key. */
export function fieldTitled({ properties = {} }: SchemaNode, title: string): string | undefined {
  return Object.keys(properties).find((name) => properties[name]?.title === title);
}
