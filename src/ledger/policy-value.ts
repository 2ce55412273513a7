import { POLICIES } from '../schema/policies.js';
import type { Ledger } from './ledger.js';

/** A number an office may set for itself in `workspace.yaml`, by its key under `policies`. */
export type PolicyName = keyof typeof POLICIES;

/** The value the office has set, else the schema's usual value; its unit is the schema's. */
export function policyValue({ workspace }: Ledger, name: PolicyName): number {
  return workspace?.policies?.[name] ?? POLICIES[name].usual;
}
