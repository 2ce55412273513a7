import type { Figure } from '../document/figure.js';
import type { Ledger } from '../ledger/ledger.js';

/** What an office may set for itself in workspace.yaml, with what holds where it does not. Office practice, no document's word. */
const POLICIES = {
  yellowFrom: { label: '黄灯下限', unit: '%', usual: 80 },
  expiringDays: { label: '协议到期提醒', unit: '天', usual: 60 },
} as const;

export type PolicyName = keyof typeof POLICIES;

/** A policy as a figure, so that the 口径 under a table can print it. */
export function policyFigure(ledger: Ledger, name: PolicyName): Figure & { readonly value: number } {
  const { label, unit, usual } = POLICIES[name];
  const value = ledger.workspace?.policies?.[name] ?? usual;
  return {
    id: `policy-${name}`,
    label,
    value,
    unit,
    formula: 'fact',
    inputs: [],
    records: () => ['workspace'],
    sample: false,
  };
}

export function policyOfId(ledger: Ledger, id: string): Figure | undefined {
  const name = id.replace(/^policy-/, '');
  return id.startsWith('policy-') && Object.hasOwn(POLICIES, name)
    ? policyFigure(ledger, name as PolicyName)
    : undefined;
}
