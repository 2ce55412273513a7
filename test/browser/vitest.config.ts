import { defineConfig } from 'vitest/config';
import shared from '../vitest.config.js';

/** `npm run test:browser`: needs Chromium on the PATH, so it is a run of its own; .ci/run makes it. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ['test/browser/**/*.test.ts'],
    exclude: [],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
