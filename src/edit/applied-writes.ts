import type { FieldPath, FieldWrite } from './record-fields.js';

type Fields = Readonly<Record<string, unknown>>;

/** A record's value with its fields written: what `withFields` makes of its text. */
export function appliedWrites(value: object, writes: readonly FieldWrite[]): Fields {
  return writes.reduce<unknown>((before, write) => written(before, write.path, write.value), value) as Fields;
}

/** The value with another at a path; undefined where nothing is left of it. */
function written(inside: unknown, [segment, ...rest]: FieldPath, value: unknown): unknown {
  if (segment === undefined) return value;
  if (typeof segment === 'number') {
    const items = Array.isArray(inside) ? [...inside] : [];
    const item = written(items[segment], rest, value);
    if (item === undefined) items.splice(segment, 1);
    else items[Math.min(segment, items.length)] = item;
    return items.length === 0 ? undefined : items;
  }
  const fields = isMapping(inside) ? inside : {};
  const others = Object.entries(fields).filter(([key]) => key !== segment);
  const field = written(fields[segment], rest, value);
  if (field === undefined) return others.length === 0 ? undefined : Object.fromEntries(others);
  return segment in fields
    ? Object.fromEntries(Object.entries(fields).map(([key, old]) => [key, key === segment ? field : old]))
    : { ...fields, [segment]: field };
}

function isMapping(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
