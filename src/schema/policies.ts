import { policies } from '#generated/policies.js';

/** The policies an office may set in workspace.yaml: label, unit and usual value, from the schema. */
export const POLICIES = policies;
