import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** KaTeX's fonts as woff2 only: every browser that runs these pages reads it, and the files shrink to a third. */
const woff2Only: Plugin = {
  name: 'katex-woff2-only',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('katex.min.css')
      ? code.replaceAll(/,url\([^)]*\.woff\) format\("woff"\),url\([^)]*\.ttf\) format\("truetype"\)/g, '')
      : null,
};

/**
 * The pages are built into `dist/site`, where `understudy serve` finds them by path. Nothing is inlined as a `data:` address: the
 * content-security policy allows files of this server only.
 */
export default defineConfig({
  plugins: [react(), woff2Only],
  resolve: {
    alias: {
      // What reads KaTeX's markup. Its variant for browsers has the browser parse it, which applies style attributes and so offends
      // against the content-security policy; the variant for Node parses by itself, and React sets the styles as properties.
      'hast-util-from-html-isomorphic': fileURLToPath(import.meta.resolve('hast-util-from-html-isomorphic')),
    },
  },
  experimental: {
    // Files find each other wherever they are, so that published pages can be put into any folder; the page itself is at the root of its
    // server, or is changed by the exporter.
    renderBuiltUrl: (_file, { hostType }) => (hostType === 'html' ? undefined : { relative: true }),
  },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2023',
    // The first versions that know `light-dark()`.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
});
