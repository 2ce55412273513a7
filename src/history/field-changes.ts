import { isDeepStrictEqual } from 'node:util';

type Fields = Readonly<Record<string, unknown>>;

/** One field of a record that differs; undefined where a side does not have it. */
export interface FieldChange {
  /** Its name, and that of a field inside it: `policies.yellowFrom`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * The fields in which two states of a record differ, in their order in the record; mappings are compared without order.
 */
export function fieldChanges(before: Fields, after: Fields, within = ''): FieldChange[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].flatMap((name) => {
    const [old, now] = [own(before, name), own(after, name)];
    if (isDeepStrictEqual(old, now)) return [];
    const path = within + name;
    const [from, to] = [mappingOf(old), mappingOf(now)];
    return from && to ? fieldChanges(from, to, `${path}.`) : [{ path, before: old, after: now }];
  });
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/**
 * A mapping, empty where the field is missing, so that a first policy is reported by its own name; null for other
 * values.
 */
function mappingOf(value: unknown): Fields | null {
  if (value === undefined) return {};
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : null;
}
