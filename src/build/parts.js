import { _ } from 'ajv/dist/compile/codegen/index.js';

/** What compiled schemas call `src/schema/compiled-parts.ts`, whose functions are too long to stand in each of them. */
export const parts = _`parts`;
