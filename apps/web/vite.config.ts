import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The pages are built into `dist/site`, where `understudy serve` finds them by path. Nothing is inlined as a `data:` address: the
 * content-security policy allows files of this server only.
 */
export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist/site', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: true },
});
