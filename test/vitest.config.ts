import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    // npm run test:programs.
    exclude: ['test/pre-commit/**', 'test/office/**', 'test/browser/**', 'test/terminal/**'],
    globalSetup: ['test/global-setup.ts'],
    // Test files share loaded modules, so that they are imported once a worker and not once a file. A test that mocks a
    // module therefore mocks it itself (vi.doMock, vi.resetModules) and takes the mock away again.
    isolate: false,
    maxWorkers: '100%',
    // Guards against a hang. It must be far from what any test takes on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['src/build/**'],
      thresholds: { lines: 90 },
      reporter: ['text-summary'],
    },
  },
});
