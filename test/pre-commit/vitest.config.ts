import { defineConfig } from 'vitest/config';
import shared from '../vitest.config.js';

/** `npm run test:pre-commit`: needs pre-commit and the package registry, so it is a run of its own; .ci/run makes it. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, include: ['test/pre-commit/**/*.test.ts'], exclude: [] },
});
