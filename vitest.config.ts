import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps,bench}/**/{src,test}/**/*.test.ts'],
    exclude: ['**/dist/**', '**/node_modules/**'],
    reporters: ['default', './scripts/summary-reporter.mjs'],
    // Machines that run tests are slow and shared; no test measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
