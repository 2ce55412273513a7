import type { Figure } from '../document/figure.js';
import type { Ledger } from '../ledger/ledger.js';
import { type PolicyName, policyValue } from '../ledger/policy-value.js';
import { POLICIES } from '../schema/policies.js';

/** What an office may set for itself, or its usual value (office practice, no document's word), as a figure: the 口径 under a table prints it. */
export function policyFigure(ledger: Ledger, name: PolicyName): Figure & { readonly value: number } {
  const { label, unit } = POLICIES[name];
  return {
    id: `policy-${name}`,
    label,
    value: policyValue(ledger, name),
    unit,
    formula: 'fact',
    inputs: [],
    records: () => [{ kind: 'workspace', id: 'workspace' }],
    sample: false,
  };
}

export function policyOfId(ledger: Ledger, id: string): Figure | undefined {
  const name = id.replace(/^policy-/, '');
  return id.startsWith('policy-') && Object.hasOwn(POLICIES, name)
    ? policyFigure(ledger, name as PolicyName)
    : undefined;
}
