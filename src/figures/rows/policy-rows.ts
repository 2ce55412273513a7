import { type PolicyName, policyValue } from '../../ledger/policy-value.js';
import { POLICIES } from '../../schema/policies.js';
import { policyId } from '../policies.js';
import type { FigureRow } from '../row.js';

/** What an office may set for itself, or its usual value (office practice, no document's word): the 口径 under a table prints it. */
export const POLICY_ROWS: readonly FigureRow[] = (Object.keys(POLICIES) as PolicyName[]).map((name) => ({
  name: policyId(name),
  label: POLICIES[name].label,
  unit: POLICIES[name].unit,
  needs: [],
  may: [],
  make: ({ ledger }) => ({
    made: 'stated',
    value: policyValue(ledger, name),
    records: [{ kind: 'workspace', id: 'workspace' }],
  }),
}));
