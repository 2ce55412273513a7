import type { PolicyName } from '../ledger/policy-value.js';
import { POLICIES } from '../schema/policies.js';

/** The id under which a policy is printed and explained. */
export function policyId(name: PolicyName): string {
  return `policy-${name}`;
}

/** The policy an id stands for; undefined where it is another figure's. */
export function policyOfId(id: string): PolicyName | undefined {
  const name = id.replace(/^policy-/, '');
  return id.startsWith('policy-') && Object.hasOwn(POLICIES, name) ? (name as PolicyName) : undefined;
}
