import { policies } from '#generated/policies.js';

/** What an office may set for itself in workspace.yaml: label, unit and usual value, as its schema says. */
export const POLICIES = policies;
