import { type PolicyName, policyValue } from '../../ledger/policy-value.js';
import { POLICIES } from '../../schema/policies.js';
import { policyId } from '../policies.js';
import type { FigureRow } from '../row.js';

/** Policies: the office's setting or the usual value (source: office practice), printed in the 口径 under tables. */
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
