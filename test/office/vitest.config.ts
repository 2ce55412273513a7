import { defineConfig } from 'vitest/config';
import shared from '../vitest.config.js';

/** `npm run test:office`: needs LibreOffice, poppler and Chinese fonts, so it is a run of its own; .ci/run makes it. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, include: ['test/office/**/*.test.ts'], exclude: [] },
});
