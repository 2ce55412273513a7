import type { ErrorObject } from 'ajv';
import validators from '#generated/validators.js';
import type { Kind } from './kinds.js';

/** What a validator compiled from a schema says of one record: ajv's own errors, not yet told in Chinese. */
export type SchemaError = ErrorObject;

/** Holds one record against its kind's schema. An empty list means it is valid. */
export function checkSchema(kind: Kind | 'workspace', value: unknown): readonly SchemaError[] {
  const validate = validators[kind];
  return validate(value) ? [] : (validate.errors ?? []);
}
