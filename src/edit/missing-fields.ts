import { type FieldRow, fieldsOf } from '../schema/fields.js';
import type { Kind } from '../schema/kinds.js';

/** The required fields that a new record does not have; its id is made where it is not given. */
export function missingFields(kind: Kind, value: Readonly<Record<string, unknown>>): readonly FieldRow[] {
  return fieldsOf(kind).filter(
    ({ path, required }) =>
      required && path !== 'id' && !path.includes('.') && value[path.replace('[]', '')] === undefined,
  );
}
