import { fieldsOf } from '../schema/fields.js';
import type { Kind } from '../schema/kinds.js';
import { roleOf } from '../workspace/layout.js';

const names = new Map<Kind | 'workspace', ReadonlySet<string>>();

/** Whether the kind of a file has a field of this name, at any depth; otherwise the word belongs to a text. */
export function mayHoldField(file: string, field: string): boolean {
  const role = roleOf(file);
  if (role.role === 'workspace') return namesOf('workspace').has(field);
  return role.role === 'records' && namesOf(role.kind).has(field);
}

function namesOf(kind: Kind | 'workspace'): ReadonlySet<string> {
  const known = names.get(kind) ?? new Set(fieldsOf(kind).flatMap(({ path }) => path.replaceAll('[]', '').split('.')));
  names.set(kind, known);
  return known;
}
