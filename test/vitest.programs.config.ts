import { defineConfig } from 'vitest/config';
import shared from './vitest.config.js';

/**
 * `npm run test:programs`: needs programs of others (pre-commit and the package registry; LibreOffice, poppler and Chinese
 * fonts; Chromium; tmux), so it is a run of its own, which .ci/run makes. They mostly wait, so they wait side by side.
 */
export default defineConfig({
  ...shared,
  test: { ...shared.test, include: ['test/{pre-commit,office,browser,terminal}/**/*.test.ts'], exclude: [] },
});
