import { POLICIES } from '../schema/policies.js';
import type { Ledger } from './ledger.js';

/** A number an office may set for itself in `workspace.yaml`, by its key under `policies`. */
export type PolicyName = keyof typeof POLICIES;

/** What the office set, else the usual value that the schema gives, in the unit it gives. */
export function policyValue({ workspace }: Ledger, name: PolicyName): number {
  return workspace?.policies?.[name] ?? POLICIES[name].usual;
}
