import { _ } from 'ajv/dist/compile/codegen/index.js';

/**
 * The name under which compiled schemas import `src/schema/compiled-parts.ts`, whose functions are too long to be
 * repeated.
 */
export const parts = _`parts`;
