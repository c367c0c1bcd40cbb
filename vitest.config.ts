import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps,bench}/**/{src,test}/**/*.test.ts'],
    exclude: ['**/dist/**', '**/node_modules/**'],
  },
});
