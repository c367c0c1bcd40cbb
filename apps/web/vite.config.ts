import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The pages are built into `dist/site`, where `understudy serve` finds them by path. */
export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist/site', emptyOutDir: true, target: 'es2023' },
});
